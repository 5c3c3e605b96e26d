import type { Question } from '../../model/report.ts'
import { answerTo } from '../decide/deciding.ts'
import { quoted } from '../issues.ts'
import { parseNumber } from '../numbers/numbers.ts'
import { isPrice, isRelative } from '../units/measured.ts'
import { named, type Settling } from './settling.ts'

const CODE = 'told-twice'
const SUM = 'sum'

/** One figure told otherwise is a slip; more are how the file is, be they of one row. */
const MOST_SLIPS = 1

/** Figures of one period that differ by less than this share are revisions or roundings of each other. */
const ALIKE = 0.005

/** What names a figure, and says where it comes from. */
const NAMING =
  /^(?:dimension:|period|series|unit$|frequency$|published$|source|status$|bound$|attribute:)/

interface Told {
  before: string
  here: string
}

/** Figures that a row before them of the same series, period and source tells otherwise. */
function toldOtherwise({ facts: { sample, columns }, roles }: Settling): Told[] {
  const naming = roles.flatMap((role, i) => (NAMING.test(role ?? '') ? [i] : []))
  const values = columns.filter(({ index }) => roles[index] === 'value')
  const marks = values.map(({ numbers }) => numbers.mark() ?? '.')
  const first = new Map<string, string[]>()
  return sample.flatMap((row) => {
    const key = naming.map((i) => row[i] ?? '').join('\u001f')
    const before = first.get(key)
    if (!before) first.set(key, row)
    return values.flatMap(({ index }, i) => {
      const told = { before: before?.[index] ?? '', here: row[index] ?? '' }
      const [a, b] = [told.before, told.here].map((cell) => parseNumber(cell, marks[i]!))
      if (!a || !b || 'code' in a || 'code' in b) return []
      const size = Math.max(Math.abs(a.value), Math.abs(b.value))
      return Math.abs(a.value - b.value) > ALIKE * size ? [told] : []
    })
  })
}

/**
 * Whether several figures of one series and period, as in declarations of customs, are parts to be added up; only
 * a person knows whether they are, or the last one replaces the others.
 */
export function settleToldTwice(settling: Settling, isAsked: boolean): boolean {
  const { facts, roles, options, questions, says } = settling
  const answer = answerTo(options, CODE, '')
  if (answer === undefined && !isAsked && questions.length === 0) {
    const found = toldOtherwise(settling)
    if (found.length > MOST_SLIPS) questions.push(questionOf(found[0]!, found.length))
  }
  if (answer !== SUM) return false
  const rates = facts.columns.filter(
    ({ name, index }) => roles[index] === 'value' && (isPrice(name) || isRelative(name)),
  )
  for (const { index } of rates) roles[index] = 'ignore'
  says.push('Figures of one series and period are added up.')
  if (rates.length > 0) says.push(`Not read, as it does not add up: ${named(rates)}.`)
  return true
}

const questionOf = ({ before, here }: Told, figures: number): Question => ({
  code: CODE,
  column: null,
  message: `${figures} figures are told otherwise by a row before them of the same series and period: ${quoted(here)} after ${quoted(before)}, say. What are they?`,
  options: [
    { value: SUM, label: 'Parts, as shipments are: all are added up, those that are alike, too' },
    { value: 'last', label: 'Corrections: the last one stands, the others are kept beside it' },
  ],
})
