import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { profiles } from '../../../data/ingest/profile.ts'
import { dropPreview, importFile } from '../../../data/ingest.ts'
import type { ImportReport } from '../../../data/model/report.ts'
import { openStore } from '../../../data/store/open.ts'

const CASES = fileURLToPath(new URL('./cases', import.meta.url))

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

async function read(folder: string) {
  const optionsPath = join(folder, 'options.json')
  const options = existsSync(optionsPath) ? JSON.parse(readFileSync(optionsPath, 'utf8')) : {}
  const store = await openStore('file::memory:', 'write')
  try {
    const path = join(folder, 'input.csv')
    const job = { path, name: 'case.csv', by: null, options, dryRun: true, partial: false }
    const report = await importFile(store, job)
    if (report.status === 'preview') await dropPreview(store, report.id)
    return told(report)
  } finally {
    await store.close()
  }
}

describe('a profile of a source', () => {
  it('has a file that it is recognised by', () => {
    const recognised = readdirSync(CASES).map((name) => {
      const expected = readFileSync(join(CASES, name, 'expected.json'), 'utf8')
      return JSON.parse(expected).form?.by
    })
    const ids = profiles().map(({ id }) => id)
    expect(ids.filter((id) => !recognised.includes(id))).toEqual([])
  })
})

describe('a file is read as a person would read it, or asked about', () => {
  for (const name of readdirSync(CASES)) {
    const folder = join(CASES, name)
    const [why = name] = readFileSync(join(folder, 'why.txt'), 'utf8').split('\n')
    it(`${name}: ${why}`, async () => {
      const expected = join(folder, 'expected.json')
      const report = await read(folder)
      // `WRITE_CASES=1` writes what new cases give, to be read and corrected by their author.
      if (process.env.WRITE_CASES && !existsSync(expected))
        writeFileSync(expected, `${JSON.stringify(report, null, 2)}\n`)
      expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
    })
  }
})
