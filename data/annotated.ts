import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { annotate } from './ingest/annotate.ts'
import { sha256Of } from './ingest/hash.ts'
import { inTabs, isAligned } from './ingest/reader/aligned.ts'
import { firstBytes } from './ingest/reader/bytes.ts'
import { createDecoder } from './ingest/reader/encoding.ts'
import type { ImportReport } from './model/report.ts'
import { findPlaces, issueLines, listIssues } from './store/ledger/imports.ts'
import type { Database } from './store/schema.ts'

/** Why a file cannot be given with its issues. */
export class NotKept extends Error {}

/**
 * The file of an import as it was uploaded, in UTF-8, with a column that says what is wrong in each
 * record; tabs part its columns where blanks aligned them. Throws `NotKept` where the file is no longer
 * there, or was never read as a table.
 */
export async function annotatedFile(
  db: Kysely<Database>,
  { id, file, bytes, sha256, reading }: ImportReport,
): Promise<AsyncIterable<string>> {
  const path = (await findPlaces(db, id))?.storedAt
  const found = path ? await stat(path).catch(() => undefined) : undefined
  if (!path || found?.size !== bytes || (await sha256Of(path)) !== sha256) {
    throw new NotKept(`The file ${file} of import ${id} is not kept, or was changed since.`)
  }
  if (reading === null) {
    throw new NotKept(`The file ${file} of import ${id} could not be read as a table.`)
  }
  const { encoding, delimiter, quote, headerLine, columns } = reading
  const dialect = { delimiter, quote, headerLine }
  const issues = listIssues(db, id)
  const stray = await issueLines(db, id, 'stray-quote')
  const beginning = createDecoder(encoding)(firstBytes(path), true)
  const readAs = isAligned(beginning, delimiter) ? inTabs : (text: string) => text
  return annotate(textOf(path, encoding, readAs), { dialect, width: columns.length, stray, issues })
}

/** The text of a file, piece by piece, after the mark by which spreadsheets know UTF-8. */
async function* textOf(
  path: string,
  encoding: string,
  readAs: (text: string) => string,
): AsyncGenerator<string> {
  const decode = createDecoder(encoding)
  // What reading marks as a byte that is no character is shown as one.
  const readable = (text: string) => readAs(text).replaceAll('\uffff', '\ufffd')
  yield '\ufeff'
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    yield readable(decode(chunk as Buffer, false))
  }
  yield readable(decode(Buffer.alloc(0), true))
}
