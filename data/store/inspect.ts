import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { RawDatabase } from './open.ts'
import { StoreError } from './store-error.ts'

/** Looks at the file before SQLite does: SQLite would make it, or say less. */
export function checkFile(path: string, write: boolean): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.size && !write && !found?.isDirectory()) {
    const message = `There is no store at ${path}. Start Entrepot, or import a file, to make it.`
    throw new StoreError('missing', message)
  }
  if (write) checkFolder(path)
  if (!found) return
  if (!found.isFile()) {
    const message = `${path} is not a file. Let DATABASE_URL name a file, such as file:${path}/entrepot.db.`
    throw new StoreError('not-a-file', message)
  }
  if (found.size > 0) checkHeader(path, found.size)
  if (write) checkWritable(path, path)
}

/** The nearest folder that exists must take new files: the store itself, or SQLite's log beside it. */
function checkFolder(path: string): void {
  let folder = dirname(path)
  while (!existsSync(folder)) folder = dirname(folder)
  if (!statSync(folder).isDirectory()) {
    const message = `${folder} is a file, so ${path} cannot lie in it. Let DATABASE_URL name another place.`
    throw new StoreError('not-a-file', message)
  }
  checkWritable(folder, path)
}

function checkWritable(place: string, path: string): void {
  try {
    accessSync(place, constants.W_OK)
  } catch (cause) {
    throw readOnly(path, place, cause)
  }
}

const readOnly = (path: string, place: string, cause: unknown): StoreError => {
  const message = `The store ${path} cannot be written: ${place} is read-only. Allow writing there, or let DATABASE_URL name another place.`
  return new StoreError('read-only', message, { cause })
}

const corrupt = (path: string, cause?: unknown): StoreError => {
  const message = `The store ${path} is damaged. Put a backup in its place, or move it away and import the files again.`
  return new StoreError('corrupt', message, { cause })
}

/** First bytes and length, as https://www.sqlite.org/fileformat2.html#the_database_header has them. */
function checkHeader(path: string, size: number): void {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  const read = readSync(file, header, 0, 100, 0)
  closeSync(file)
  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    const message = `${path} is not an Entrepot store. Let DATABASE_URL name another file, or move this one away.`
    throw new StoreError('not-a-store', message)
  }
  const declared = header.readUInt16BE(16)
  const pageSize = declared === 1 ? 65536 : declared
  const pages = header.readUInt32BE(28)
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (!wal?.size && size < pages * pageSize) throw corrupt(path)
}

/** Refuses what another program, or a newer Entrepot, made. */
export function checkVersion(
  raw: RawDatabase,
  path: string,
  known: string[],
  write: boolean,
): void {
  const tables = raw.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all()
  if (!tables.includes('kysely_migration')) {
    if (tables.length === 0 && write) return
    const message = `${path} is a database, but not an Entrepot store. Let DATABASE_URL name another file.`
    throw new StoreError('not-a-store', message)
  }
  const applied = raw.prepare('select name from kysely_migration').pluck().all() as string[]
  const unknown = applied.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const message = `The store ${path} was made by a newer version of Entrepot (it has "${unknown}"). Start that version, or name another store.`
    throw new StoreError('newer', message)
  }
  if (!write && applied.length < known.length) {
    const message = `The store ${path} is of an older version. Start Entrepot once to bring it up to date.`
    throw new StoreError('older', message)
  }
  // Touches every table, so that damage is met here and not in the middle of an answer.
  for (const table of tables) {
    if (!String(table).startsWith('series_search'))
      raw.prepare(`select * from "${table}" limit 1`).get()
  }
}

/** SQLite's words for a store that cannot be opened, in ours. */
export function explainOpening(error: unknown, path: string): unknown {
  const code = String((error as { code?: string }).code ?? '')
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return corrupt(path, error)
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)|^E(ACCES|ROFS|PERM)$/.test(code)) {
    return readOnly(path, dirname(path), error)
  }
  return error
}

/** SQLite's words for a transaction that could not be carried out, in ours. */
export function explainWriting(error: unknown, path: string): unknown {
  const code = String((error as { code?: string }).code ?? '')
  if (code.startsWith('SQLITE_BUSY')) {
    const message = 'Another import is being written. Try again when it is done.'
    return new StoreError('busy', message, { cause: error })
  }
  if (code === 'SQLITE_FULL') {
    const message = `There is no room left for the store ${path}; it is as it was before. Make room and try again.`
    return new StoreError('full', message, { cause: error })
  }
  return explainOpening(error, path)
}
