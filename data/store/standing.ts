import type { SeriesDraft } from '../model/batch.ts'
import { distance } from '../model/nearest.ts'
import type { Series } from '../model/observation.ts'
import type { RawDatabase } from './open.ts'

/** What the store holds a series to be, whatever a file says of it. */
export type Standing = Pick<Series, 'title' | 'unit' | 'additive' | 'cumulative' | 'dimensions'>

interface Row extends Pick<Series, 'title' | 'unit' | 'additive'> {
  cumulative: number
  codes: string
}

/** Finds what series of a dataset are by their keys; undefined for those that are not there. */
export function standingIn(raw: RawDatabase, dataset: string) {
  const row = raw.prepare<[string, string], Row>(
    `select title, unit, additive, cumulative,
       (select json_group_object(dimension, code) from series_code c
        where c.series_id = series.series_id) codes
     from series where dataset_id = (select dataset_id from dataset where id = ?) and key = ?`,
  )
  return (key: string): Standing | undefined => {
    const found = row.get(dataset, key)
    if (!found) return undefined
    const { cumulative, codes, ...rest } = found
    return { ...rest, cumulative: cumulative === 1, dimensions: JSON.parse(codes) }
  }
}

/** Series of a dataset, and new ones beside them, up to which they are held against each other. */
const MOST = 2000
const MOST_NEW = 50

/** Whether a key may be another mistyped: one letter in six, two at most, and no digit, is wrong. */
function isNearly(key: string, known: string): boolean {
  const slips = Math.min(2, Math.floor(key.length / 6))
  return (
    Math.abs(known.length - key.length) <= slips &&
    key.replace(/\D/g, '') === known.replace(/\D/g, '') &&
    distance(known, key) <= slips
  )
}

/**
 * The keys that were probably meant by those that a dataset does not have, each by the other: nearly the
 * same, and of a series with the same unit and codes. None where many are new.
 */
export function similarIn(
  raw: RawDatabase,
  dataset: string,
  drafts: readonly SeriesDraft[],
): Map<string, string> {
  const keys = raw
    .prepare<[string, number], string>(
      `select key from series where dataset_id = (select dataset_id from dataset where id = ?) limit ?`,
    )
    .pluck()
    .all(dataset, MOST + 1)
  const known = new Set(keys)
  const fresh = drafts.filter(({ key }) => !known.has(key))
  if (known.size > MOST || fresh.length > MOST_NEW) return new Map()
  const standing = standingIn(raw, dataset)
  const isAlike = (key: string, { unit, dimensions }: SeriesDraft): boolean => {
    const held = standing(key)!
    const codes = Object.entries(dimensions)
    return held.unit === unit && codes.every(([id, code]) => held.dimensions[id] === code)
  }
  const meant = fresh.flatMap((draft): [string, string][] => {
    const near = keys.find((key) => isNearly(draft.key, key) && isAlike(key, draft))
    return near === undefined ? [] : [[draft.key, near]]
  })
  return new Map(meant)
}
