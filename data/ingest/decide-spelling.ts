import type { Question } from '../model/report.ts'
import { answerTo, type Deciding } from './deciding.ts'
import type { ColumnFacts, Facts } from './facts.ts'
import { quoted } from './issues.ts'
import { createPeriodEvidence } from './periods/evidence.ts'
import { AS_WRITTEN, type DateOrder, isSplitYear, type PeriodSpelling } from './periods/read.ts'

/** How a period column spells its periods, by its cells; what they leave open is asked. */
export function decideSpelling(
  facts: Facts,
  column: ColumnFacts | undefined,
  daysMayMean: boolean,
  deciding: Deciding,
): PeriodSpelling {
  if (!column) return AS_WRITTEN
  const { options, questions, says } = deciding
  const { spelling } = column
  const habits = { ...spelling.habits(), fiscal: fiscalYear(column, deciding) }
  const answer = answerTo(options, 'date-order', column.name)
  const told: DateOrder | null = answer === 'dmy' || answer === 'mdy' ? answer : null
  const doubtful = spelling.doubtful()
  if (doubtful !== undefined && told === null) {
    deciding.undecided = true
    questions.push(orderQuestion(column.name, doubtful))
    return { ...AS_WRITTEN, ...habits }
  }
  const evidence = told === null ? spelling : seenAgain(facts, column, told)
  if (!daysMayMean) return { ...AS_WRITTEN, ...habits, order: told ?? spelling.order() }
  const days = evidence.daysMean()
  if (days.daysMean === null && evidence.onlyOneFirst()) deciding.undecided = true
  if (days.daysMean) {
    says.push(
      `Each day in ${quoted(column.name)} stands for the ${days.daysMean} that ${days.daysEnd ? 'ends' : 'begins'} on it.`,
    )
  }
  return { ...habits, ...days, order: told ?? spelling.order() }
}

const orderQuestion = (column: string, doubtful: string): Question => ({
  code: 'date-order',
  column,
  message: `“${doubtful}” in “${column}” has two readings, and no other date decides. Which comes first?`,
  options: [
    { value: 'dmy', label: 'The day', example: `${doubtful} as day/month/year` },
    { value: 'mdy', label: 'The month', example: `${doubtful} as month/day/year` },
  ],
})

/** Months from January of the year that is named (first) to the beginning of the fiscal year. */
function fiscalYear(
  { name, spelling }: ColumnFacts,
  { options, questions, says }: Deciding,
): number | null {
  const example = spelling.fiscal()
  if (example === undefined) return null
  const answer = answerTo(options, 'fiscal-year', name)
  const offset = answer === undefined ? Number.NaN : Number(answer)
  if (Number.isInteger(offset) && Math.abs(offset) < 12) {
    says.push(`A year such as ${quoted(example)} is read as a fiscal year, as you said.`)
    return offset
  }
  const choices = isSplitYear(example) ? SPLIT_CHOICES : CHOICES
  questions.push({
    code: 'fiscal-year',
    column: name,
    message: `${quoted(example)} in ${quoted(name)} is a year that need not begin in January. When does it?`,
    options: choices.map(([value, label]) => ({ value: String(value), label })),
  })
  return null
}

const CHOICES: [number, string][] = [
  [0, 'In January: it is the calendar year'],
  [-3, 'In October of the year before'],
  [-6, 'In July of the year before'],
  [-9, 'In April of the year before'],
  [3, 'In April of the same year'],
]

const SPLIT_CHOICES: [number, string][] = [
  [3, 'In April of the first year'],
  [6, 'In July of the first year'],
  [8, 'In September of the first year'],
  [9, 'In October of the first year'],
  [0, 'In January: it is the first calendar year'],
]

function seenAgain(facts: Facts, column: ColumnFacts, order: DateOrder) {
  const evidence = createPeriodEvidence(order)
  for (const row of facts.sample) evidence.see(row[column.index] ?? '')
  return evidence
}
