import type { SeriesDraft } from '../model/batch.ts'
import { lookUp } from '../model/look-up.ts'
import { distance } from '../model/nearest.ts'
import type { Series } from '../model/observation.ts'
import type { RawDatabase } from './open.ts'

/** What the store holds a series to be, whatever a file says of it. */
type Standing = Pick<Series, 'title' | 'unit' | 'additive' | 'cumulative' | 'dimensions'>

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

/** The units that series of a dataset are in, that of most of them first. */
export const unitsIn = (raw: RawDatabase, dataset: string): string[] =>
  raw
    .prepare<[string], string>(
      `select unit from series where dataset_id = (select dataset_id from dataset where id = ?)
         and unit is not null group by unit order by count(*) desc, unit`,
    )
    .pluck()
    .all(dataset)

/** The frequencies of a dataset's series, two at most. */
export const frequenciesIn = (raw: RawDatabase, dataset: string): string[] =>
  raw
    .prepare<[string], string>(
      `select distinct frequency from series
       where dataset_id = (select dataset_id from dataset where id = ?) limit 2`,
    )
    .pluck()
    .all(dataset)

/** Codes of a dimension that series of a dataset have, two at most; none where some have none. */
export const codesIn = (raw: RawDatabase, dataset: string, dimension: string): string[] =>
  raw
    .prepare<[string, string], string | null>(
      `select distinct code from series left join series_code c
         on c.series_id = series.series_id and c.dimension = ?
       where dataset_id = (select dataset_id from dataset where id = ?) limit 2`,
    )
    .pluck()
    .all(dimension, dataset)
    .filter((code, _, all): code is string => code !== null && !all.includes(null))

/** Codes of a dimension that series of the store have, each once: one look into the index for each. */
const CODES_OF = `
with recursive held(code) as (
  select min(code) from series_code where dimension = :dimension
  union all
  select (select min(code) from series_code where dimension = :dimension and code > held.code)
  from held where held.code is not null)
select code from held where code is not null`

const DATASETS_OF = `
select distinct dataset.id from series_code join series using (series_id) join dataset using (dataset_id)
where dimension = ? and code = ?`

/** What series of the store are coded with and `isOdd`, with the dataset of each. */
export function oddCodes(
  raw: RawDatabase,
  dimensions: readonly string[],
  isOdd: (dimension: string, code: string) => boolean,
): { dataset: string; dimension: string; code: string }[] {
  const codesOf = raw.prepare<[{ dimension: string }], string>(CODES_OF).pluck()
  const datasetsOf = raw.prepare<[string, string], string>(DATASETS_OF).pluck()
  return dimensions.flatMap((dimension) =>
    codesOf
      .all({ dimension })
      .filter((code) => isOdd(dimension, code))
      .flatMap((code) =>
        datasetsOf.all(dimension, code).map((dataset) => ({ dataset, dimension, code })),
      ),
  )
}

/** Series of a dataset, and new ones beside them, up to which they are held against each other by name. */
const MOST = 2000
const MOST_NEW = 50
/** Series of a dataset up to which new ones are looked up among them by their codes. */
const MOST_CODED = 20_000

/** Whether a key may be another mistyped: one letter in six, two at most, and no digit, is wrong. */
function isNearly(key: string, known: string): boolean {
  const slips = Math.min(2, Math.floor(key.length / 6))
  return (
    Math.abs(known.length - key.length) <= slips &&
    key.replace(/\D/g, '') === known.replace(/\D/g, '') &&
    distance(known, key) <= slips
  )
}

type Draft = Pick<SeriesDraft, 'key' | 'unit' | 'dimensions'>

/** The series of a file, to be looked through as far as need be. */
export type NewSeries = () => Iterable<Draft>

/** A series of the store that a new one was probably meant to be. */
type Meant = Pick<SeriesDraft, 'key' | 'unit'>

/**
 * The series that were probably meant by those that a dataset does not have, by the keys of these: where
 * ids name them, nearly the same key, unit and codes alike, and none where many are new; else the same
 * codes in another unit.
 */
export function similarIn(
  raw: RawDatabase,
  dataset: string,
  series: NewSeries,
  isNamed: boolean,
): Map<string, Meant> {
  const keys = raw
    .prepare<[string, number], string>(
      `select key from series where dataset_id = (select dataset_id from dataset where id = ?) limit ?`,
    )
    .pluck()
    .all(dataset, MOST_CODED + 1)
  const known = new Set(keys)
  if (known.size > (isNamed ? MOST : MOST_CODED)) return new Map()
  const meant = new Map<string, Meant>()
  let find: ((draft: Draft) => Known | undefined) | undefined
  let count = 0
  for (const draft of series()) {
    if (known.has(draft.key)) continue
    if (isNamed && ++count > MOST_NEW) return new Map()
    find ??= among(raw, dataset, keys, isNamed)
    const near = find(draft)
    if (near) meant.set(draft.key, { key: near.key, unit: near.unit })
  }
  return meant
}

/** Finds among the series of a dataset what a new one was probably meant to be. */
function among(raw: RawDatabase, dataset: string, keys: readonly string[], isNamed: boolean) {
  const standing = standingIn(raw, dataset)
  const all = keys.map((key) => ({ key, ...standing(key)! }))
  return isNamed ? (draft: Draft) => all.find((one) => isSlip(draft, one)) : inOtherUnits(all)
}

/** Finds a series with the codes of another and in another unit. */
function inOtherUnits(all: readonly Known[]): (draft: Draft) => Known | undefined {
  const byCodes = Map.groupBy(all, ({ dimensions }) => codesText(dimensions))
  return ({ unit, dimensions }) =>
    Object.keys(dimensions).length === 0
      ? undefined
      : byCodes.get(codesText(dimensions))?.find((one) => one.unit !== unit)
}

const codesText = (dimensions: SeriesDraft['dimensions']): string =>
  JSON.stringify(Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1)))

type Known = Standing & { key: string }

const isSlip = ({ key, unit, dimensions }: Draft, known: Known): boolean =>
  known.unit === unit && isNearly(key, known.key) && hasCodes(known, dimensions)

const hasCodes = (known: Known, dimensions: SeriesDraft['dimensions']): boolean =>
  Object.entries(dimensions).every(([id, code]) => lookUp(known.dimensions, id) === code)
