import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'

/** Takes the write lock at the beginning, so that a transaction never fails halfway for want of it. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has rolled back by itself when the disk is full; the error that is on its way says so.
    await super.rollbackTransaction(connection).catch(() => {})
  }
}

export class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
}

const KEPT = 300

/** Keeps prepared statements by their text; preparing costs more than most queries. */
export function keepStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  const keep = (text: string) => {
    const found = kept.get(text)
    if (found) return found
    const statement = database.prepare(text)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(text, statement)
    return statement
  }
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = keep(text)
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => statement.run(parameters),
        // A statement that is being walked through cannot be used a second time meanwhile.
        iterate: (parameters) => database.prepare(text).iterate(parameters),
      }
    },
  }
}
