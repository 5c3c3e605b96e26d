import { join } from 'node:path'
import {
  inCopy,
  inFolder,
  ingest,
  needSqlite3,
  peakOfIngest,
  seconds,
  sqlite3,
  withStore,
} from './command.ts'
import { type Benchmark, inPairs, median } from './figure.ts'
import { type Shape, tidyFile } from './tidy.ts'
import { firstImport, nextImport } from './yardstick.ts'

const MILLION = 1_000_000

/** The first import of a file, to what the shell needs for it. */
const first = (name: string, shape: Shape, goal: number): Benchmark => ({
  name,
  async run() {
    needSqlite3()
    const file = await tidyFile(MILLION, shape)
    const measures = shape === 'two-measures' ? ['value', 'quantity'] : ['value']
    const statements = firstImport({ file, measures })
    return withStore(async (store) => {
      const result = await inPairs(
        () => inCopy(store, (folder) => seconds(() => ingest(folder, file))),
        () => inFolder((folder) => seconds(() => sqlite3(join(folder, 'peer.db'), statements))),
      )
      return [{ name, ...result, unit: 's', goal }]
    })
  },
})

export const ingestTidy = first('ingest.tidy', 'tidy', 0.4)
export const ingestTwoMeasures = first('ingest.two-measures', 'two-measures', 0.7)
export const ingestByPeriod = first('ingest.by-period', 'by-period', 0.4)
export const ingestQuoted = first('ingest.quoted', 'quoted', 0.7)

/** The same file with one value in a hundred revised, into a store that holds it already. */
export const ingestRevise: Benchmark = {
  name: 'ingest.revise',
  async run() {
    needSqlite3()
    const before = await tidyFile(MILLION)
    const after = await tidyFile(MILLION, 'revised')
    const measures = ['value']
    return withStore(async (held) => {
      seconds(() => ingest(held, before))
      seconds(() => sqlite3(join(held, 'peer.db'), firstImport({ file: before, measures })))
      const again = (run: (folder: string) => ReturnType<typeof ingest>) => () =>
        inCopy(held, (folder) => seconds(() => run(folder)))
      const result = await inPairs(
        again((folder) => ingest(folder, after, '--dataset', 'tidy-1m')),
        again((folder) => sqlite3(join(folder, 'peer.db'), nextImport({ file: after, measures }))),
      )
      return [{ name: 'ingest.revise', ...result, unit: 's', goal: 0.4 }]
    })
  },
}

/** The most memory that the process holds while five million rows come in. */
export const ingestMemory: Benchmark = {
  name: 'ingest.memory',
  async run() {
    const file = await tidyFile(5 * MILLION)
    return withStore(async (store) => {
      const peaks: number[] = []
      for (let i = 0; i < 3; i++) {
        peaks.push(await inCopy(store, (folder) => peakOfIngest(folder, file)))
      }
      const ours = median(peaks)
      return [{ name: 'ingest.memory', ours, peer: null, ratio: null, unit: 'MiB', goal: 512 }]
    })
  },
}
