import type { Question } from '../../data/model/report.ts'

/** How the options name the answer to a question: by its code, and by the column that it is asked of. */
export const answerCode = ({ code, column }: Pick<Question, 'code' | 'column'>): string =>
  column ? `${code}:${column}` : code

const WORDS: Record<string, string> = {
  encoding: 'Encoding',
  'decimal-mark': 'Decimal mark',
  'date-order': 'What comes first in a date',
  'period-column': 'Column of the period',
  'value-column': 'Column of the values',
  'fiscal-year': 'What a fiscal year is',
  year: 'Year',
  table: 'Table',
}

/** What an answer was about: "Decimal mark of “amount”". */
export function answerWords(answered: string): string {
  const [code = '', column] = answered.split(/:(.*)/s)
  const words = WORDS[code] ?? code.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase())
  return column ? `${words} of “${column}”` : words
}
