import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headerLine, rowLine } from '../../../api/formats/csv.ts'
import { dimensionsOf, rowsOf } from '../../../api/formats/rows.ts'
import { importFile } from '../../../data/ingest.ts'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { readDataset } from '../../../data/read.ts'
import { listDatasets } from '../../../data/store/datasets.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { shippedStore } from '../shipped-store.ts'
import { caseFile, caseNames, expectedOf, optionsOf } from './case.ts'

let folder: string
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-round-'))
  store = await shippedStore()
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function download(from: Store, dataset: string): Promise<string> {
  const series = await Array.fromAsync(await readDataset(from.db, dataset))
  const dimensions = dimensionsOf(series)
  return headerLine(dimensions) + [...rowsOf(series, dimensions)].map(rowLine).join('')
}

function upload(into: Store, name: string, text: string | Buffer, options: ReadingOptions = {}) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return importFile(into, { path, name, by: null, options, dryRun: false, partial: true })
}

describe('a download', () => {
  it('changes nothing when it is uploaded again', async () => {
    for (const { id, observations } of await listDatasets(store.db)) {
      const report = await upload(store, 'anything.csv', await download(store, id))
      const { dataset, rows, added, revised, confirmed, unchanged, rejected } = report
      expect({ dataset, rows, added, revised, confirmed, unchanged, rejected }).toEqual({
        dataset: id,
        rows: observations,
        added: 0,
        revised: 0,
        confirmed: 0,
        unchanged: observations,
        rejected: 0,
      })
    }
  })

  it('uploaded into an empty store gives the same download, byte for byte', async () => {
    const other = await openStore('file::memory:', 'write')
    try {
      for (const { id } of await listDatasets(store.db)) {
        const text = await download(store, id)
        expect((await upload(other, 'anything.csv', text)).status).toBe('committed')
        expect(await download(other, id)).toBe(text)
      }
    } finally {
      await other.close()
    }
  })

  it('gives back texts that it kept a spreadsheet from running', async () => {
    const text = 'DATASET,SERIES,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE\nd,s,2023,1,A,=office()\n'
    await upload(store, 'd.csv', text)
    const told = await download(store, 'd')
    expect(told).toContain("'=office()")
    expect(await upload(store, 'again.csv', told)).toMatchObject({ unchanged: 1, confirmed: 0 })
  })
})

describe('the download of what each case tells', () => {
  for (const name of caseNames()) {
    const { status, counts } = expectedOf(name)
    if (status !== 'preview' || counts.added === 0) continue
    it(`${name} is as it was when it comes back`, async () => {
      const [one, other] = [
        await openStore('file::memory:', 'write'),
        await openStore('file::memory:', 'write'),
      ]
      try {
        const input = readFileSync(caseFile(name, 'input.csv'))
        const { dataset } = await upload(one, 'case.csv', input, optionsOf(name))
        const text = await download(one, dataset!)
        const back = await upload(one, 'back.csv', text)
        const { added, revised, rejected } = back
        expect({ dataset: back.dataset, added, revised, rejected }).toEqual({
          dataset,
          added: 0,
          revised: 0,
          rejected: 0,
        })
        await upload(other, 'back.csv', text)
        expect(await download(other, dataset!)).toBe(text)
      } finally {
        await one.close()
        await other.close()
      }
    })
  }
})
