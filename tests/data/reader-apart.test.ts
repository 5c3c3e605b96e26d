import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ImportJob, importFile } from '../../data/ingest.ts'
import type { Reader } from '../../data/reader.ts'
import { readerApart } from '../../data/reader-apart.ts'
import { openStore, type Store } from '../../data/store/open.ts'
import { largeCsv } from '../api/large.ts'
import { contentOf, emptyStore } from './store/fixture.ts'

let folder: string
let store: Store
let readers: Reader[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-apart-'))
  store = await openStore(`file:${join(folder, 'entrepot.db')}`, 'write')
  readers = []
})
afterEach(async () => {
  for (const reader of readers) await reader.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** More than 8 MB: a file that is read in a thread of its own where the store is a file. */
const ROWS = 250_000

function jobOf(text: string, more: Partial<ImportJob> = {}): ImportJob {
  const path = join(folder, 'goods.csv')
  writeFileSync(path, text)
  return { path, name: 'goods.csv', by: null, options: {}, dryRun: false, partial: false, ...more }
}

function readerOf(text: string): Reader {
  const reader = readerApart(store, jobOf(text))
  readers.push(reader)
  return reader
}

async function rowsRead(reader: Reader): Promise<number> {
  const pieces = reader.read()
  let rows = 0
  for (;;) {
    const next = await pieces.next()
    if (next.done) {
      expect(next.value.rows).toBe(rows)
      return rows
    }
    rows += next.value.rows.length
  }
}

describe('a file that is read in a thread of its own', () => {
  it('makes what one read in the same thread does', async () => {
    const memory = await emptyStore()
    const job = jobOf(largeCsv(ROWS, 'c'))
    const [apart, here] = [await importFile(store, job), await importFile(memory, job)]
    expect(apart).toMatchObject({ status: 'committed', added: ROWS })
    expect({ ...apart, importedAt: '' }).toEqual({ ...here, importedAt: '' })
    expect(contentOf(store)).toEqual(contentOf(memory))
    // Again, into what is there: the thread looks into the store by itself.
    const more = jobOf(largeCsv(ROWS + 1, 'c'))
    const later = [await importFile(store, more), await importFile(memory, more)]
    expect(later[0]).toMatchObject({ status: 'committed' })
    expect({ ...later[0], importedAt: '' }).toEqual({ ...later[1], importedAt: '' })
    expect(contentOf(store)).toEqual(contentOf(memory))
    await memory.close()
  }, 60_000)

  it('is refused, or asked about, as in the same thread', async () => {
    const two = `${largeCsv(ROWS, 'c')}\n\nyear,tonnes\n2020,1\n2021,2\n2022,3\n`
    expect(await importFile(store, jobOf(two))).toMatchObject({
      status: 'ambiguous',
      questions: [{ code: 'table' }],
    })
    const endless = `${largeCsv(ROWS, 'c')}${'x'.repeat(30_000_000)}`
    const { status, issues } = await importFile(store, jobOf(endless))
    expect([status, issues[0]?.line]).toEqual(['rejected', ROWS + 2])
    expect(contentOf(store)).toMatchObject({ series: [] })
  }, 60_000)

  it('can be given up midway, and read again', async () => {
    const reader = readerOf(largeCsv(ROWS, 'c'))
    await reader.decide()
    for await (const piece of reader.read()) {
      if (piece.records > ROWS / 3) break
    }
    expect(await rowsRead(reader)).toBe(ROWS)
  })

  it('waits for whoever takes its pieces', async () => {
    const reader = readerOf(largeCsv(2 * ROWS, 'c'))
    await reader.decide()
    const pieces = reader.read()
    const first = await pieces.next()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const heldBefore = process.memoryUsage().arrayBuffers
    let rows = first.done ? 0 : first.value.rows.length
    for await (const piece of pieces) {
      rows += piece.rows.length
      expect(process.memoryUsage().arrayBuffers - heldBefore).toBeLessThan(40_000_000)
    }
    expect(rows).toBe(2 * ROWS)
  })

  it('is an error where its thread ends', async () => {
    const reader = readerOf(largeCsv(10, 'c'))
    await reader.decide()
    await reader.close()
    await expect(reader.read().next()).rejects.toThrow('The thread that read the file has stopped.')
  })
})
