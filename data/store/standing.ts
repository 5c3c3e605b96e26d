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

/** Series of a dataset up to which a new one is held against each of them. */
const MOST = 2000
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
 * Finds the key that was probably meant by one that a dataset does not have: nearly the same, and a series
 * of the same unit and codes.
 */
export function similarIn(raw: RawDatabase, dataset: string) {
  const all = raw.prepare<[string, number], { key: string }>(
    `select key from series where dataset_id = (select dataset_id from dataset where id = ?) limit ?`,
  )
  const standing = standingIn(raw, dataset)
  let keys: string[] | undefined
  return ({ key, unit, dimensions }: SeriesDraft): string | undefined => {
    keys ??= all.all(dataset, MOST + 1).map((row) => row.key)
    if (keys.length > MOST || keys.includes(key)) return undefined
    return keys.find((known) => {
      if (!isNearly(key, known)) return false
      const held = standing(known)!
      const codes = Object.entries(dimensions)
      return held.unit === unit && codes.every(([id, code]) => held.dimensions[id] === code)
    })
  }
}
