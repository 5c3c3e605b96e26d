import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importFile } from '../../../data/ingest.ts'
import type { Store } from '../../../data/store/open.ts'
import { root } from '../../../scripts/setup.mjs'
import { shippedStore } from '../shipped-store.ts'

const SERIES = join(root, 'data', 'series')

/** How a spreadsheet saves a table: days and numbers in the writing of its language, with no zeros at the end. */
interface Language {
  delimiter: string
  day: (year: string, month: string, day: string) => string
  number: (text: string) => string
}

const LANGUAGES: Record<string, Language> = {
  Russian: {
    delimiter: ';',
    day: (year, month, day) => `${day}.${month}.${year}`,
    number: (text) => text.replace('.', ','),
  },
  American: {
    delimiter: ',',
    day: (year, month, day) => `${Number(month)}/${Number(day)}/${year}`,
    number: (text) => text,
  },
}

/** A table as a spreadsheet opens and saves it. */
function saved(text: string, { delimiter, day, number }: Language): string {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  const cell = (own: string): string => {
    const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(own) ?? []
    if (y) return day(y, m!, d!)
    return /^-?\d+\.\d+$/.test(own) ? number(String(Number(own))) : own
  }
  return `\ufeff${Papa.unparse(
    data.map((row, i) => (i === 0 ? row : row.map(cell))),
    { delimiter, newline: '\r\n' },
  )}`
}

let store: Store
let folder: string
beforeAll(async () => {
  store = await shippedStore()
  folder = mkdtempSync(join(tmpdir(), 'entrepot-'))
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const FILES = readdirSync(SERIES)

it.each(FILES.flatMap((name) => Object.keys(LANGUAGES).map((language) => ({ name, language }))))(
  'the shipped $name is the same when a spreadsheet in the $language language has saved it',
  async ({ name, language }) => {
    const text = readFileSync(join(SERIES, name, `${name}.csv`), 'utf8')
    const path = join(folder, `${language}.csv`)
    writeFileSync(path, saved(text, LANGUAGES[language]!))
    const job = { path, name: `${name}.csv`, by: null, options: {}, dryRun: true, partial: false }
    const report = await importFile(store, job)
    expect(report).toMatchObject({
      status: 'preview',
      dataset: name,
      newDataset: false,
      added: 0,
      revised: 0,
      removed: 0,
      rejected: 0,
      rows: Papa.parse(text, { skipEmptyLines: true }).data.length - 1,
    })
  },
)
