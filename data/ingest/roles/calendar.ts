import { dateOf } from '../../model/day.ts'
import type { TimePeriod } from '../../model/period.ts'
import { type ColumnFacts, isNumeric } from '../facts.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { headerWord, roleOfRoot, spaced } from '../words.ts'
import type { Settling } from './settling.ts'
import { isParts } from './year-and-part.ts'

const WEEKDAYS =
  /^(?:weekday|day_?of_?(?:the_)?week|dow|day_name|wochentag|jour_de_la_semaine|día_de_la_semana|dia_de_la_semana|dia_da_semana|giorno_della_settimana|weekdag|dzień_tygodnia|haftanın_günü|день_недели|день_тижня|星期|周几|曜日|요일)$/

/** `month_number`, `Quarter no.` */
const NUMBER = /[\s_]+(?:number|numbers|num|nummer|n[uú]mero|nr\.?|no\.?)$/i

const isOfPeriod = (heading: string): boolean => roleOfRoot(heading) === 'period'

/** `mon` of `base_mon`. */
const lastOf = (word: string): string => word.split('_').at(-1)!

/** Below a heading that does not speak of the calendar so many periods must come again on the same weekday or month. */
const ENOUGH = 8

/**
 * Whether a column says of each day its weekday, or of each period its month, quarter or season of the year: that is
 * decided by the period, and tells no series apart.
 */
export function isOfCalendar(column: ColumnFacts, settling: Settling): boolean {
  const { name, index, distinct } = column
  const word = headerWord(spaced(name.replace(NUMBER, '')))
  const isCalled =
    WEEKDAYS.test(word) ||
    [name, word].some(isOfPeriod) ||
    (isOfPeriod(lastOf(word)) && isParts(column))
  if (distinct.size < 2 || (!isCalled && isNumeric(column))) return false
  const periods = periodsOf(settling)
  if (periods.size < 2) return false
  const texts = settling.facts.sample.map((row) => row[index] ?? '')
  const isDecided = (place: (period: TimePeriod) => number) => {
    const told = new Map<number, string>()
    const days = new Set<number>()
    const isSame = [...periods].every(([row, period]) => {
      const at = place(period)
      days.add(period.first)
      if (!told.has(at)) told.set(at, texts[row]!)
      return told.get(at) === texts[row]
    })
    return isSame && (isCalled || days.size - told.size >= ENOUGH)
  }
  const areDays = [...periods.values()].every(({ first, last }) => first === last)
  return (
    (areDays && isDecided(({ first }) => first % 7)) ||
    isDecided(({ first, last }) => dateOf(first).month * 1000 + last - first)
  )
}

/** The periods of the first rows, by row; none where one of them cannot be read. */
function periodsOf({ facts, roles }: Settling): Map<number, TimePeriod> {
  const [whole, part] = [roles.indexOf('period'), roles.indexOf('period_part')]
  const found = new Map<number, TimePeriod>()
  if (whole < 0) return found
  const spelling = { ...AS_WRITTEN, order: facts.columns[whole]!.spelling.order() }
  for (const [i, row] of facts.sample.entries()) {
    const text = part < 0 ? row[whole]! : `${row[whole]} ${row[part]}`
    const period = readPeriod(text, spelling)
    if (!period) return new Map()
    found.set(i, period)
  }
  return found
}
