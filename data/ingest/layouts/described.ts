import { dateOf } from '../../model/day.ts'
import type { Role } from '../../model/report.ts'
import { isStatusLetter } from '../codes/status-words.ts'
import { bareName, isNameless } from '../column-names.ts'
import { type Describing, describes } from '../headings/describing.ts'
import { isPartHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import { inEitherOrder } from '../periods/read.ts'
import { unitNamed } from '../units/listed-units.ts'
import { isUnit, splitUnit } from '../units/units.ts'
import { type OwnPeriod, ownPeriod } from './own-period.ts'
import { respread } from './spread.ts'
import type { Emit, Layout, View } from './view.ts'

/** A series that is a column, with what the lines below its heading say of it. */
interface DescribedSeries {
  index: number
  /** Column of the flags of its figures; -1 where there is none. */
  flags: number
  /** Key, title, unit and scale. */
  about: [string, string, string, string]
  /** What its periods stand for, where a line says it. */
  period: OwnPeriod | undefined
}

const MOST_LINES = 15
/** The part of the rows that may not tell a period once more. */
const MOST_TWICE = 0.9
const MADE: [string, Role][] = [
  ['period', 'period'],
  ['series', 'series'],
  ['title', 'title'],
  ['unit', 'unit'],
  ['scale', 'attribute:unit_scale'],
  ['value', 'value'],
  ['status', 'status'],
]

/** No series is told for later years: `8541` is a code. */
const LAST_YEAR = 2100

function isPeriod(row: string[]): boolean {
  const period = inEitherOrder((row[0] ?? '').trim())
  return period !== undefined && dateOf(period.first).year <= LAST_YEAR
}

/** Series as columns under their keys, below them their titles and units, and then the periods, as the Bundesbank writes. */
export const described: Layout = (view, { isWhole }) => {
  const lines = view.rows.slice(0, MOST_LINES + 1).findIndex(isPeriod)
  if (lines < 1) return undefined
  const [head, body] = [view.rows.slice(0, lines), view.rows.slice(lines)]
  const periods = body.filter(isPeriod).map(textOf)
  if (periods.length < body.length / 2) return undefined
  // Series that are columns have one row for each period.
  if (new Set(periods).size < periods.length * MOST_TWICE) return undefined
  const said = (what: Describing) => head.find((row) => describes(row, what))
  const unit = said('unit')
  const key = said('key') ?? (describes(view.header, 'key') ? view.header : undefined)
  // A heading without a name stands over titles where the keys have a line of their own.
  const isUnnamed = isNameless(view.header[0]!)
  const isTitleText = (name: string) => / /.test(name.trim()) && !isPartHeader(name)
  const isTitled =
    describes(view.header, 'title') ||
    (isUnnamed && (key || view.header.slice(1).every(isTitleText)))
  const title = isTitled
    ? view.header
    : (said('title') ??
      head.find(([first = '', ...others]) => first.trim() === '' && !others.some(isNumberText)) ??
      (key && (titlesBesideDate(head) ?? ofKeys(key, view))))
  if (!unit && !title) return undefined
  const series = seriesOf(view, body, isWhole, {
    key: key ?? view.header,
    title,
    before: said('before'),
    unit,
    currency: said('currency'),
    scale: said('scale'),
    frequency: said('frequency'),
    kind: said('kind'),
  })
  if (series.length === 0) return undefined
  const spread = (row: string[], emit: Emit) => {
    if (!isPeriod(row)) return
    for (const { index, flags, about, period } of series) {
      const value = row[index] ?? ''
      const own = period ? period(row[0]!, value.trim() === '') : row[0]
      if (own !== undefined) emit([own, ...about, value, row[flags] ?? ''], index)
    }
  }
  return {
    ...view,
    header: MADE.map(([name]) => name),
    roles: MADE.map(([, role]) => role),
    from: [view.from[0]!, ...MADE.slice(1).map(() => -1)],
    ...respread(view, () => spread),
    fan: view.fan * series.length,
    spent: new Map<number, Role>([
      ...view.spent,
      ...series.flatMap(({ index, flags }): [number, Role][] => [
        [view.from[index]!, 'value'],
        ...(flags < 0 ? [] : [[view.from[flags]!, 'status'] as [number, Role]]),
      ]),
    ]),
    says: [
      ...view.says,
      `Each column is a series, and ${lines === 1 ? 'the line' : `the ${lines} lines`} below its heading ${lines === 1 ? 'describes' : 'describe'} it: title, unit and scale are taken from there.`,
      ...(series.some(({ period }) => period)
        ? [
            `What each of its periods stands for is told by ${quoted(said('frequency')![0]!.trim())}.`,
          ]
        : []),
    ],
  }
}

/** Tickers stand for titles where they name the columns, and no line does. */
const ofKeys = (key: string[], { header }: View): string[] | undefined =>
  key === header ? key : undefined

/** The names of the columns may be their titles, where the keys have a line of their own: the EIA's `Date` stands beside them. */
const titlesBesideDate = (head: readonly string[][]): string[] | undefined =>
  head.find(
    ([first = '', ...others]) =>
      /^date$/i.test(first.trim()) && others.some((name) => / /.test(name)),
  )

/** What Haver says before the unit of a title: whether it is seasonally adjusted, and at which rate. */
const ADJUSTED = /^(?:(?:NSA|SAAR|SA|SWDA|AR)(?:,\s*|\s+))+/

function unitInTitle(title: string): string {
  const inside = (splitUnit(title).unit ?? /\(([^()]+)\)$/.exec(title)?.[1] ?? '').replace(
    ADJUSTED,
    '',
  )
  return unitNamed(inside) ?? (/\([^()]+\)$/.test(title) && isUnit(inside) ? inside : '')
}

const textOf = ([first = '']: readonly string[]): string => first

/** The ECB's `[Millions of Euro ]`. */
const withoutBrackets = (unit: string): string =>
  unit.startsWith('[') && unit.endsWith(']') ? unit.slice(1, -1).trim() : unit

/** The Federal Reserve's `Currency`, `Currency:_Per_USD` and `Percent:_Per_Year`, of which a line of its own tells the currency. */
function ofReserve(unit: string, currency: string): string {
  const [, word = '', other] = /^(Currency|Percent)(?::_Per_(\w+))?$/.exec(unit) ?? []
  if (word === 'Percent') return word
  if (word === '' || currency === '') return unit
  return other === undefined ? currency : `${currency} per ${other}`
}

/** The lines that describe series, where there are such. */
type Lines = Record<Exclude<Describing, 'other'>, string[] | undefined>

function seriesOf(
  { header }: View,
  body: string[][],
  isWhole: boolean,
  lines: Lines,
): DescribedSeries[] {
  const periods = body.filter(isPeriod)
  return header.flatMap((name, index) => {
    const cell = (row: string[] | undefined): string => (row?.[index] ?? '').trim()
    // A series may begin below the rows at hand.
    const isEmpty = !isWhole && cell(lines.key) !== '' && body.every((row) => cell(row) === '')
    if (index === 0 || !(isEmpty || body.some((row) => isNumberText(cell(row))))) return []
    const bare = ofReserve(withoutBrackets(cell(lines.unit)), cell(lines.currency))
    const unit = [cell(lines.before), bare].filter(Boolean).join(' ')
    const about: DescribedSeries['about'] = [
      cell(lines.key),
      cell(lines.title).replace(/[\s;]+$/, ''),
      unit || unitInTitle(cell(lines.title)),
      cell(lines.scale),
    ]
    // INSEE's `Codes` stand right behind their figures.
    const areCodes = (other: string, i: number) =>
      i === index + 1 &&
      /^codes?$/i.test(bareName(other)) &&
      body.every((row) => isStatusLetter((row[i] ?? 'A') || 'A'))
    const flags = header.findIndex(
      (other, i) => (/_flags?$/i.test(other) && other.startsWith(name)) || areCodes(other, i),
    )
    const told = periods.filter((row) => cell(row) !== '')
    // A stock of June is none of the year that ends with it.
    const isStock = /^stock$/i.test(cell(lines.kind)) && /^a/i.test(cell(lines.frequency))
    const period = isStock
      ? undefined
      : ownPeriod(cell(lines.frequency), periods.map(textOf), told.map(textOf))
    return [{ index, flags, about, period }]
  })
}
