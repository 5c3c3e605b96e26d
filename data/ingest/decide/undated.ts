import type { ColumnFacts } from '../facts.ts'
import { quoted } from '../issues.ts'
import { lastYears, yearAbove } from '../layouts/stated.ts'
import type { PeriodSpelling } from '../periods/read.ts'
import { answerTo, type Deciding } from './deciding.ts'
import type { Around } from './fiscal.ts'

const MONTHS = 'months'

/** Whether `23-Jan` is a month, or a day, and then of which year: by its column, a line above, or a person. */
export function decideUndated(
  { name, spelling }: ColumnFacts,
  { options, questions, says }: Deciding,
  { above, fileName }: Around,
): Pick<PeriodSpelling, 'dayYear'> {
  const found = spelling.undated()
  if (!found || found.meant === 'months') return {}
  const { meant, example, runsOver } = found
  const answer = answerTo(options, 'year', name) ?? options.constants?.year
  if (answer === MONTHS) return {}
  const isSure = meant === 'days'
  if (isSure && runsOver) {
    says.push(
      `Texts such as ${quoted(example)} in ${quoted(name)} are days that run over a new year: write the year beside each.`,
    )
    return { dayYear: null }
  }
  const year = answer ?? (isSure ? yearAbove({ above, fileName }) : undefined)
  if (year !== undefined && /^\d{4}$/.test(year)) {
    says.push(`Texts such as ${quoted(example)} in ${quoted(name)} are days of ${year}.`)
    return { dayYear: Number(year) }
  }
  const days = lastYears().map((value) => ({
    value,
    label: isSure ? value : `It is a day of ${value}`,
  }))
  questions.push({
    code: 'year',
    column: name,
    message: isSure
      ? `${quoted(example)} in ${quoted(name)} is a day, and nothing says of which year. Which is it?`
      : `${quoted(example)} in ${quoted(name)} may be a month of a year or a day without its year, and no other cell decides. Which is it?`,
    options: isSure
      ? days
      : [{ value: MONTHS, label: 'The number is the year: it is a month' }, ...days],
  })
  return { dayYear: null }
}
