import { dateOf } from '../../model/day.ts'
import { periodText, type TimePeriod, unitOf } from '../../model/period.ts'
import type { Question } from '../../model/report.ts'
import { inOurYears } from '../periods/eras.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { periodNamed } from './named-period.ts'
import { MOST_WORDS_OF_TITLES, periodHeader } from './period-header.ts'
import type { Surroundings } from './view.ts'

/** When a file was made says nothing of its figures. */
const MADE =
  /updat|extract|download|export(?:ed)? on|generat|retriev|release|обновл|создан|выгруж|stand:|aktualis|abgerufen|mise à jour|actualiz|更新|下载|导出|生成/i

const LAST_YEARS = 6

/** The years that a person may mean who is asked for one, this year first. */
export function lastYears(): string[] {
  const now = new Date().getUTCFullYear()
  return Array.from({ length: LAST_YEARS }, (_, i) => String(now - i))
}

/** Asks of which year something is, where nothing says so. */
export const yearQuestion = (what: string): Question => ({
  code: 'year',
  column: null,
  message: `${what}, and nothing says of which. Which year is it?`,
  options: lastYears().map((value) => ({ value, label: value })),
})

const saying = (above: readonly string[]): string[] => above.filter((line) => !MADE.test(line))

type Told = Pick<Surroundings, 'fileName'> & { above: readonly string[] }

/** The only year in the lines above a table, else in the name of its file. */
export const yearAbove = ({ above, fileName }: Told): string | undefined =>
  onlyYear(saying(above).map(inOurEra).join(' ')) ?? onlyYear(fileName)

/** `Экспорт с 2011 г.`, `since 2011`: where a series begins is no year of what stands below. */
const SINCE =
  /(?<!\p{L})(?:с|со|since|starting (?:in|from)|ab|seit|depuis|desde) (?:начала )?(?:19|20)\d\d(?! ?[-–—]| (?:по|до|to|until|bis|à|hasta|to) )/giu

function onlyYear(text: string): string | undefined {
  const years = new Set(text.replace(SINCE, ' ').match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])
  return years.size === 1 ? [...years][0] : undefined
}

/** The month that a person says, else the only one that the lines above a table name, else the name of its file: `2023-11`. */
export const monthAbove = ({ above, fileName, options }: Surroundings): string | undefined =>
  onlyMonth([options.constants?.period ?? '']) ??
  onlyMonth(saying(above)) ??
  onlyMonth([fileName.replace(/\.\w+$/, '').replaceAll('_', ' ')])

function onlyMonth(lines: readonly string[]): string | undefined {
  const months = new Set(lines.flatMap((line) => monthIn(line) ?? []))
  return months.size === 1 ? [...months][0] : undefined
}

function monthIn(line: string): string | undefined {
  const text = periodIn(line)
  const period = text === undefined ? undefined : readPeriod(text, AS_WRITTEN)
  return period && endOf(period)
}

/** A month, or the last one of a range of months. */
function endOf(period: TimePeriod): string | undefined {
  const unit = unitOf(period)
  if (unit === 'A' || unit === 'D' || unit === 'W') return undefined
  const { year, month } = dateOf(period.last)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The only period that the lines above a table name, else that of the name of its file. */
export function periodStated(around: Surroundings): { text: string; where: string } | undefined {
  const above = new Set(saying(around.above).flatMap((line) => periodIn(line) ?? []))
  if (above.size === 1) return { text: [...above][0]!, where: 'a line above the header' }
  const named = above.size > 0 ? undefined : periodNamed(around.fileName, periodIn)
  return named === undefined ? undefined : { text: named, where: 'the name of the file' }
}

/** `（令和5年12月分）`, `112年11月`: the year of an era, where one begins a word. */
const inOurEra = (line: string): string =>
  line.replace(/(?<![\d\p{Script=Han}])(?:\p{Script=Han}{2,4})?(?:\d{1,3}|元)年/gu, (year) =>
    inOurYears(year, {}),
  )

/** Years and nothing else, each over columns of its own. */
const YEARS = /^\s*(?:(?:19|20)\d\d\s+)+(?:19|20)\d\d\s*$/

/** The period that a line names: `2023-11`. */
export function periodIn(line: string): string | undefined {
  if (YEARS.test(line)) return undefined
  const [han] = /\d{4}年(?:\d{1,2}(?:[-至]\d{1,2})?月)?/.exec(inOurEra(line)) ?? []
  const text = han ?? periodHeader(line, MOST_WORDS_OF_TITLES)?.period
  const period = text === undefined ? undefined : readPeriod(text, AS_WRITTEN)
  return period && unitOf(period) !== 'D' ? periodText(period) : undefined
}
