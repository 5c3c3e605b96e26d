import { quoted } from '../issues.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import { isYearOfMake } from '../periods/makes.ts'
import { inEitherOrder, isPeriodText } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import { periodIn, periodStated } from './stated.ts'
import { tellsPeriod } from './told-columns.ts'
import type { Layout, View } from './view.ts'

/** A table of one period, which a person says, or which stands above it or in the name of its file and in no column. */
export const dated: Layout = (view, around) => {
  if (tellsPeriod(around) || view.roles.includes('period')) return undefined
  if (around.options.answers?.['period-column'] !== undefined) return undefined
  const holdsPeriods = view.header.some((name, i) => {
    const role = roleOfHeader(name)
    // Codes of goods may look like months, `8703`, and figures like years.
    if (role !== undefined) return role.startsWith('period')
    if (periodIn(name) !== undefined || isYearOfMake(name)) return false
    const cells = cellsOf(view, i)
    const isOfPeriods = cells.every((cell) => inEitherOrder(cell) !== undefined)
    return cells.length > 0 && (isOfPeriods || cells.filter(isDay).length > FEW)
  })
  const told = around.options.constants?.period
  const stated = told
    ? { text: told, where: 'what was said' }
    : holdsPeriods
      ? undefined
      : (periodStated(around) ?? periodOfFigures(view))
  if (!stated) return undefined
  return {
    ...view,
    header: [...view.header, 'period'],
    roles: [...view.roles, 'period'],
    from: [...view.from, -1],
    ...respread(
      view,
      () => (row, emit) => emit([...view.header.map((_, i) => row[i] ?? ''), stated.text], -1),
    ),
    says: [
      ...view.says,
      `All figures are of ${quoted(stated.text)}, by ${stated.where}: no column names a period.`,
    ],
  }
}

const FEW = 2

/** `20240102`, `2.1.2024`: lines that are no rows may stand among days. */
const isDay = (cell: string): boolean => /\d{8}|\d\D\d+\D\d/.test(cell) && isPeriodText(cell)

/** The year of prices, of a base or of what figures are compared with is not theirs: `GDP (constant 2015 US$)`. */
const OF_OTHERS =
  /=|(?<!\p{L})(?:constant|current|prices?|base|since|from|to|vs|against|than|rank)(?!\p{L})/iu

/** The period that the heading of the only column of figures names: `Oil production April 2022 (bbl/day)`. */
function periodOfFigures(view: View): { text: string; where: string } | undefined {
  const figures = view.header.filter((_, i) => {
    const cells = cellsOf(view, i)
    return cells.length > 0 && cells.every(isNumberText)
  })
  const [name, more] = figures
  const others = view.header.filter((one) => one !== name && periodIn(one) !== undefined)
  if (name === undefined || more || others.length > 0 || isPeriodText(name)) return undefined
  const text = OF_OTHERS.test(name) ? undefined : periodIn(name)
  return text === undefined ? undefined : { text, where: `the heading ${quoted(name)}` }
}
