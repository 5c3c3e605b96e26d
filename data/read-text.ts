import type { Kysely } from 'kysely'
import type { Day } from './model/day.ts'
import { parsePeriod } from './model/period.ts'
import { type SeriesQuery, seriesIds } from './model/query.ts'
import { read } from './read.ts'
import { cutPacked } from './store/packed-cut.ts'
import { findPackedSeries, type PackedSeries } from './store/packed-read.ts'
import { seriesText } from './store/packed-text.ts'
import type { Database } from './store/schema.ts'
import { inSnapshot } from './store/snapshot.ts'
import { dataVersion } from './store/version.ts'

/** The answer to a query as JSON: what `JSON.stringify(await read(db, query))` gives, in UTF-8. */
export type ReadText = (query: SeriesQuery) => Promise<{
  bytes: Uint8Array<ArrayBuffer>
  /** The version of the data that it is of. */
  version: number
}>

/** A stored series as it stands in an answer, whole, and the days that it covers. */
interface Text {
  bytes: Uint8Array
  firstDay: Day
  lastDay: Day
}

/** Bytes of texts that are kept, each of about four kilobytes for twelve years of months. */
const KEPT = 32 * 1024 ** 2

/**
 * Reads answers as text. Stored series that nothing is done to are joined from their texts, which are
 * made from the packed form and kept while the data stays the same; everything else goes through
 * `read`, which also says what is wrong with a query.
 */
export function openReadText(db: Kysely<Database>): ReadText {
  const texts = new Texts()

  return async (query) => {
    const ids = joinable(query) ? seriesIds(query) : []
    const found = ids.length === query.series.length ? await partsOf(db, texts, ids, query) : null
    if (found) return { bytes: join(query, found.parts), version: found.version }
    const version = await dataVersion(db)
    return { bytes: Buffer.from(JSON.stringify(await read(db, query))), version }
  }
}

const joinable = ({ series, span, transform, asOf }: SeriesQuery): boolean =>
  span.length === 0 &&
  transform.length === 0 &&
  asOf === null &&
  series.every(({ kind }) => kind === 'series')

/** The series of an answer, all of one moment; null where `read` has to answer. */
async function partsOf(
  db: Kysely<Database>,
  texts: Texts,
  ids: string[],
  query: SeriesQuery,
): Promise<{ parts: Uint8Array[]; version: number } | null> {
  const first = query.start === null ? Number.NEGATIVE_INFINITY : parsePeriod(query.start)!.first
  const last = query.end === null ? Number.POSITIVE_INFINITY : parsePeriod(query.end)!.last
  const { version: keptAt } = texts
  const kept = ids.map((id) => texts.find(id, first, last))
  const missing = ids.filter((_, i) => !kept[i])
  const found = await findAll(db, missing)
  if (!found) return null
  const version = found[0]?.version ?? (await dataVersion(db))
  if (version !== texts.version) texts.clear(version)
  // What was kept is of another moment than what was found.
  if (version !== keptAt && found.length < ids.length) return partsOf(db, texts, ids, query)
  const parts: Uint8Array[] = []
  let next = 0
  for (const text of kept) {
    const part = text ?? partOf(texts, found[next++]!, first, last)
    if (!part) return null
    parts.push(part)
  }
  return { parts, version }
}

async function findAll(db: Kysely<Database>, ids: string[]): Promise<PackedSeries[] | null> {
  const find = async (now: Kysely<Database>) => {
    const found: PackedSeries[] = []
    for (const id of ids) {
      const one = await findPackedSeries(now, id)
      if (!one) return null
      found.push(one)
    }
    return found
  }
  // One statement is of one moment by itself.
  return ids.length < 2 ? find(db) : inSnapshot(db, find)
}

function partOf(
  texts: Texts,
  { record, packed, firstDay, lastDay }: PackedSeries,
  first: number,
  last: number,
): Uint8Array | null {
  const cut = cutPacked(packed, first, last)
  if (!cut) return null
  const bytes = seriesText(record.series, cut.packed, cut.straddling)
  if (cut.packed === packed && firstDay !== null && lastDay !== null) {
    texts.keep(record.series.id, { bytes, firstDay, lastDay })
  }
  return bytes
}

const COMMA = Buffer.from(',')
const END = Buffer.from(']}')

function join(query: SeriesQuery, parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [Buffer.from(`{"query":${JSON.stringify(query)},"series":[`)]
  for (const [i, part] of parts.entries()) {
    if (i > 0) pieces.push(COMMA)
    pieces.push(part)
  }
  pieces.push(END)
  return Buffer.concat(pieces)
}

/** Texts of whole series by id, those of one version of the data. */
class Texts {
  version = -1
  #bytes = 0
  readonly #texts = new Map<string, Text>()

  /** The text of a series that lies wholly between two days. */
  find(id: string, first: Day, last: Day): Uint8Array | undefined {
    const text = this.#texts.get(id)
    return text && text.firstDay >= first && text.lastDay <= last ? text.bytes : undefined
  }

  /** Drops those kept longest where there are too many. */
  keep(id: string, text: Text): void {
    this.#drop(id)
    this.#texts.set(id, text)
    this.#bytes += text.bytes.length
    for (const oldest of this.#texts.keys()) {
      if (this.#bytes <= KEPT) break
      this.#drop(oldest)
    }
  }

  clear(version: number): void {
    this.version = version
    this.#texts.clear()
    this.#bytes = 0
  }

  #drop(id: string): void {
    this.#bytes -= this.#texts.get(id)?.bytes.length ?? 0
    this.#texts.delete(id)
  }
}
