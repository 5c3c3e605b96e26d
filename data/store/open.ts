import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { rebuild } from './derive.ts'
import { ImmediateDialect, keepStatements } from './dialect.ts'
import { checkFile, checkVersion, explainOpening, explainWriting } from './inspect.ts'
import { settleLeftOvers } from './left-overs.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/** The connection below Kysely, for bulk writing inside a transaction. */
export type RawDatabase = BetterSqlite3.Database

/** Of a store that is made now: fewer, larger pages are written sooner, and hold a series whole. */
export const PAGE_SIZE = 16384

export interface Store {
  db: Kysely<Database>
  raw: RawDatabase
  path: string
  close(): Promise<void>
}

/** `file:var/entrepot.db` as a path; `file::memory:` is a store that lives as long as it is open. */
export const storePath = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, '')

/**
 * Opens a store, and as a writer makes it or brings it up to date. A store that cannot be used is a
 * StoreError that says what to do, and stays as it is.
 */
export async function openStore(url: string, mode: 'read' | 'write' = 'read'): Promise<Store> {
  const path = storePath(url)
  const memory = path === ':memory:'
  const write = mode === 'write' || memory
  const fresh = memory || !existsSync(path) || statSync(path).size === 0
  if (!memory) checkFile(path, write)
  let raw: RawDatabase | undefined
  try {
    if (write && !memory) mkdirSync(dirname(path), { recursive: true })
    raw = new BetterSqlite3(path, { fileMustExist: !write })
    if (!fresh) checkVersion(raw, path, Object.keys(migrations), write)
    tune(raw, write)
    const db = new Kysely<Database>({
      dialect: new ImmediateDialect({ database: keepStatements(raw) }),
    })
    if (write) {
      const applied = await migrate(db)
      // A store from before has rows, and nothing yet that is derived from them.
      if (!fresh && applied > 0) raw.transaction(rebuild).immediate(raw)
      await settleLeftOvers(db)
    }
    return { db, raw, path, close: () => db.destroy() }
  } catch (error) {
    raw?.close()
    throw explainOpening(error, path)
  }
}

/** Makes a file with one empty table, to pass rows on; what a crash leaves of it is of no use. */
export function createFile(path: string, table: string): void {
  const raw = new BetterSqlite3(path)
  raw.pragma(`page_size = ${PAGE_SIZE}`)
  raw.pragma('journal_mode = OFF')
  raw.pragma('synchronous = OFF')
  raw.exec(table)
  raw.close()
}

/** What SQLite is told at the start of every connection. */
function tune(raw: RawDatabase, write: boolean): void {
  raw.pragma('busy_timeout = 10000')
  if (write) raw.pragma(`page_size = ${PAGE_SIZE}`)
  if (write) raw.pragma('journal_mode = WAL')
  // 64 MB: pages of a large import are then written once.
  if (write) raw.pragma('cache_size = -65536')
  // With WAL a crash of the machine may lose the last commits, never the store.
  raw.pragma('synchronous = NORMAL')
  raw.pragma('foreign_keys = ON')
  if (!write) raw.pragma('query_only = ON')
}

/** How many migrations there were to apply. */
async function migrate(db: Kysely<Database>): Promise<number> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.length
}

/** Runs `work` in one BEGIN IMMEDIATE; the raw connection is its alone meanwhile. */
export async function inTransaction<T>(
  store: Store,
  work: (db: Kysely<Database>, raw: RawDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await store.db.transaction().execute((db) => work(db, store.raw))
  } catch (error) {
    throw explainWriting(error, store.path)
  }
}
