import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { importFile } from '../../../data/ingest.ts'
import { openStore } from '../../../data/store/open.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August']

let folder: string | undefined
afterEach(async () => {
  if (folder) await rm(folder, { recursive: true })
})

describe('months below their year', () => {
  it('keep their year in a file that is read in many pieces', async () => {
    folder = await mkdtemp(join(tmpdir(), 'entrepot-'))
    const path = join(folder, 'grouped.csv')
    const years = Array.from({ length: 200 }, (_, i) => 1820 + i)
    const lines = years.flatMap((year) =>
      MONTHS.flatMap((month, m) =>
        Array.from({ length: 10 }, (_, p) =>
          [m + p === 0 ? year : '', month, `P${p}`, `${year}.${m + 1}${p}`].join(','),
        ),
      ),
    )
    writeFileSync(path, `Year,Month,Port,Exports\n${lines.join('\n')}\n`)
    const store = await openStore('file::memory:', 'write')
    try {
      const job = { path, name: 'grouped.csv', by: null, options: {}, dryRun: true, partial: false }
      const { rows, rejected, changes } = await importFile(store, job)
      expect({ rows, rejected }).toEqual({ rows: lines.length, rejected: 0 })
      expect(changes.length).toBeGreaterThan(0)
      for (const { period, after } of changes) {
        expect(Number(period.slice(0, 4)), period).toBe(Math.floor(after ?? 0))
        expect(Number(period.slice(5, 7)), period).toBe(Number(String(after).split('.')[1]![0]))
      }
    } finally {
      await store.close()
    }
  })
})
