import type { Role } from '../../model/report.ts'
import { bareName, isNameless } from '../column-names.ts'
import { quoted } from '../issues.ts'
import { inEitherOrder } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import { besidePeriods } from './beside.ts'
import { cellsOf, holdsFigures } from './figures.ts'
import { pieceColumn } from './period-column.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Emit, Layout, View } from './view.ts'

/** A column of figures, and that of its periods, which stands to its left. */
interface Pair {
  period: number
  value: number
}

/**
 * Columns of periods, each with the figures to its right, as terminals and charts write series of different
 * days: a figure is of the period to its left.
 */
export const pairs: Layout = (view, around) => {
  const { above } = around
  if (tellsColumns(around)) return undefined
  const found = pairsIn(view)
  if (!found) return undefined
  const names = found.map(({ value }) =>
    pieceColumn({ index: value, rest: view.header[value]! }, ''),
  )
  const { dimension, codes, units, says } = besidePeriods(names, above)
  if (dimension === null) return undefined
  const made: [string, Role][] = [
    ['period', 'period'],
    [dimension, `dimension:${dimension}`],
    ...(units.length > 0 ? [['unit', 'unit'] as [string, Role]] : []),
    ['value', 'value'],
  ]
  const spread = (row: string[], emit: Emit) => {
    for (const [i, { period, value }] of found.entries()) {
      const text = (row[period] ?? '').trim()
      if (text === '') continue
      const unit = units.length > 0 ? [units[i]!] : []
      emit([text, codes[i]!, ...unit, row[value] ?? ''], value)
    }
  }
  const first = found[0]!
  return {
    ...view,
    header: made.map(([name]) => name),
    roles: made.map(([, role]) => role),
    from: made.map(([, role]) => (role === 'period' ? view.from[first.period]! : -1)),
    ...respread(view, () => spread),
    fan: view.fan * found.length,
    spent: new Map([
      ...view.spent,
      ...found.flatMap(({ period, value }): [number, Role][] => [
        [view.from[period]!, 'period'],
        [view.from[value]!, 'value'],
      ]),
    ]),
    says: [
      ...view.says,
      `Each figure is of the period to its left: ${quoted(view.header[first.value]!)} of ${quoted(view.header[first.period]!)}, and so on.`,
      ...says.map((said) => said.replace('the periods', 'them')),
    ],
  }
}

/** Every column is one of periods or one of figures behind such, and periods come again. */
function pairsIn(view: View): Pair[] | undefined {
  const found: Pair[] = []
  let period = -1
  let periods = 0
  for (const [i, name] of view.header.entries()) {
    if (isEmpty(view, i) && isNameless(name)) continue
    if (holdsPeriods(view, i)) {
      period = i
      periods++
    } else if (period < 0 || !holdsFigures(view, i) || isEmpty(view, i)) return undefined
    else found.push({ period, value: i })
  }
  const headings = new Set(found.map((one) => lastWord(view.header[one.period]!)))
  const areAll = new Set(found.map((one) => one.period)).size === periods
  // A day of publication beside a period is none of another series.
  return periods > 1 && areAll && headings.size === 1 ? found : undefined
}

/** `Date` of `USDRUB Curncy Date`, or of `Date (2)`. */
const lastWord = (heading: string): string => bareName(heading).split(' ').at(-1)!

const isEmpty = (view: View, index: number): boolean => cellsOf(view, index).length === 0

function holdsPeriods(view: View, index: number): boolean {
  const cells = cellsOf(view, index)
  const isPeriod = (cell: string) => inEitherOrder(cell) !== undefined
  if (cells.length === 0 || !cells.every(isPeriod)) return false
  const last = lastWord(view.header[index]!)
  return (
    cells.every((cell) => /\D/.test(cell)) || roleOfHeader(last.replace(/s$/i, '')) === 'period'
  )
}
