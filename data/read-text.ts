import type { Day } from './model/day.ts'
import { edgesOf, type SeriesQuery, seriesIds } from './model/query.ts'
import { dataVersionNow } from './store/data-version.ts'
import type { Store } from './store/open.ts'
import { Bounded } from './store/packed/bounded.ts'
import { cutPacked } from './store/packed/cut.ts'
import { JsonWriter } from './store/packed/json-writer.ts'
import { findPackedSeries } from './store/packed/read.ts'
import { writeSeries } from './store/packed/text.ts'
import { inSnapshotNow } from './store/snapshot.ts'

/**
 * The answer to a query as JSON: what `JSON.stringify(await read(db, query))` gives, in UTF-8, at once.
 * Undefined where `read` has to answer, which also says what is wrong with a query.
 */
export type ReadText = (query: SeriesQuery) => AnswerText | undefined

interface AnswerText {
  bytes: Uint8Array<ArrayBuffer>
  /** The version of the data that it is of. */
  version: number
}

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
 * made from the packed form and kept while the data stays the same.
 */
export function openReadText(store: Store): ReadText {
  const texts = new Texts()
  return (query) => {
    if (!isJoinable(query)) return undefined
    const ids = seriesIds(query)
    // A series that is named twice.
    if (ids.length < query.series.length) return undefined
    const answer = () => {
      const version = dataVersionNow(store)
      if (version !== texts.version) texts.clear(version)
      const bytes = write(store, texts, ids, query)
      return bytes && { bytes, version }
    }
    // One series is of one moment by itself; where it is newer than its version, that is soon out of date.
    return ids.length < 2 ? answer() : inSnapshotNow(store, answer)
  }
}

const isJoinable = ({ series, span, transform, asOf }: SeriesQuery): boolean =>
  span.length === 0 &&
  transform.length === 0 &&
  asOf === null &&
  series.every(({ kind }) => kind === 'series')

/** What of an answer just written may be kept: the text of a whole series, and where it stands in it. */
interface Made {
  id: string
  from: number
  to: number
  firstDay: Day
  lastDay: Day
}

function write(
  store: Store,
  texts: Texts,
  ids: string[],
  query: SeriesQuery,
): Uint8Array<ArrayBuffer> | undefined {
  const { first, last } = edgesOf(query)
  const made: Made[] = []
  writer.clear()
  writer.raw(`{"query":${JSON.stringify(query)},"series":[`)
  for (const [i, id] of ids.entries()) {
    if (i > 0) writer.raw(',')
    const text = texts.find(id, first, last)
    if (text) {
      writer.bytes(text)
      continue
    }
    const found = findPackedSeries(store, id)
    const cut = found && cutPacked(found.packed, first, last)
    if (!cut) return undefined
    const { about, packed, firstDay, lastDay } = found
    const from = writer.length
    writeSeries(writer, about, cut.packed, cut.straddling)
    if (cut.packed !== packed || firstDay === null || lastDay === null) continue
    made.push({ id, from, to: writer.length, firstDay, lastDay })
  }
  const bytes = writer.raw(']}').take()
  texts.keepAll(made, bytes)
  return bytes
}

const writer = new JsonWriter()

/** Texts of whole series by id, those of one version of the data. */
class Texts {
  version = -1
  readonly #texts = new Bounded<Text>(KEPT)

  /** The text of a series that lies wholly between two days. */
  find(id: string, first: Day, last: Day): Uint8Array | undefined {
    const text = this.#texts.get(id)
    return text && text.firstDay >= first && text.lastDay <= last ? text.bytes : undefined
  }

  /** Texts that stand in an answer: not copied, unless they would hold much of it that is not kept. */
  keepAll(made: Made[], answer: Uint8Array): void {
    const bytes = made.reduce((sum, { from, to }) => sum + to - from, 0)
    const isMost = 2 * bytes > answer.length
    for (const { id, from, to, firstDay, lastDay } of made) {
      const part = answer.subarray(from, to)
      const text = { bytes: isMost ? part : new Uint8Array(part), firstDay, lastDay }
      this.#texts.keep(id, text, to - from)
    }
  }

  clear(version: number): void {
    this.version = version
    this.#texts.clear()
  }
}
