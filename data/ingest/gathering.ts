import type { ObservationBatch, SeriesDraft } from '../model/batch.ts'
import { originText, type Piece, placesOf } from '../model/piece.ts'
import { appendRows, makeRows, withRoom } from '../model/rows.ts'
import { copyOf } from './copy.ts'
import type { Sink } from './sink.ts'
import { Unreadable } from './unreadable.ts'

/** Series of one file: each takes a kilobyte of memory until all is read. */
const MOST = 1_000_000
/** Rows that a piece mostly has. */
const ROWS = 1 << 13
const REMEMBERED = 50_000
/** Characters of all texts that are remembered. */
const LENGTH = 4_000_000

/** Gathers what a file tells until it is cut off as a piece. */
export interface Gathering extends Sink {
  /** What came since it was cut the last time. */
  cut(): Pick<Piece, 'drafts' | 'texts' | 'rows'>
}

/**
 * Numbers series and texts as they come. Of texts it remembers so many, so one may be told twice.
 * `handed` makes what is handed on of a series when it is cut: the caller may learn more of it later.
 * Throws `Unreadable` where there are more than `most` series.
 */
export function createGathering(
  handed: (draft: SeriesDraft) => SeriesDraft,
  most = MOST,
): Gathering {
  const series = new Map<string, number>()
  const numbers = new Map<string, number>()
  let length = 0
  let next = 0
  let drafts: SeriesDraft[] = []
  let texts: string[] = []
  let rows = makeRows(ROWS)

  const addText = (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    const number = next
    next += placesOf(text)
    if (numbers.size >= REMEMBERED || length > LENGTH) {
      numbers.clear()
      length = 0
    }
    const own = copyOf(text)
    numbers.set(own, number)
    length += own.length
    texts.push(own)
    return number
  }

  return {
    addSeries(draft) {
      const known = series.get(draft.key)
      if (known !== undefined) return known
      if (series.size >= most) throw tooMany(most, draft)
      // Joined texts keep all of their parts in memory; codes are shared by many series.
      draft.key = copyOf(draft.key)
      draft.title = copyOf(draft.title)
      const number = series.size
      series.set(draft.key, number)
      drafts.push(draft)
      return number
    },
    addOrigin: (draft) => addText(originText(draft)),
    addText,
    add(batch: ObservationBatch) {
      rows = withRoom(rows, batch.length)
      appendRows(rows, batch, 0, batch.length)
    },
    cut() {
      const piece = { drafts: drafts.map(handed), texts, rows }
      drafts = []
      texts = []
      rows = makeRows(ROWS)
      return piece
    },
  }
}

function tooMany(most: number, { key }: SeriesDraft): Unreadable {
  const message = `The file tells more than ${most.toLocaleString('en')} series, and each reporter, partner and product is one: “${key}” is one more. Cut it into files of fewer, by product or partner, say.`
  return new Unreadable('too-many-series', message, undefined, key)
}
