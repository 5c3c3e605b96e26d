import type { Question } from '../../model/report.ts'
import { answerTo } from '../decide/deciding.ts'
import { type ColumnFacts, isNumeric } from '../facts.ts'
import { quoted } from '../issues.ts'
import { dimensionOf } from '../words.ts'
import type { Open, Settling } from './settling.ts'

const CODE = 'tells-apart'
const DIMENSION = 'dimension'

/** So many columns are tried. */
const MOST = 40

/** Roles that name the series and the period of a row. */
const NAMING = /^(?:dimension:|period|series|unit$|frequency$)/

/** How many rows tell another figure of the series and the period of one before, with some columns more. */
function conflicts({ facts: { sample } }: Settling, roles: Open, more: readonly number[]): number {
  const at = (is: (role: string) => boolean) =>
    roles.flatMap((role, i) => (role !== undefined && is(role) ? [i] : []))
  const naming = [...at((role) => NAMING.test(role)), ...more]
  const values = at((role) => role === 'value')
  const told = new Map<string, string>()
  let count = 0
  for (const row of sample) {
    const [key, figures] = [naming, values].map((all) =>
      all.map((i) => row[i] ?? '').join('\u001f'),
    )
    const before = told.get(key!)
    if (before === undefined) told.set(key!, figures!)
    else if (before !== figures) count++
  }
  return count
}

/** Columns of which each text stands in several rows, that together leave no two figures of one series and period. */
function telling(settling: Settling, left: readonly ColumnFacts[]): ColumnFacts[] {
  const { facts, roles } = settling
  const open = left
    .filter(
      ({ distinct, filled }) =>
        distinct.size > 1 && distinct.size * 2 <= filled && filled === facts.rows,
    )
    .slice(0, MOST)
  const chosen: ColumnFacts[] = []
  let least = open.length === 0 ? 0 : conflicts(settling, roles, [])
  while (least > 0) {
    const tried = open
      .filter((column) => !chosen.includes(column))
      .map((column) => ({
        column,
        count: conflicts(
          settling,
          roles,
          [...chosen, column].map(({ index }) => index),
        ),
      }))
    const best = tried.toSorted((a, b) => a.count - b.count)[0]
    if (!best || best.count >= least) return []
    chosen.push(best.column)
    least = best.count
  }
  return chosen
}

/**
 * Columns without a known meaning that multiply rows: what tells figures of one series and period apart is none to
 * leave out. Words are dimensions; what numbers are only a person knows. Gives those that are left out all the same.
 */
export function settleMultiplying(settling: Settling, left: ColumnFacts[]): ColumnFacts[] {
  const { roles, options, questions, says } = settling
  const found = roles.includes('value') ? telling(settling, left) : []
  const told: ColumnFacts[] = []
  for (const column of found) {
    const { name, index } = column
    const answer = isNumeric(column) ? answerTo(options, CODE, name) : DIMENSION
    if (answer === undefined) questions.push(questionOf(column))
    else if (answer === DIMENSION) {
      roles[index] = `dimension:${dimensionOf(name)}`
      told.push(column)
    }
  }
  for (const { name } of told)
    says.push(`“${name}” tells rows apart that are alike without it, so it tells series apart.`)
  const isOpen = ({ name }: ColumnFacts) =>
    questions.some((one) => one.code === CODE && one.column === name)
  return left.filter((column) => !told.includes(column) && !isOpen(column))
}

const questionOf = ({ name, examples }: ColumnFacts): Question => ({
  code: CODE,
  column: name,
  message: `Rows of one period differ in ${quoted(name)}, and in no other words. Does it tell series apart?`,
  options: [
    {
      value: DIMENSION,
      label: 'Each of its numbers is a series of its own',
      example: examples.join(', '),
    },
    { value: 'ignore', label: 'It is left out: figures of one period are told twice' },
  ],
})
