import { BOUNDS, type SeriesDraft } from '../model/batch.ts'
import type { DatasetDescription } from '../model/dataset.ts'
import type { Day } from '../model/day.ts'
import { parsePeriod, periodText, type TimePeriod } from '../model/period.ts'
import type { Role } from '../model/report.ts'
import { type BadCell, isBad, periodOf, publishedOf, statusOf } from './cells.ts'
import { copyOf } from './copy.ts'
import { quoted } from './issues.ts'
import type { Mapping } from './mapping.ts'
import { createRemembered } from './remember.ts'
import { type Constants, seriesOf } from './series.ts'
import type { Sink } from './sink.ts'

export interface RecordContext {
  mapping: Mapping
  constants: Constants
  /** Day of publication of records that give none. */
  published: Day | null
  description?: Pick<DatasetDescription, 'additive'>
  sink: Sink
}

/** Series that a record tells of, one for each value column, and codes of theirs that no list has. */
export interface Entry {
  series: number[]
  drafts: SeriesDraft[]
  unit: string
  unknown: UnknownCode[]
  labels: Map<string, string>
  /** One of its dimensions is the world: the series repeats what others tell. */
  isTotal: boolean
  /** Other spellings of its codes in the file. */
  spellings: string[]
}

/** A code that no list has, and the records that hold it. */
export interface UnknownCode {
  column: string
  dimension: string
  code: string
  rows: number
}

/** All that a record says of its values, as numbers of the sink. */
export interface ReadRecord {
  entry: Entry
  period: TimePeriod
  status: string
  bound: number
  origin: number
  note: number
}

/** The code of the world: a partner that is all of them. */
export const WORLD = 'W00'

/** Reads everything of a record but its values; the first cell that is wrong stands for the record. */
export function createRecordReader(
  context: RecordContext,
): (row: string[]) => ReadRecord | BadCell {
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
  const origins = createRemembered((row: string[]): number | BadCell => {
    const published = publishedOf(text(row, mapping.published), mapping.published)
    if (isBad(published)) return published
    return sink.addOrigin({
      source: copyOf(text(row, mapping.source).trim()) || constants.source || null,
      sourceUrl: copyOf(text(row, mapping.sourceUrl).trim()) || constants.source_url || null,
      published: published.day ?? context.published,
    })
  })
  const originCells = [mapping.source, mapping.sourceUrl, mapping.published].filter((i) => i >= 0)
  const entryOf = createEntries(context)

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

  const spelled = createRemembered(isSpelledCumulative)
  const declares = (row: string[], status: string): boolean => {
    if (!mapping.own) return mapping.cumulativeC && status.trim() === 'C'
    const period = text(row, mapping.period).trim()
    return spelled(period, period)
  }

  return (row) => {
    const refused = misplaced(row)
    if (refused) return refused
    const period = periods(joined(row, periodCells), row)
    if (isBad(period)) return period
    const statusCell = text(row, mapping.status) || (constants.status ?? '')
    const status = statuses(statusCell, statusCell)
    if (isBad(status)) return status
    const boundText = text(row, mapping.bound).trim()
    const bound = (BOUNDS as readonly (string | null)[]).indexOf(boundText || null)
    if (bound < 0) {
      const message = `${quoted(boundText)} is no bound: use >, <, >=, <=, ~ or nothing.`
      return bad(row, mapping.bound, 'bad-bound', message)
    }
    const origin = origins(joined(row, originCells), row)
    if (typeof origin !== 'number') return origin
    const entry = entryOf(row)
    if (isBad(entry)) return entry
    if (mapping.unit >= 0 && entry.unit !== text(row, mapping.unit).trim()) {
      const message = `The series is in ${quoted(entry.unit)} above, and here in ${quoted(text(row, mapping.unit))}. One series has one unit.`
      return bad(row, mapping.unit, 'unit-changes', message)
    }
    if (declares(row, statusCell)) for (const draft of entry.drafts) draft.cumulative = true
    for (const code of entry.unknown) code.rows++
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
}

/** Finds the series of a record by the cells that name it, and adds them to the sink when they are new. */
function createEntries({ mapping, constants, description, sink }: RecordContext) {
  const identifying = mapping.series >= 0 ? [mapping.series] : mapping.keyed
  const entries = new Map<string, Entry>()
  const known = new Map<string, { entry: Entry; identity: string }>()
  let lastId: string | undefined
  let last: Entry | undefined
  const find = (row: string[]): Entry | BadCell => {
    const { drafts, unknown, labels, identity } = seriesOf(row, mapping, constants, description)
    const key = drafts[0]?.key ?? ''
    const same = known.get(key)
    if (same) {
      if (same.identity !== identity) return sameKey(mapping, row, key)
      const words = identifying.map((index) => (row[index] ?? '').trim()).join(', ')
      if (!same.entry.spellings.includes(words)) same.entry.spellings.push(copyOf(words))
      return same.entry
    }
    const entry: Entry = {
      series: drafts.map((draft) => sink.addSeries(draft)),
      drafts,
      unit: copyOf((row[mapping.unit] ?? '').trim()),
      unknown: unknown.map((code) => ({ ...code, rows: 0 })),
      labels,
      isTotal: drafts[0]?.dimensions.partner === WORLD,
      spellings: [identifying.map((index) => copyOf((row[index] ?? '').trim())).join(', ')],
    }
    known.set(key, { entry, identity })
    return entry
  }
  return (row: string[]): Entry | BadCell => {
    const id = joined(row, identifying)
    if (id === lastId) return last!
    let entry = entries.get(id)
    if (!entry) {
      const found = find(row)
      if (isBad(found)) return found
      entry = found
      entries.set(copyOf(id), entry)
    }
    lastId = id
    last = entry
    return entry
  }
}

/** Our own downloads spell a year as months, `2023-01/2023-12`, in cumulative series only. */
function isSpelledCumulative(text: string): boolean {
  const period = parsePeriod(text)
  return period !== undefined && periodText(period) !== text && periodText(period, true) === text
}

/** Some cells of a record as one text, to be looked up by. */
function joined(row: string[], indexes: number[]): string {
  let text = row[indexes[0] ?? -1] ?? ''
  for (let i = 1; i < indexes.length; i++) text += `\u001f${row[indexes[i]!] ?? ''}`
  return text
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

/** Codes that differ only in signs that a key cannot hold would make one series of two. */
function sameKey({ series, keyed }: Mapping, row: string[], key: string): BadCell {
  const column = series >= 0 ? series : (keyed[0] ?? -1)
  const message = `Another series of this file has the key ${quoted(key)} too, with codes spelled otherwise. Spell them alike, or further apart.`
  return { column, code: 'same-key', message, value: row[column] ?? null }
}
