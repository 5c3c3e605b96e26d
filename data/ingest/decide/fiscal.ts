import type { ColumnFacts } from '../facts.ts'
import { quoted } from '../issues.ts'
import { fiscalMonth, isSplitYear, monthOfYears } from '../periods/fiscal.ts'
import { monthName } from '../periods/names.ts'
import { answerTo, type Deciding } from './deciding.ts'

/** What else a file says of its periods. */
export interface Around {
  /** Headings of the file, lines above the table, and the name of the file. */
  header: readonly string[]
  above: readonly string[]
  fileName: string
  /** The countries that report, as our list has them. */
  reporters: readonly string[]
}

/** An Indian office, or a table of India's own; not one of trade with it. */
const INDIAN =
  /(?<!(?:to|from|with|and|,) )(?<!\p{L})India(?:n|'s)?(?!\p{L})|DGCI ?&? ?S|export import data bank|tradestat/iu

/**
 * Months from January of the year that is named (first) to the beginning of the fiscal year: known, said, shown by the
 * order of months beside it, or asked.
 */
export function decideFiscal(
  { name, spelling, distinct }: ColumnFacts,
  { options, questions, says }: Deciding,
  around: Around,
  inOrder: () => number | undefined,
): number | null {
  const example = spelling.fiscal()
  if (example === undefined) return null
  const answer = answerTo(options, 'fiscal-year', name)
  const offset = answer === undefined ? Number.NaN : Number(answer)
  if (Number.isInteger(offset) && Math.abs(offset) < 12) {
    says.push(`A year such as ${quoted(example)} is read as a fiscal year, as you said.`)
    return offset
  }
  // `Apr-Mar 2022-2023`: months beside the year itself, or in the corner, `July/June Year`.
  const said = [name, ...around.header].map(fiscalMonth)
  const known = offsetSaid([...said, ...[...distinct.keys()].map(monthOfYears)], example, around)
  if (known) {
    says.push(`A year such as ${quoted(example)} ${known.why}.`)
    return known.offset
  }
  const first = isSplitYear(example) ? inOrder() : undefined
  if (first !== undefined) {
    says.push(
      `A year such as ${quoted(example)} begins in ${monthName(first)}, as the order of its months shows.`,
    )
    return first - 1
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

/** Where the heading, a cell or a line above says the months, or India reports, whose years begin in April. */
function offsetSaid(
  said: readonly (number | undefined)[],
  example: string,
  { above, fileName, reporters }: Around,
) {
  const isSplit = isSplitYear(example)
  const months = [...said, ...above.map(fiscalMonth)].filter((month) => month !== undefined)
  if (isSplit && months.length > 0 && new Set(months).size === 1) {
    const month = months[0]!
    return { offset: month - 1, why: `begins in ${monthName(month)}, as the file says` }
  }
  const isIndian =
    reporters.length > 0
      ? reporters.every((code) => code === 'IND')
      : [...above, fileName.replaceAll(/[-_]/g, ' ')].some((line) => INDIAN.test(line))
  return isIndian
    ? { offset: isSplit ? 3 : -9, why: 'begins in April, as years of India do' }
    : undefined
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
