import { BOUNDS } from '../../model/batch.ts'
import type { Day } from '../../model/day.ts'
import { parsePeriod, periodText, type TimePeriod } from '../../model/period.ts'
import type { Role } from '../../model/report.ts'
import { copyOf } from '../copy.ts'
import { quoted } from '../issues.ts'
import { createRemembered } from '../remember.ts'
import { addressOf, type BadCell, isBad, periodOf, publishedOf } from './cells.ts'
import { createEntries, joined, type SeriesContext } from './entries.ts'
import { statusOf } from './status-cells.ts'

/** Characters of a code. */
const LONGEST = 1000

export interface RecordContext extends SeriesContext {
  /** Day of publication of records that give none. */
  published: Day | null
}

/** All that a record says of its values, as numbers of the sink. */
export interface ReadRecord {
  /** Number of the series that it tells of. */
  entry: number
  period: TimePeriod
  status: string
  bound: number
  origin: number
  note: number
}

/** Reads everything of a record but its values, or gives every cell of it that is wrong. */
export function createRecordReader(context: RecordContext) {
  const { mapping, constants, sink } = context
  const { header } = mapping
  const text = (row: string[], index: number): string => (index < 0 ? '' : (row[index] ?? ''))
  const bad = (row: string[], column: number, code: string, message: string): BadCell => ({
    column,
    code,
    message,
    value: text(row, column),
  })

  const periods = createRemembered((row: string[]) => periodOf(row, mapping))
  const { period, periodPart, periodStart, periodEnd } = mapping
  const periodCells = [period, periodPart, periodStart, periodEnd].filter((i) => i >= 0)
  const statuses = createRemembered((cell: string) => statusOf(cell, mapping.status, mapping))
  const notes = createRemembered((note: string) => sink.addText(copyOf(note)))
  const origins = createRemembered((row: string[]): number | BadCell[] => {
    const order = mapping.publishedOrder ?? mapping.spelling.order
    const published = publishedOf(text(row, mapping.published), mapping.published, order)
    const address = addressOf(text(row, mapping.sourceUrl), mapping.sourceUrl)
    if (isBad(published) || isBad(address)) return [published, address].filter(isBad)
    return sink.addOrigin({
      source: copyOf(text(row, mapping.source).trim()) || constants.source || null,
      sourceUrl: copyOf(address.text) || constants.source_url || null,
      published: published.day ?? context.published,
    })
  })
  const originCells = [mapping.source, mapping.sourceUrl, mapping.published].filter((i) => i >= 0)
  const entries = createEntries(context)

  let dataset: string | undefined
  const misplaced = (row: string[]): BadCell | undefined => {
    if (mapping.series >= 0 && text(row, mapping.series).trim() === '') {
      const message = `${quoted(header[mapping.series]!)} is empty: say which series the figure belongs to.`
      return bad(row, mapping.series, 'missing-field', message)
    }
    if (mapping.dataset < 0) return undefined
    dataset ??= copyOf(text(row, mapping.dataset))
    if (text(row, mapping.dataset) === dataset) return undefined
    const message = `The file began with the dataset ${quoted(dataset)}: upload one dataset at a time.`
    return bad(row, mapping.dataset, 'other-dataset', message)
  }

  const naming = [mapping.series, ...mapping.keyed].filter((i) => i >= 0)
  /** Codes are part of addresses: where a cell holds prose instead, nobody could ask for the series. */
  const tooLong = (row: string[]): BadCell | undefined => {
    const column = naming.find((i) => text(row, i).length > LONGEST)
    if (column === undefined) return undefined
    const count = text(row, column).length.toLocaleString('en')
    const message = `A code of ${count} characters names no series: ${LONGEST.toLocaleString('en')} are the most. Is ${quoted(header[column]!)} a remark? Then leave the column out.`
    return bad(row, column, 'code-too-long', message)
  }

  const boundOf = (row: string[]): number | BadCell => {
    const told = text(row, mapping.bound).trim()
    const bound = (BOUNDS as readonly (string | null)[]).indexOf(told || null)
    if (bound >= 0) return bound
    const message = `${quoted(told)} is no bound: use >, <, >=, <=, ~ or nothing.`
    return bad(row, mapping.bound, 'bad-bound', message)
  }

  const spelled = createRemembered(isSpelledCumulative)
  const declares = (row: string[], status: string): boolean => {
    const period = text(row, mapping.period).trim()
    if (!mapping.own)
      return period.endsWith(' ytd') || (mapping.cumulativeC && status.trim() === 'C')
    return spelled(period, period)
  }

  const read = (row: string[]): ReadRecord | BadCell[] => {
    const refused = misplaced(row)
    const found = refused ? [refused] : entries.find(row)
    // Good rows of a series have shown that its codes are short enough.
    const long = Array.isArray(found) || entries.known.rowsOf(found) > 0 ? undefined : tooLong(row)
    const entry = long ? [long] : found
    const period = periods(joined(row, periodCells), row)
    const statusCell = text(row, mapping.status) || (constants.status ?? '')
    const status = statuses(statusCell, statusCell)
    const bound = boundOf(row)
    const origin = origins(joined(row, originCells), row)
    if (
      Array.isArray(entry) ||
      Array.isArray(period) ||
      isBad(status) ||
      typeof bound !== 'number' ||
      typeof origin !== 'number'
    ) {
      return [entry, period, status, bound, origin].flat().filter((each) => isBad(each))
    }
    if (declares(row, statusCell)) entries.declareCumulative(entry)
    entries.known.countRows(entry, 1)
    const note = text(row, mapping.note).trim() || (constants.note ?? '')
    return {
      entry,
      period,
      status: status.letters,
      bound,
      origin,
      note: note === '' ? -1 : notes(note, note),
    }
  }

  return { read, entries }
}

/** Our own downloads spell a year as months, `2023-01/2023-12`, in cumulative series only. */
function isSpelledCumulative(text: string): boolean {
  const period = parsePeriod(text)
  return period !== undefined && periodText(period) !== text && periodText(period, true) === text
}

/**
 * A record wider or narrower than the header: cells may have slipped, so none of it is believed. `roles`
 * are those of the file's columns.
 */
export function widthFault(row: string[], roles: readonly Role[]): BadCell | undefined {
  if (row.length === roles.length) return undefined
  const harmless =
    row.length > roles.length
      ? row.slice(roles.length).every((cell) => cell.trim() === '')
      : roles.slice(row.length).every((role) => role === 'ignore' || role === 'note')
  if (harmless) return undefined
  const message = `The record has ${row.length} fields where the header has ${roles.length}. Is a cell missing, or a delimiter not quoted?`
  return { column: -1, code: 'ragged-row', message, value: row.join(' ') }
}
