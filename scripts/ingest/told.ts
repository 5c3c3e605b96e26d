import { issuesCsv } from '../../api/formats/issues.ts'
import { annotatedFile } from '../../data/annotated.ts'
import type { ImportReport } from '../../data/model/report.ts'
import { findImport, listIssues } from '../../data/store/ledger/imports.ts'
import type { Store } from '../../data/store/open.ts'
import { noImport } from '../../data/store/store-error.ts'

/** Prints every issue of an import as CSV. */
export async function printIssues(store: Store, id: number, write: Write): Promise<void> {
  await findOrThrow(store, id)
  for await (const text of issuesCsv(listIssues(store.db, id))) write(text)
}

/** Prints the file of an import with a column that says what is wrong. */
export async function printAnnotated(store: Store, id: number, write: Write): Promise<void> {
  const report = await findOrThrow(store, id)
  for await (const text of await annotatedFile(store.db, report)) write(text)
}

type Write = (text: string) => void

async function findOrThrow({ db }: Store, id: number): Promise<ImportReport> {
  const report = await findImport(db, id)
  if (!report) throw noImport(id)
  return report
}
