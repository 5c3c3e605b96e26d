import { dateOf } from '../../model/day.ts'
import type { Question } from '../../model/report.ts'
import { periodWords } from '../../model/words.ts'
import type { ColumnFacts, Facts } from '../facts.ts'
import { quoted } from '../issues.ts'
import { isOfDayFirst } from '../numbers/english.ts'
import { createPeriodEvidence, type PeriodEvidence } from '../periods/evidence.ts'
import { monthName, unitOfHeading } from '../periods/names.ts'
import { AS_WRITTEN, type DateOrder, type PeriodSpelling, readPeriod } from '../periods/read.ts'
import { weekEnd, weekEndOf } from '../periods/weeks.ts'
import { roleOfHeader } from '../words.ts'
import { answerTo, type Deciding } from './deciding.ts'
import { type Around, decideFiscal } from './fiscal.ts'
import { decideMidnights } from './midnights.ts'
import { monthInOrder } from './months-in-order.ts'
import { decideUndated } from './undated.ts'

/** How a period column spells its periods, by its cells; what they leave open is asked. */
export function decideSpelling(
  facts: Facts,
  column: ColumnFacts | undefined,
  daysMayMean: boolean,
  deciding: Deciding,
  around: Around,
): PeriodSpelling {
  if (!column) return AS_WRITTEN
  const { spelling } = column
  const habits = decideHabits(facts, column, deciding, around)
  askCalendar(column, deciding)
  const told = decideOrder(facts, column, deciding, around)
  if (told === 'open') return { ...AS_WRITTEN, ...habits }
  const order = told ?? spelling.order()
  if (!daysMayMean) return { ...AS_WRITTEN, ...habits, order }
  const evidence =
    told === null && !habits.nextDay ? spelling : seenAgain(facts, column, told, habits.nextDay)
  return { ...habits, ...decideDays(column, evidence, facts, deciding), order }
}

/** What is usual in the column, whatever the order of day and month. */
function decideHabits(facts: Facts, column: ColumnFacts, deciding: Deciding, around: Around) {
  const { name, spelling, examples } = column
  const { says } = deciding
  const habits = {
    ...spelling.habits(),
    ...(spelling.turnYears() && !YEARS.test(name) && { shortMonths: true }),
    fiscal: decideFiscal(column, deciding, around, () => monthInOrder(facts, column.index)),
    ...decideUndated(column, deciding, around),
    nextDay: decideMidnights(column, deciding),
  }
  if (habits.isBuddhist)
    says.push(`Years in ${quoted(name)} are those since the Buddha: 543 are taken off.`)
  if (habits.serialDays)
    says.push(
      examples[0]!.length > 9
        ? `Numbers in ${quoted(name)} count seconds since 1970, each of the midnight that begins a day.`
        : `Numbers in ${quoted(name)} are days as spreadsheets count them.`,
    )
  if (habits.shortMonths)
    says.push(`Texts such as ${quoted(examples[0]!)} in ${quoted(name)} are a year and its month.`)
  if (habits.decimalYears)
    says.push(
      `Fractions of years in ${quoted(name)} are ${habits.decimalYears}s: whole ones are the first of their year.`,
    )
  if (habits.numberedQuarters)
    says.push(
      `Texts such as ${quoted(examples[0]!)} in ${quoted(name)} are a year and its quarter.`,
    )
  return habits
}

/** The order of day and month: told, known by the months, or by the language; null where the cells say it, `open` where it is asked. */
function decideOrder(
  facts: Facts,
  column: ColumnFacts,
  deciding: Deciding,
  { header, above }: Around,
): DateOrder | null | 'open' {
  const { name, spelling } = column
  const answer = answerTo(deciding.options, 'date-order', name)
  const order = answer === 'dmy' || answer === 'mdy' ? answer : orderOfMonths(facts, column)
  const doubtful = spelling.doubtful()
  if (order !== null || doubtful === undefined) return order
  if (isOfDayFirst([name, ...header, ...above])) {
    deciding.says.push(
      `${quoted(doubtful)} is read with its day first, as the language of the table has it.`,
    )
    return 'dmy'
  }
  deciding.undecided = true
  deciding.questions.push(orderQuestion(name, doubtful))
  return 'open'
}

/** What days, and months, stand for. */
function decideDays(
  { name, examples }: ColumnFacts,
  evidence: PeriodEvidence,
  { columns }: Facts,
  deciding: Deciding,
): Days {
  const week = weekEnd(name) ?? decideWeek(name, evidence, columns, deciding)
  const found: Days =
    week === undefined ? evidence.daysMean() : { daysMean: 'week', daysEnd: week === 'ends' }
  const isOfMonths =
    unitOfHeading(name) === 'month' ||
    columns.some((column) => roleOfHeader(column.name) === 'frequency')
  // One day below `Month` is its month.
  const place = found.daysMean === null && unitOfHeading(name) === 'month' && evidence.place()
  const read: Days = place ? { ...place, daysMean: 'month' } : found
  const days = isOfMonths ? { ...read, monthOfQuarter: undefined } : read
  if (days.daysMean === null && evidence.place() !== undefined) deciding.undecided = true
  if (days.daysMean) {
    deciding.says.push(
      `Each day in ${quoted(name)} stands for the ${days.daysMean} that ${placeOf(days)}.`,
    )
  }
  const month = evidence.onceAYear()
  if (month !== undefined)
    deciding.says.push(
      `One month of each year is told, ${monthName(month + 1)}: figures are read as of that month. Where they are of the years that end with it, write these as “Year ended ${examples[0]}”.`,
    )
  if (days.monthOfQuarter)
    deciding.says.push(
      `Each month in ${quoted(name)} stands for the quarter of which it is the ${days.monthOfQuarter}.`,
    )
  return days
}

