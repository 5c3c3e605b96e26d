import { type Compilable, type CompiledQuery, type Kysely, sql } from 'kysely'
import type { RawDatabase, Store } from './open.ts'
import type { Database } from './schema.ts'

/**
 * A query whose SQL is built at its first use and kept: building costs more than most look-ups. `build`
 * names its values by `slot`, and the function that comes back takes them in the order in which they
 * stand in the SQL.
 */
export function compiled<Row, Values extends unknown[]>(
  build: (db: Kysely<Database>) => Compilable<Row>,
): (db: Kysely<Database>, ...values: Values) => Promise<Row[]> {
  let query: CompiledQuery<Row> | undefined
  return async (db, ...values) => {
    query ??= build(db).compile()
    return (await db.executeQuery<Row>({ ...query, parameters: values })).rows
  }
}

/**
 * The same for what is read at every request: its first row, at once and on the connection below Kysely,
 * whose waiting in turn takes as long as a look-up.
 */
export function compiledNow<Row, Values extends unknown[]>(
  build: (db: Kysely<Database>) => Compilable<Row>,
): (store: Store, ...values: Values) => Row | undefined {
  const statements = new WeakMap<RawDatabase, ReturnType<RawDatabase['prepare']>>()
  return ({ db, raw }, ...values) => {
    let statement = statements.get(raw)
    if (!statement) {
      statement = raw.prepare(build(db).compile().sql)
      statements.set(raw, statement)
    }
    return statement.get(values) as Row | undefined
  }
}

/** The numbers of a list that is given as JSON, for `in`. */
export const listed = (ids: string) => sql<number>`(select value from json_each(${ids}))`

/** Stands for a value that is given when the query runs. */
export const slot = <T>(): T => null as T
