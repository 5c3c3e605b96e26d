import type { Question } from '../../data/model/report.ts'

type Answers = Record<string, string>

/** How the options name the answer to a question: by its code, and by the column that it is asked of. */
export const answerCode = ({ code, column }: Pick<Question, 'code' | 'column'>): string =>
  column ? `${code}:${column}` : code

/** Questions of several columns that have the same answers stand together, in the order in which they came. */
export const alikeQuestions = (questions: readonly Question[]): Question[][] => [
  ...Map.groupBy(questions, (question) => {
    const { code, column, options } = question
    return column === null
      ? question
      : JSON.stringify([code, options.map((o) => [o.value, o.label])])
  }).values(),
]

/** One answer to questions that are alike, as the options have it: said of all columns once where it can be. */
export function answersTo(
  alike: readonly Question[],
  value: string,
  all: readonly Question[],
): Answers {
  const [first] = alike
  if (!first) return {}
  const asked = all.filter(({ code }) => code === first.code)
  if (alike.length > 1 && asked.length === alike.length) return { [first.code]: value }
  return Object.fromEntries(alike.map((question) => [answerCode(question), value]))
}

const WORDS: Record<string, string> = {
  encoding: 'Encoding',
  'decimal-mark': 'Decimal mark',
  'date-order': 'What comes first in a date',
  'period-column': 'Column of the period',
  'value-column': 'Column of the values',
  'fiscal-year': 'What a fiscal year is',
  'month-to-date': 'Month that is counted up to',
  'months-of-years': 'Months of the years',
  'headings-again': 'Headings that come again',
  'week-end': 'Which end of its week a day is',
  'told-twice': 'Several figures of one period',
  midnight: 'Day of a midnight',
  year: 'Year',
  dataset: 'Dataset',
  table: 'Table',
}

/** What an answer was about: "Decimal mark of “amount”". */
export function answerWords(answered: string): string {
  const [code = '', column] = answered.split(/:(.*)/s)
  const words = WORDS[code] ?? code.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase())
  return column ? `${words} of “${column}”` : words
}

const VALUES: Record<string, Record<string, string>> = {
  'decimal-mark': { '.': 'point', ',': 'comma' },
  'date-order': { dmy: 'the day', mdy: 'the month' },
  'value-column': { '*': 'all of them' },
  table: { all: 'all of them' },
  'headings-again': { apart: 'other series', first: 'not read' },
  'week-end': { begins: 'its first', ends: 'its last' },
  'told-twice': { sum: 'added up', last: 'the last one stands' },
  midnight: { written: 'as it is written', next: 'the next one' },
  flow: { X: 'Exports', M: 'Imports' },
}

/** An answer in words, where the options have a code: "the day" for `dmy`. */
export function answerValueWords(answered: string, value: string): string {
  const [code = ''] = answered.split(':')
  if (code === 'month-to-date') return monthName(Number(value))
  return VALUES[code]?.[value] ?? value
}

const monthName = (month: number): string =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1),
  )

/** Answers that say the same of several columns, told once. */
export interface Answered {
  /** Their names in the options. */
  codes: string[]
  /** "Decimal mark of “amount” and 299 other columns" */
  about: string
  value: string
}

export const answered = (answers: Answers): Answered[] =>
  [
    ...Map.groupBy(Object.entries(answers), ([name, value]) =>
      JSON.stringify([name.split(':')[0], value]),
    ).values(),
  ].map((alike) => {
    const codes = alike.map(([name]) => name)
    const [name, value] = alike[0]!
    const others = codes.length - 1
    return {
      codes,
      about: `${answerWords(name)}${others > 0 ? ` and ${others} other${others === 1 ? '' : 's'}` : ''}`,
      value: answerValueWords(name, value),
    }
  })