/** Which end of their week days below `Week` are, where all of them are one weekday: known, or asked. */
function decideWeek(
  name: string,
  evidence: PeriodEvidence,
  columns: Facts['columns'],
  { options, questions }: Deciding,
): 'begins' | 'ends' | undefined {
  const weekday = unitOfHeading(name) === 'week' ? evidence.weekday() : undefined
  if (weekday === undefined) return undefined
  const answer = answerTo(options, 'week-end', name)
  if (answer === 'begins' || answer === 'ends') return answer
  const known = weekEndOf(
    weekday,
    columns.map((column) => column.name),
  )
  if (known === undefined) questions.push(weekQuestion(name))
  return known
}

const weekQuestion = (column: string): Question => ({
  code: 'week-end',
  column,
  message: `Each day in ${quoted(column)} stands for a week, and nothing says at which end of it. Which is it?`,
  options: [
    { value: 'begins', label: 'The week begins on it' },
    { value: 'ends', label: 'The week ends on it' },
  ],
})

type Days = Pick<PeriodSpelling, 'daysMean' | 'daysEnd' | 'dayInMonth' | 'monthOfQuarter'>

/** Where in what it stands for a day is. */
function placeOf({ daysEnd, dayInMonth }: Days): string {
  if (dayInMonth) return dayInMonth === 'fifteenth' ? 'it halves' : 'it is the last workday of'
  return daysEnd ? 'ends on it' : 'begins on it'
}

/** More days than these are not all of the first twelve of a January. */
const DAYS_OF_JANUARY = 12

/**
 * Days below `Month`, or more of them than could be told of a January alone, each begin or end a month or a
 * quarter: the order in which all of them do, where only one does.
 */
function orderOfMonths(facts: Facts, column: ColumnFacts): DateOrder | null {
  const isOfMonths = unitOfHeading(column.name) === 'month'
  if (column.spelling.doubtful() === undefined) return null
  const isMore = column.distinct.size > DAYS_OF_JANUARY
  if (!isOfMonths && !isMore) return null
  const [first, ...others] = (['dmy', 'mdy'] as const).filter((order) => {
    const { daysMean } = seenAgain(facts, column, order).daysMean()
    return daysMean === 'month' || (isMore && daysMean === 'quarter')
  })
  return others.length === 0 ? (first ?? null) : null
}

const YEARS =
  /(?<!\p{L})(?:years?|год\p{L}*|jahr\p{L}*|années?|años?|ann[oi]|anos?|rok|yıl|рік)(?!\p{L})|年(?!月)|년도/iu

const OURS = 'ours'
const FIRST_YEAR = 1500

/** A year of a column whose years are all of the Middle Ages by our calendar; undefined for other columns. */
function medieval({ distinct }: ColumnFacts): string | undefined {
  const texts = [...distinct.keys()]
  const isOld = (text: string) => {
    const period = readPeriod(text, AS_WRITTEN)
    return period !== undefined && dateOf(period.last).year < FIRST_YEAR
  }
  return texts.length > 0 && texts.every(isOld) ? texts[0] : undefined
}

/** Asks of what calendar years before all that anybody counts are. */
function askCalendar(column: ColumnFacts, { options, questions }: Deciding): void {
  const distant = medieval(column)
  if (distant !== undefined && answerTo(options, 'calendar', column.name) !== OURS)
    questions.push(calendarQuestion(column.name, distant))
}

const calendarQuestion = (column: string, example: string): Question => ({
  code: 'calendar',
  column,
  message: `${quoted(example)} in ${quoted(column)} is a year of the Middle Ages, or one of another calendar, such as that of Iran or of the Hijra. Those are not converted: write their years as other countries count them.`,
  options: [{ value: OURS, label: 'It is a year of the Middle Ages' }],
})

const orderQuestion = (column: string, doubtful: string): Question => ({
  code: 'date-order',
  column,
  message: `“${doubtful}” in “${column}” has two readings, and no other date decides. Which comes first?`,
  options: [
    { value: 'dmy', label: 'The day', example: readIn(doubtful, 'dmy') },
    { value: 'mdy', label: 'The month', example: readIn(doubtful, 'mdy') },
  ],
})

/** "03/04/2023 is 3 April 2023" */
function readIn(text: string, order: DateOrder): string {
  const period = readPeriod(text, { ...AS_WRITTEN, order })
  return period ? `${text} is ${periodWords(period, { form: 'long' })}` : text
}

function seenAgain(facts: Facts, column: ColumnFacts, order: DateOrder | null, nextDay = false) {
  const evidence = createPeriodEvidence(order, nextDay)
  for (const row of facts.sample) evidence.see(row[column.index] ?? '')
  return evidence
}
