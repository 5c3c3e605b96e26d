import { join } from 'node:path'
import type { ObservationBatch, OriginDraft, SeriesDraft } from '../../model/batch.ts'
import { originOf, type Piece, type Renamed } from '../../model/piece.ts'
import { appendRows, makeRows, partOf, sortRows, withRoom } from '../../model/rows.ts'
import { withPlace } from '../../model/with-place.ts'
import type { FileSeries, StagedSeries } from './stage.ts'
import { Texts } from './texts.ts'

/** Rows of series that may go on: more are better sorted on disk. */
const MOST_OPEN = 1 << 18
/** Series among the last so many rows of a piece may go on in the next one. */
const OPEN = 32

/** The file turned out not to tell one series after the other, or not all of it is good: it must be staged. */
export class NotInOrder extends Error {}

/**
 * A file that tells one series after the other, or a few side by side, merged while it is read: a series
 * is taken to be whole when others follow. Throws `NotInOrder` where it goes on all the same.
 */
export class Arriving implements FileSeries {
  readonly folder: string
  readonly isLarge = true
  readonly #pieces: AsyncIterator<Piece>
  /** Of series that are not whole yet. */
  readonly #drafts = new Map<number, SeriesDraft>()
  #told = 0
  readonly #texts: Texts
  readonly #series = new Whole()
  #renamed: Renamed[] = []

  constructor(folder: string, pieces: AsyncIterable<Piece>) {
    this.folder = folder
    this.#pieces = pieces[Symbol.asyncIterator]()
    this.#texts = new Texts(join(folder, 'texts'))
  }

  text(number: number): string | null {
    return this.#texts.get(number)
  }

  origin(number: number): OriginDraft {
    return originOf(this.#texts.get(number)!)
  }

  async *parts(): AsyncGenerator<Iterable<StagedSeries>> {
    for (;;) {
      const next = await this.#pieces.next()
      if (next.done || next.value.renamed.length > 0) {
        this.#renamed = next.done ? [] : next.value.renamed
        break
      }
      const { drafts, texts, rows } = next.value
      for (const draft of drafts) this.#drafts.set(this.#told++, draft)
      for (const text of texts) this.#texts.add(text)
      yield this.#staged(this.#series.take(rows))
    }
    yield this.#staged(this.#series.rest())
  }

  /** What the file turns out to call its series is told after all its rows. */
  async *renamed(): AsyncGenerator<Renamed> {
    yield* this.#renamed
    for (;;) {
      const next = await this.#pieces.next()
      if (next.done) return
      yield* next.value.renamed
    }
  }

  async close(): Promise<void> {
    this.#texts.close()
    await this.#pieces.return?.()
  }

  *#staged(all: Iterable<ObservationBatch>): Generator<StagedSeries> {
    for (const rows of all) {
      const number = rows.series[0]!
      yield { draft: this.#drafts.get(number)!, rows }
      this.#drafts.delete(number)
    }
  }
}

/**
 * Whether rows of a file tell one series after the other, or a few side by side. Where most series have
 * one row yet, the file may as well tell one period after the other.
 */
export function isInOrder({ series, length }: ObservationBatch): boolean {
  const lastAt = new Map<number, number>()
  for (let i = 0; i < length; i++) {
    const before = lastAt.get(series[i]!)
    if (before !== undefined && before < i - OPEN) return false
    lastAt.set(series[i]!, i)
  }
  return 2 * lastAt.size <= length
}

/** Cuts pieces into series that are whole. */
class Whole {
  /** Rows of series that may go on, by their number. */
  readonly #open = new Map<number, ObservationBatch>()
  /** 1 for each series that was taken to be whole. */
  #done = new Uint8Array(1024)

  #keep(number: number, part: ObservationBatch, before = makeRows(0)): void {
    const rows = withRoom(before, part.length)
    if (rows.length + part.length > MOST_OPEN) throw new NotInOrder('A series has very many rows')
    appendRows(rows, part, 0, part.length)
    this.#open.set(number, rows)
  }

  /** The series that are whole when these rows have come, the rows of each in order. */
  *take(piece: ObservationBatch): Generator<ObservationBatch> {
    const { series, length } = piece
    if (length === 0) return
    const goOn = new Set(series.subarray(Math.max(0, length - OPEN), length))
    for (const part of cut(sortRows(piece))) {
      const number = part.series[0]!
      if (this.#done[number]) throw new NotInOrder(`Series ${number} goes on`)
      const before = this.#open.get(number)
      if (before || goOn.has(number)) this.#keep(number, part, before)
      else {
        this.#end(number)
        yield part
      }
    }
    for (const [number, rows] of this.#open) if (!goOn.has(number)) yield this.#whole(number, rows)
  }

  /** Those that were still open, at the end of the file. */
  *rest(): Generator<ObservationBatch> {
    for (const [number, rows] of this.#open) yield this.#whole(number, rows)
  }

  #whole(number: number, rows: ObservationBatch): ObservationBatch {
    this.#open.delete(number)
    this.#end(number)
    return sortRows(partOf(rows, 0, rows.length))
  }

  #end(number: number): void {
    this.#done = withPlace(this.#done, number)
    this.#done[number] = 1
  }
}

/** Sorted rows, series by series. */
function* cut(rows: ObservationBatch): Generator<ObservationBatch> {
  const { series, length } = rows
  for (let from = 0, to = 0; from < length; from = to) {
    for (to = from + 1; to < length && series[to] === series[from]; ) to++
    yield partOf(rows, from, to)
  }
}
