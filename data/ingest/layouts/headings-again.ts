import type { Question } from '../../model/report.ts'
import { bareName } from '../column-names.ts'
import { quoted } from '../issues.ts'
import { lookedAt } from './figures.ts'
import type { PeriodColumn } from './period-column.ts'
import type { Surroundings, View } from './view.ts'

/** `Oct 2023 (2)` is the heading `Oct 2023` come again, and not February. */
export const withoutCounts = (header: readonly string[]): string[] => {
  const names = new Set(header)
  return header.map((name) => (names.has(bareName(name)) ? bareName(name) : name))
}

/**
 * Columns of one period that nothing tells apart: two tables whose groups lost their names. Where their figures
 * are the same the first is read, else only a person knows what they are.
 */
export function ofHeadingsAgain(
  columns: PeriodColumn[],
  view: View,
  { options }: Surroundings,
): { columns: PeriodColumn[]; questions: Question[] } {
  const firsts = new Map<string, PeriodColumn>()
  for (const one of columns) if (!firsts.has(idOf(one))) firsts.set(idOf(one), one)
  const isAgain = (one: PeriodColumn) => firsts.get(idOf(one)) !== one
  const rows = lookedAt(view.rows)
  const others = columns.filter(
    (one) =>
      isAgain(one) && rows.some((row) => row[one.index] !== row[firsts.get(idOf(one))!.index]),
  )
  const answer = options.answers?.[AGAIN]
  if (others.length === 0 || answer === 'first')
    return { columns: columns.filter((one) => !isAgain(one)), questions: [] }
  if (answer === undefined)
    return { columns, questions: [question(bareName(view.header[others[0]!.index]!))] }
  const isOther = new Set(others)
  const numbered = columns.map((one) =>
    isOther.has(one)
      ? { ...one, rest: `${one.rest} ${countOf(view.header[one.index]!)}`.trim() }
      : one,
  )
  return { columns: numbered, questions: [] }
}

const AGAIN = 'headings-again'

const idOf = ({ period, rest }: PeriodColumn): string => `${period}\n${rest}`

const countOf = (name: string): string => / (\(\d+\))$/.exec(name)?.[1] ?? ''

const question = (example: string): Question => ({
  code: AGAIN,
  column: null,
  message: `The heading ${quoted(example)} comes again over other figures, and nothing tells them apart. What are they?`,
  options: [
    { value: 'apart', label: 'Other series: they are numbered' },
    { value: 'first', label: 'None of this table: the first are read only' },
  ],
})
