import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseQuery } from '../../../data/model/query.ts'
import { read, readDataset } from '../../../data/read.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'
import { inSnapshot } from '../../../data/store/snapshot.ts'
import { tell } from './fixture.ts'

let folder: string
let writer: Store
let reader: Store

const keys = Array.from({ length: 250 }, (_, i) => `s${String(i).padStart(3, '0')}`)
const tellAll = (value: number) =>
  tell(
    writer,
    keys.map((series) => ({ series, period: '2023', value })),
    { file: `${value}.csv` },
  )

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-'))
  const url = `file:${join(folder, 'store.db')}`
  writer = await openStore(url, 'write')
  reader = await openStore(url, 'read')
  await tellAll(1)
})

afterEach(async () => {
  await reader.close()
  await writer.close()
  rmSync(folder, { recursive: true })
})

it('what is read together is of one moment, and holds up no writer', async () => {
  const seen = await inSnapshot(reader.db, async (now) => {
    const before = await findSeriesOrThrow(now, 'trade/s000')
    await tellAll(2)
    return [before, await findSeriesOrThrow(now, 'trade/s000')]
  })
  expect(seen.map((series) => series?.releases)).toEqual([1, 1])
  expect((await findSeriesOrThrow(reader.db, 'trade/s000'))?.releases).toBe(2)
})

it('a download of a dataset is of the moment when it began, and holds up no reader', async () => {
  const values: (number | null)[] = []
  for await (const columns of await readDataset(reader.db, 'trade')) {
    if (values.length === 0) await tellAll(2)
    values.push(...columns.values)
    if (values.length === 200) {
      const { series } = await read(reader.db, parseQuery('series=trade/s200'))
      expect(series[0]?.values).toEqual([2])
    }
  }
  expect(values).toEqual(keys.map(() => 1))
})

it('a reading that fails leaves the connection free for the next', async () => {
  await expect(read(reader.db, parseQuery('series=trade/none'))).rejects.toThrow('trade/none')
  const { series } = await read(reader.db, parseQuery('series=trade/s001'))
  expect(series[0]?.values).toEqual([1])
})
