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
