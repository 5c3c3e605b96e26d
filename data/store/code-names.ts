import type { Kysely } from 'kysely'
import type { SeriesDraft } from '../model/batch.ts'
import type { Facet } from './facets.ts'
import type { RawDatabase } from './open.ts'
import type { Database } from './schema.ts'

/** Codes whose names are taken from one import: nobody looks through longer lists. */
const MOST = 10_000

/** Writes how a file calls the codes of a dataset, where it does not call them as they are called already. */
export class CodeNameWriter {
  readonly #dataset: number
  readonly #import: number
  readonly #seen = new Map<string, Set<string>>()
  readonly #put
  #count = 0

  constructor(raw: RawDatabase, dataset: number, importId: number) {
    this.#dataset = dataset
    this.#import = importId
    this.#put = raw.prepare(
      `insert or replace into code_name (dataset_id, dimension, code, import_id, name)
       select @dataset, @dimension, @code, @import, @name
       where @name is not (select name from code_name where dataset_id = @dataset
         and dimension = @dimension and code = @code order by import_id desc limit 1)`,
    )
  }

  push({ dimensions, names = {} }: SeriesDraft): void {
    for (const [dimension, name] of Object.entries(names)) {
      const code = dimensions[dimension]
      const seen = this.#seen.get(dimension) ?? new Set()
      this.#seen.set(dimension, seen)
      if (code === undefined || seen.has(code) || this.#count === MOST) continue
      seen.add(code)
      this.#count++
      const [dataset, importId] = [this.#dataset, this.#import]
      this.#put.run({ dataset, dimension, code, import: importId, name })
    }
  }
}

/** The same codes with the names that files gave them, of a dataset or of any; those of the latest import. */
export async function withNames(
  db: Kysely<Database>,
  facets: readonly Facet[],
  datasetId?: number,
): Promise<Facet[]> {
  const rows = await db
    .selectFrom('code_name')
    .$if(datasetId !== undefined, (query) => query.where('dataset_id', '=', datasetId!))
    .select(['dimension', 'code', 'name'])
    .orderBy('import_id')
    .execute()
  const names = new Map(rows.map(({ dimension, code, name }) => [`${dimension}\n${code}`, name]))
  return facets.map(({ dimension, codes }) => ({
    dimension,
    codes: codes.map((one) => ({ ...one, name: names.get(`${dimension}\n${one.code}`) })),
  }))
}
