import type { TimePeriod } from '../../model/period.ts'
import { day } from './days.ts'
import { fullYear } from './fiscal.ts'
import { monthNamed } from './names.ts'

/** The mark between two days, or the word. */
const TO = ` ?(?:[-–—~至]|по|to) ?`
const YEAR = String.raw`(?<year>\d{4}|\d{2})(?: ?г(?:\.|ода)?)?$`

/** Days of which the last alone tells the year, and it may be the month. */
const SHAPES = [
  // `01.01-07.01.2024`, `01-07.01.2024`
  String.raw`^(?<from>\d{1,2})(?:\.(?<start>\d{1,2}))?\.?${TO}(?<to>\d{1,2})\.(?<end>\d{1,2})\.${YEAR}`,
  // `1–7 января 2024 г.`, `с 29 января по 4 февраля 2024`
  String.raw`^(?:с )?(?<from>\d{1,2})(?: (?<start>\p{L}{3,})\.?)?${TO}(?<to>\d{1,2}) (?<end>\p{L}{3,})\.?,? ${YEAR}`,
  // `Jan 1-7, 2024`, `Jan 29 - Feb 4, 2024`
  String.raw`^(?<start>\p{L}{3,})\.? (?<from>\d{1,2})${TO}(?:(?<end>\p{L}{3,})\.? )?(?<to>\d{1,2}),? ${YEAR}`,
  // `2024年1月1日-7日`
  String.raw`^(?<year>\d{4})年(?<start>\d{1,2})月(?<from>\d{1,2})日?${TO}(?:(?<end>\d{1,2})月)?(?<to>\d{1,2})日$`,
].map((shape) => new RegExp(shape, 'iu'))

const monthOf = (text: string | undefined): number | undefined =>
  text === undefined || /^\d/.test(text)
    ? Number(text ?? Number.NaN)
    : monthNamed(text.toLowerCase())

/** `29.01-04.02.2024`: several days, where one of them alone tells month or year. */
export function asDays(text: string): TimePeriod | undefined {
  for (const shape of SHAPES) {
    const { from, start, to, end, year } = shape.exec(text)?.groups ?? {}
    const [first, last] = [monthOf(start ?? end), monthOf(end ?? start)]
    if (year === undefined || !first || !last) continue
    // `29.12-04.01.2024` begins in the year before.
    const ofFirst = fullYear(year) - Number(first > last)
    const days = [day(ofFirst, first, Number(from)), day(fullYear(year), last, Number(to))] as const
    if (days[0] && days[1] && days[0].first < days[1].first)
      return { first: days[0].first, last: days[1].last }
  }
  return undefined
}
