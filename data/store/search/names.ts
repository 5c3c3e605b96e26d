import type { Kysely } from 'kysely'
import { listCodes, listDimensions } from '../facets.ts'
import type { Database } from '../schema.ts'
import { unknownName } from '../unknown.ts'
import type { SeriesFilter } from './asked.ts'

/** Names of what can be asked besides dimensions, for the nearest of a wrong one. */
const WORDS = ['q', 'dataset', 'unit', 'frequency']

/** Nothing was found: throws where it is for a name that nobody has. */
export async function checkNames(
  db: Kysely<Database>,
  search: SeriesFilter,
  more: readonly string[] = [],
): Promise<void> {
  const codes = Object.entries(search.codes ?? {})
  const dimensions = codes.length === 0 ? [] : await listDimensions(db)
  for (const [dimension, code] of codes) {
    if (!dimensions.includes(dimension)) {
      const message = `There is no dimension "${dimension}".`
      const names = [...dimensions, ...WORDS, ...more]
      throw unknownName('unknown-parameter', message, dimension, dimension, names)
    }
    checkCode(dimension, code, await listCodes(db, dimension))
  }
  const { unit, frequency } = search
  if (unit !== undefined) checkCode('unit', unit, await listCodes(db, 'unit'))
  if (frequency !== undefined) {
    checkCode('frequency', frequency.toUpperCase(), await listCodes(db, 'frequency'))
  }
}

function checkCode(dimension: string, code: string, known: string[]): void {
  if (known.includes(code)) return
  const message = `No series has ${dimension} "${code}".`
  throw unknownName('unknown-code', message, dimension, code, known)
}
