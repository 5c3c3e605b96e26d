import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createGathering } from '../../../data/ingest/records/gathering.ts'
import { makeRows } from '../../../data/model/rows.ts'
import { createStage, openStage, type Stage } from '../../../data/store/stage/stage.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'entrepot-stage-')), 'stage')
})
afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }))

const draft = (key: string) => ({
  key,
  title: key,
  unit: null,
  additive: 'sum' as const,
  dimensions: {},
})

/** Rows ordered by period, every series in each: the order that is worst for writing. */
function byPeriod(stage: Stage, series: number, periods: number): void {
  const file = createGathering((one) => one)
  const rows = makeRows(series * periods)
  for (let period = 0; period < periods; period++) {
    for (let s = 0; s < series; s++) {
      const i = rows.length++
      rows.series[i] = file.addSeries(draft(`s${s}`))
      rows.origin[i] = file.addOrigin({ source: 'x', sourceUrl: null, published: 7 })
      rows.note[i] = file.addText(`note ${i}`)
      rows.status[i] = file.addText('A')
      rows.first[i] = period * 31
      rows.last[i] = period * 31 + 30
      rows.value[i] = s + period / 1000
      rows.line[i] = i + 2
    }
  }
  file.add(rows)
  stage.take(file.cut())
  stage.finish()
}

function told(stage: Stage) {
  const series = []
  for (const { draft: of, rows } of stage.series()) {
    series.push({
      key: of.key,
      first: [...rows.first.subarray(0, rows.length)],
      values: [...rows.value.subarray(0, rows.length)],
      notes: [...rows.note.subarray(0, rows.length)].map((note) => stage.text(note)),
    })
  }
  return series
}

/** Bytes in use once the rubbish is gone. */
function used(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

it('gives the rows of a file series by series, by period, whatever their order was', () => {
  const stage = createStage(folder)
  byPeriod(stage, 3, 4)
  expect(told(stage)).toEqual(
    [0, 1, 2].map((s) => ({
      key: `s${s}`,
      first: [0, 31, 62, 93],
      values: [0, 1, 2, 3].map((period) => s + period / 1000),
      notes: [0, 1, 2, 3].map((period) => `note ${period * 3 + s}`),
    })),
  )
})

it('gives the same from memory, from many runs on disk, and in another process', async () => {
  const inMemory = createStage(folder)
  byPeriod(inMemory, 7, 50)
  expect(existsSync(folder)).toBe(false)
  const onDisk = createStage(folder, 40)
  byPeriod(onDisk, 7, 50)
  expect(readdirSync(folder).filter((name) => name.startsWith('run-')).length).toBe(8)
  expect(told(onDisk)).toEqual(told(inMemory))
  onDisk.keep()
  onDisk.close()
  const again = await openStage(folder)
  expect(again.rows).toBe(350)
  expect(told(again)).toEqual(told(inMemory))
  const [first] = again.series()
  const origin = { source: 'x', sourceUrl: null, published: 7 }
  expect(again.origin(first!.rows.origin[0]!)).toEqual(origin)
  again.discard()
  expect(existsSync(folder)).toBe(false)
})

it('keeps tellings of one period in the order of the file', () => {
  const stage = createStage(folder, 2)
  const rows = makeRows(5)
  const last = [9, 9, 5, 9, 5]
  last.forEach((day, i) => {
    rows.series[i] = 0
    rows.last[i] = day
    rows.line[i] = i + 2
  })
  rows.length = 5
  stage.take({ drafts: [draft('a')], texts: [], rows })
  stage.finish()
  const [series] = stage.series()
  expect([...series!.rows.line.subarray(0, 5)]).toEqual([4, 6, 2, 3, 5])
  stage.discard()
})

it('numbers series and texts by what they say', () => {
  const file = createGathering((one) => one)
  const stage = createStage(folder)
  expect([file.addSeries(draft('a')), file.addSeries(draft('b'))]).toEqual([0, 1])
  expect(file.addSeries(draft('a'))).toBe(0)
  const texts = ['é中 ', '', 'abc', 'é中 ', '€'].map((text) => [file.addText(text), text] as const)
  expect(texts[3]).toEqual(texts[0])
  stage.take(file.cut())
  for (const [number, text] of texts) expect(stage.text(number)).toBe(text)
  expect(stage.text(-1)).toBe(null)
})

it('does not hold in memory what every row says differently', () => {
  const file = createGathering((one) => one)
  const stage = createStage(folder)
  const before = used()
  const long = 'x'.repeat(1000)
  const numbers = Uint32Array.from({ length: 30_000 }, (_, i) => {
    const number = file.addText(`${i} ${long}`)
    if (i % 1000 === 999) stage.take(file.cut())
    return number
  })
  expect(used() - before).toBeLessThan(20_000_000)
  numbers.forEach((number, i) => {
    if (stage.text(number) !== `${i} ${long}`) expect.fail(`text ${i} came back wrong`)
  })
  expect(used() - before).toBeLessThan(40_000_000)
  stage.discard()
})
