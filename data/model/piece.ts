import type { ObservationBatch, OriginDraft, SeriesDraft } from './batch.ts'
import type { Issue } from './report.ts'

/** A part of a file as it was read, in the order of the file: what reading hands to the store. */
export interface Piece {
  /** Series that are told for the first time; each has the next number, from 0 on. */
  drafts: SeriesDraft[]
  /** Texts that are told for the first time; each has the number after `placesOf` the one before. */
  texts: string[]
  rows: ObservationBatch
  issues: Issue[]
  /** Series of pieces before of which more is known now, by their numbers. */
  learnt: (readonly [number: number, more: Learnt])[]
  /** Those that others are called like: these words are to follow their title. */
  renamed: Renamed[]
  /** These three count from the beginning of the file. */
  rejected: number
  bytes: number
  records: number
}

/** What a file says of a series in more than one row. */
export type Learnt = Pick<SeriesDraft, 'unit' | 'additive' | 'cumulative' | 'dimensions'>

export interface Renamed {
  number: number
  key: string
  words: string
}

/** By how much the number of the next text is larger: its length and its bytes, in words of four. */
export const placesOf = (text: string): number => 1 + Math.ceil(Buffer.byteLength(text) / 4)

/** An origin is a text too: a file may name another page in every row. */
export const originText = ({ source, sourceUrl, published }: OriginDraft): string =>
  JSON.stringify([source, sourceUrl, published])

/** The origin that a text stands for. */
export function originOf(text: string): OriginDraft {
  const [source, sourceUrl, published] = JSON.parse(text)
  return { source, sourceUrl, published }
}
