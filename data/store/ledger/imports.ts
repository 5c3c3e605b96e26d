import { type Kysely, sql } from 'kysely'
import type { ImportReport, Issue, ReadingOptions } from '../../model/report.ts'
import { badCursor, pageSize } from '../page.ts'
import type { Database, ImportDetails } from '../schema.ts'
import { inSnapshot } from '../snapshot.ts'

/** A line of the ledger: a report without what only its own page shows. */
type ImportSummary = Omit<
  ImportReport,
  'issues' | 'options' | Exclude<keyof ImportDetails, 'datasetTitle'>
>

export interface ImportPage {
  total: number
  /** The latest first. */
  imports: ImportSummary[]
  /** Cursor of the next page; null on the last. */
  next: string | null
}

const SHOWN = 200

const summaries = (db: Kysely<Database>) =>
  db
    .selectFrom('import')
    .select(['import_id as id', 'dataset', 'new_dataset', 'file', 'bytes', 'sha256', 'status'])
    .select(['imported_at as importedAt', 'imported_by as importedBy', 'undone_at as undoneAt'])
    .select(['identical_to as identicalTo', 'rows', 'added', 'revised', 'confirmed', 'unchanged'])
    .select(['kept', 'rejected', 'removed', 'issues as issuesTotal', 'error'])
    .select(sql<string | null>`details ->> '$.datasetTitle'`.as('datasetTitle'))

type Row = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]

const summaryOf = ({ new_dataset, ...row }: Row): ImportSummary => ({
  ...row,
  newDataset: new_dataset === 1,
})

/** The ledger, also of what came to nothing; `limit` is 50 when left out, at most 1000. Throws QueryError `bad-cursor`. */
export const listImports = (
  db: Kysely<Database>,
  { limit, cursor }: { limit?: number; cursor?: string } = {},
): Promise<ImportPage> =>
  inSnapshot(db, async (now) => {
    if (cursor !== undefined && !/^\d+$/.test(cursor)) throw badCursor()
    const size = pageSize(limit)
    const { total } = await now
      .selectFrom('import')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await summaries(now)
      .$if(cursor !== undefined, (query) => query.where('import_id', '<', Number(cursor)))
      .orderBy('import_id', 'desc')
      .limit(size + 1)
      .execute()
    const imports = rows.slice(0, size).map(summaryOf)
    return { total, imports, next: rows.length > size ? String(imports.at(-1)!.id) : null }
  })

/** One import as it was reported, with its 200 gravest issues; undefined where there is none. */
export const findImport = (db: Kysely<Database>, id: number): Promise<ImportReport | undefined> =>
  inSnapshot(db, async (now) => {
    const row = await summaries(now)
      .select(['details', 'options'])
      .where('import_id', '=', id)
      .executeTakeFirst()
    if (!row) return undefined
    const { details, options, ...summary } = row
    // Imports of older versions kept no figure: their mode said so by issues alone.
    const { undo = null, keptFigures = [], ...told } = JSON.parse(details) as ImportDetails
    const issues = await issuesOf(now, id)
      .orderBy(sql`case severity when 'rejected' then 0 when 'warning' then 1 else 2 end`)
      .orderBy('line')
      .orderBy('ordinal')
      .limit(SHOWN)
      .execute()
    return {
      ...summaryOf(summary),
      ...told,
      keptFigures,
      options: JSON.parse(options) as ReadingOptions,
      undo,
      issues: issues.map(issueOf),
    }
  })

/** How an import stands, and the places in which its file and its stage are kept. */
export const findPlaces = (db: Kysely<Database>, importId: number) =>
  db
    .selectFrom('import')
    .select(['status', 'stage', 'stored_at as storedAt'])
    .where('import_id', '=', importId)
    .executeTakeFirst()

const issuesOf = (db: Kysely<Database>, importId: number) =>
  db
    .selectFrom('issue')
    .select(['severity', 'line', 'ordinal', 'field as column', 'code', 'message', 'value'])
    .where('import_id', '=', importId)

type IssueRow = Awaited<ReturnType<ReturnType<typeof issuesOf>['execute']>>[number]

const issueOf = ({ ordinal: _, ...issue }: IssueRow): Issue => issue

/** The lines of an import's file that have an issue of a kind. */
export async function issueLines(
  db: Kysely<Database>,
  importId: number,
  code: string,
): Promise<Set<number>> {
  const found = db.selectFrom('issue').select('line').distinct()
  const rows = await found.where('import_id', '=', importId).where('code', '=', code).execute()
  return new Set(rows.map(({ line }) => line))
}

const PAGE = 1000

/** Every issue of an import in order of line, however many there are. */
export async function* listIssues(db: Kysely<Database>, importId: number): AsyncGenerator<Issue> {
  let place = { line: -1, ordinal: -1 }
  for (;;) {
    const rows = await issuesOf(db, importId)
      .where(sql<boolean>`(line, ordinal) > (${place.line}, ${place.ordinal})`)
      .orderBy('line')
      .orderBy('ordinal')
      .limit(PAGE)
      .execute()
    for (const row of rows) yield issueOf(row)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    place = last
  }
}
