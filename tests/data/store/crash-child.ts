// Imports a file of 60,000 rows into the store of its first argument and dies at the moment that its
// second argument names.
import { createGathering } from '../../../data/ingest/records/gathering.ts'
import { dayOf, monthEnd } from '../../../data/model/day.ts'
import { makeRows } from '../../../data/model/rows.ts'
import { beginImport } from '../../../data/store/ledger/write.ts'
import { openStore } from '../../../data/store/open.ts'
import { createStage } from '../../../data/store/stage/stage.ts'
import { write } from '../../../data/store/write/write.ts'
import { description, reportOf } from './fixture.ts'

const [path, moment] = process.argv.slice(2)
const die = (now: string) => {
  if (now === moment) process.kill(process.pid, 'SIGKILL')
}

const store = await openStore(`file:${path}`, 'write')
const file = { file: 'large.csv', bytes: 1, sha256: 'large', by: null, options: {} }
const id = await beginImport(store, file)
die('begun')

const stage = createStage(`${path}-stage`, 10_000)
const rows = makeRows(60_000)
const all = createGathering((draft) => draft)
for (let i = 0; i < 60_000; i++) {
  const [series, month] = [Math.floor(i / 120), i % 120]
  // A code of its own each, since names are asked for once a code.
  const dimensions = { commodity: String(series) }
  const draft = { title: 'A', unit: null, additive: 'sum' as const, dimensions }
  rows.series[i] = month === 0 ? all.addSeries({ key: `s${series}`, ...draft }) : series
  rows.origin[i] = all.addOrigin({ source: null, sourceUrl: null, published: null })
  rows.status[i] = all.addText('A')
  rows.note[i] = -1
  rows.first[i] = dayOf(2010, 1 + month, 1)
  rows.last[i] = monthEnd(2010, 1 + month)
  rows.value[i] = i + 0.5
  rows.decimals[i] = 1
  rows.line[i] = i + 2
}
rows.length = 60_000
all.add(rows)
stage.take(all.cut())
stage.finish()
die('staged')

const dataset = description()
let named = 0
await write(store, stage, {
  import: id,
  dataset,
  day: dayOf(2024, 1, 1),
  names: () => {
    if (++named === 1) die('first series')
    if (named === 400) die('many series')
    return []
  },
  progress: (merged) => die(merged < 60_000 ? 'half the rows' : 'all rows'),
  report: (comparison) => {
    die('before the report')
    return reportOf(id, 60_000, dataset, comparison)
  },
})
die('committed')
