import type { Kysely } from 'kysely'
import { codesOf } from './codes.ts'
import type { SeriesColumns } from './model/columns.ts'
import type { Day } from './model/day.ts'
import { roundTo } from './model/numbers.ts'
import { QueryError } from './model/query-error.ts'
import type { Selection } from './model/selection.ts'
import { Sources } from './model/sources.ts'
import { doubtOf, letterOf, NO_DOUBT } from './model/status.ts'
import { readColumns } from './store/columns.ts'
import { spell } from './store/packed/periods.ts'
import { listPackedSeries, type PackedSeries, packedColumns } from './store/packed/read.ts'
import { partsAmong } from './store/parts.ts'
import type { Database } from './store/schema.ts'
import { findRecordOrThrow } from './store/series/record.ts'
import { TransformError } from './transform/error.ts'
import { requireParts, sumColumns, sumNote, sumWords } from './transform/sum.ts'

/** Series that one sum may be of: nobody else is answered while they are read as of a day. */
const MOST = 2000

/**
 * The sum of all series of a dataset that have some codes, named `id`: as they are, or as they were known
 * on a day. Throws QueryError: `unknown-dataset`, `unknown-parameter` and `unknown-code` with the nearest
 * name, `unknown-series` where none has all codes, `too-many-series`, `overlapping`, and what summing
 * refuses.
 */
export async function readSum(
  db: Kysely<Database>,
  id: string,
  { dataset, codes }: Selection,
  asOf: Day | null,
): Promise<SeriesColumns> {
  const { unit, frequency, ...others } = codes
  const filter = {
    // As in keys, a blank is written `_`.
    unit: unit?.replaceAll('_', ' '),
    frequency,
    codes: codesOf(others),
  }
  const found = await listPackedSeries(db, dataset, filter, MOST + 1)
  if (found.length > MOST) {
    const message = `A sum is of at most ${MOST} series; name another code in ${id}.`
    throw new QueryError('too-many-series', message, { param: 'series' })
  }
  const parts = partsAmong(found.map(({ about, packed }) => ({ ...about, packed })))
  const words = Object.entries({ ...filter.codes, unit: filter.unit, frequency })
    .filter(([, code]) => code !== undefined)
    .map((pair) => pair.join(' '))
  const title = `Sum of ${parts.length} series of ${dataset}: ${words.join(', ')}`
  try {
    return { ...(await sumParts(db, parts, asOf)), id, title }
  } catch (error) {
    throw error instanceof TransformError ? error.amongSeries() : error
  }
}

async function sumParts(
  db: Kysely<Database>,
  parts: Part[],
  asOf: Day | null,
): Promise<SeriesColumns> {
  requireParts(parts)
  if (asOf !== null) return sumColumns(await readAll(db, parts, asOf))
  const columns = () => parts.map((part) => packedColumns(part, part.packed))
  return sumPacked(parts) ?? sumColumns(columns())
}

async function readAll(db: Kysely<Database>, parts: Part[], asOf: Day): Promise<SeriesColumns[]> {
  const columns: SeriesColumns[] = []
  for (const { id } of parts) {
    columns.push(await readColumns(db, await findRecordOrThrow(db, id), asOf))
  }
  return columns
}

type Part = PackedSeries['about'] & Pick<PackedSeries, 'packed'>

/**
 * What `sumColumns` gives, column by column. Undefined where that has to look each interval up: the
 * parts tell different periods, overlapping ones, bounds, or something is missing.
 */
export function sumPacked(parts: readonly Part[]): SeriesColumns | undefined {
  const { packed: first, ...about } = parts[0]!
  const { days } = first
  const count = first.values.length
  if (!areApart(days) || parts.some(({ packed }) => packed.days !== days || packed.words.bounds)) {
    return undefined
  }
  const totals = new Float64Array(count)
  const decimals = new Uint8Array(count)
  for (const { packed } of parts) {
    const { values, decimals: own } = packed
    for (let i = 0; i < count; i++) {
      totals[i]! += values[i]!
      if (own[i]! > decimals[i]!) decimals[i] = own[i]!
    }
  }
  if (totals.some(Number.isNaN)) return undefined
  return {
    ...about,
    ...sumWords(parts),
    updated: newest(parts),
    periods: [...spell(days, about.cumulative).texts],
    values: Array.from(totals, (total, i) => roundTo(total, decimals[i]!)),
    decimals: new Array(count).fill(-1),
    status: worstOf(parts, count),
    notes: new Array(count).fill(sumNote(parts.length)),
    ...sourcesOf(parts, count),
    straddling: 0,
  }
}

/** Whether no period begins before the one before it has ended. */
function areApart(days: Int32Array): boolean {
  for (let i = 2; i < days.length; i += 2) if (days[i]! <= days[i - 1]!) return false
  return true
}

const newest = (parts: readonly Part[]): string | null =>
  parts.reduce<string | null>(
    (day, { packed }) => ((packed.words.updated ?? '') > (day ?? '') ? packed.words.updated : day),
    null,
  )

function worstOf(parts: readonly Part[], count: number): string[] {
  const worst = new Uint8Array(count).fill(NO_DOUBT)
  for (const { packed } of parts) {
    for (const [text, places] of Object.entries(packed.words.status ?? {})) {
      const doubt = doubtOf(text)
      for (const place of places) if (doubt < worst[place]!) worst[place] = doubt
    }
  }
  return Array.from(worst, letterOf)
}

/** Every source once, and which one a sum is from where all its parts are from one. */
function sourcesOf(
  parts: readonly Part[],
  count: number,
): Pick<SeriesColumns, 'sources' | 'sourceOf'> {
  const sources = new Sources()
  const places = parts.map(({ packed }) => packed.words.sources.map((one) => sources.placeOf(one)))
  const { list } = sources
  if (list.length === 1 && places.every(({ length }) => length === 1))
    return { sources: list, sourceOf: new Array(count).fill(0) }
  const sourceOf = new Int32Array(count).fill(-2)
  for (const [n, { packed }] of parts.entries()) {
    const { sourceOf: own } = packed.words
    for (let i = 0; i < count; i++) {
      const place = places[n]![own ? own[i]! : 0] ?? -1
      if (sourceOf[i] === -2) sourceOf[i] = place
      else if (sourceOf[i] !== place) sourceOf[i] = -1
    }
  }
  return { sources: list, sourceOf: Array.from(sourceOf) }
}
