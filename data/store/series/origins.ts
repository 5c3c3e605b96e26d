import type { Kysely } from 'kysely'
import { compiled, listed, slot } from '../compiled.ts'
import type { Database } from '../schema.ts'
import type { Origin } from '../telling.ts'

/** Where a telling comes from, with its import. */
export interface FiledOrigin extends Origin {
  import: number
  file: string
}

const byIds = compiled<FiledOrigin, [ids: string]>((db) =>
  db
    .selectFrom('origin')
    .innerJoin('import', 'import.import_id', 'origin.import_id')
    .select(['origin_id as id', 'told', 'origin.source', 'source_url as sourceUrl'])
    .select(['published', 'known', 'import.import_id as import', 'import.file'])
    .where('origin_id', 'in', listed(slot())),
)

/** The origins that rows point at, by origin_id. */
export async function originsOf(
  db: Kysely<Database>,
  rows: Iterable<{ origin_id: number }>,
): Promise<Map<number, FiledOrigin>> {
  const ids = new Set<number>()
  for (const row of rows) ids.add(row.origin_id)
  const origins = ids.size === 0 ? [] : await byIds(db, JSON.stringify([...ids]))
  return new Map(origins.map((origin) => [origin.id, origin]))
}
