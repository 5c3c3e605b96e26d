import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dropPreview, importFile } from '../../../data/ingest.ts'
import type { ImportReport, ReadingOptions } from '../../../data/model/report.ts'
import { openStore } from '../../../data/store/open.ts'

const CASES = fileURLToPath(new URL('./cases', import.meta.url))

export const caseNames = (): string[] => readdirSync(CASES)

/** A file of a case: `input.csv`, `expected.json`, `why.txt`. */
export const caseFile = (name: string, file: string): string => join(CASES, name, file)

/** The text of a case; undefined where it is in an encoding that only ours decodes. */
export function textOf(name: string, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(
      readFileSync(caseFile(name, 'input.csv')),
    )
  } catch {
    return undefined
  }
}

/** What a person says of a case's file before it is read. */
export function optionsOf(name: string): ReadingOptions {
  const path = caseFile(name, 'options.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** What a report says, as short as it can be read. */
function told(report: ImportReport) {
  const { reading, rows, added, confirmed, rejected, changes, issues, questions } = report
  const { encoding, delimiter, headerLine, decimalMark, by, columns, says } = reading ?? {}
  return {
    status: report.status,
    dataset: report.dataset,
    form: reading && { encoding, delimiter, headerLine, decimalMark, by },
    columns: columns && Object.fromEntries(columns.map(({ name, role }) => [name, role])),
    says: says?.slice(1),
    counts: { rows, added, confirmed, rejected },
    figures: changes.map(({ series, title, unit, period, after, afterDecimals, ...rest }) =>
      [
        `${series} | ${title} | ${unit ?? 'no unit'} | ${period} =`,
        rest.bound ?? '',
        after === null ? 'missing' : after.toFixed(afterDecimals),
        rest.status,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    issues: issues.map(
      ({ severity, line, column, code, message }) =>
        `${severity} line ${line} ${column ?? '-'} ${code}: ${message}`,
    ),
    questions: questions.map(({ code, column, message, options }) => ({
      code,
      column,
      message,
      options: options.map(({ value, example }) => `${value} (${example ?? ''})`),
    })),
    error: report.error,
  }
}

export type Told = ReturnType<typeof told>

/** What the report of a case says that is on disk. */
export const expectedOf = (name: string): Told =>
  JSON.parse(readFileSync(caseFile(name, 'expected.json'), 'utf8'))

/** Reads a file into an empty store, as `case.csv`. */
export async function reportOf(path: string, options: ReadingOptions): Promise<ImportReport> {
  const store = await openStore('file::memory:', 'write')
  try {
    const job = { path, name: 'case.csv', by: null, options, dryRun: true, partial: false }
    const report = await importFile(store, job)
    if (report.status === 'preview') await dropPreview(store, report.id)
    return report
  } finally {
    await store.close()
  }
}

/** What the report of a file says that is read so. */
export const readCase = async (path: string, options: ReadingOptions): Promise<Told> =>
  told(await reportOf(path, options))
