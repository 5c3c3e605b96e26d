import type { ObservationBatch, SeriesDraft } from '../../model/batch.ts'
import { originText, type Piece, placesOf } from '../../model/piece.ts'
import { appendRows, makeRows, withRoom } from '../../model/rows.ts'
import { copyOf } from '../copy.ts'
import { Unreadable } from '../unreadable.ts'
import { NumberedTexts } from './numbered-texts.ts'
import type { Sink } from './sink.ts'

/** Series of one file: each takes two hundred bytes of memory until all is read. */
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
  handed: (draft: SeriesDraft, number: number) => SeriesDraft,
  most = MOST,
): Gathering {
  const keys = new NumberedTexts()
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
      const known = keys.find(draft.key)
      if (known >= 0) return known
      if (keys.count >= most) throw tooMany(most, draft)
      drafts.push(draft)
      return keys.add(draft.key)
    },
    numberOf: (key) => keys.find(key),
    keyOf: (series) => keys.text(series),
    addOrigin: (draft) => addText(originText(draft)),
    addText,
    add(batch: ObservationBatch) {
      rows = withRoom(rows, batch.length)
      appendRows(rows, batch, 0, batch.length)
    },
    cut() {
      const first = keys.count - drafts.length
      const piece = { drafts: drafts.map((draft, i) => handed(draft, first + i)), texts, rows }
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
