import { dayText, monthEnd, parseDay } from '../../model/day.ts'
import type { Role } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import type { Emit, Layout, View } from './view.ts'

/** `GDP_20240725`, as ALFRED has it, and `release_2024_07`: a series, and when it was told so. */
const NAME =
  /^(?<stem>\p{L}.*?)[_ ](?<year>(?:19|20)\d\d)[_-]?(?<month>[01]\d)(?:[_-]?(?<day>[0-3]\d))?$/u
/** Words for a telling: months behind any other word are periods. */
const TOLD = /^(?:releases?|vintages?|editions?|published|as[_ ]of)$/i

/** Tellings of one series side by side: each figure is a release of the day in its heading; where it is empty there was none yet. */
export const vintages: Layout = (view) => {
  const found = view.header.flatMap((name, index) => vintageOf(name, index) ?? [])
  const stems = new Set(found.map(({ stem }) => stem))
  const [first] = found
  if (!first || found.length < 2 || stems.size > 1 || !areTold(view, found)) return undefined
  const kept = view.header.flatMap((_, i) => (found.some(({ index }) => index === i) ? [] : [i]))
  const spread = (row: string[], emit: Emit) => {
    for (const { index, day } of found) {
      const cell = row[index] ?? ''
      if (cell.trim() !== '') emit([...kept.map((i) => row[i] ?? ''), cell, dayText(day)], index)
    }
  }
  return {
    ...view,
    header: [
      ...kept.map((i) => view.header[i]!),
      TOLD.test(first.stem) ? 'value' : first.stem,
      'published',
    ],
    roles: [...kept.map((i) => view.roles[i]), 'value', 'published'],
    from: [...kept.map((i) => view.from[i]!), -1, -1],
    ...respread(view, () => spread),
    fan: view.fan * found.length,
    spent: new Map<number, Role>([
      ...view.spent,
      ...found.map(({ index }): [number, Role] => [view.from[index]!, 'value']),
    ]),
    says: [
      ...view.says,
      `${quoted(view.header[first.index]!)} to ${quoted(view.header[found.at(-1)!.index]!)} are tellings of one series: the day in its heading is that of each, or the last of a month.`,
    ],
  }
}

interface Vintage {
  index: number
  stem: string
  day: number
}

function vintageOf(name: string, index: number): Vintage | undefined {
  const { stem = '', year, month, day } = NAME.exec(name)?.groups ?? {}
  if (year === undefined || (day === undefined && !TOLD.test(stem))) return undefined
  const own =
    day === undefined ? monthEnd(Number(year), Number(month)) : parseDay(`${year}-${month}-${day}`)
  return own === undefined ? undefined : { index, stem, day: own }
}

/** Whether each row is of a period in its first cell, which began before the days of all its figures. */
function areTold(view: View, found: readonly Vintage[]): boolean {
  const isBefore = (row: string[]) => {
    const period = readPeriod((row[0] ?? '').trim(), AS_WRITTEN)
    return (
      period !== undefined &&
      found.every(({ index, day }) => (row[index] ?? '').trim() === '' || period.first < day)
    )
  }
  return cellsOf(view, 0).length > 0 && view.rows.every(isBefore)
}
