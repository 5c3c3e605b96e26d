import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headerLine, rowLine } from '../../../api/formats/csv.ts'
import { dimensionsOf, rowsOf } from '../../../api/formats/rows.ts'
import { importFile, undoImport } from '../../../data/ingest.ts'
import { MODES, type ReadingOptions } from '../../../data/model/report.ts'
import { readDataset } from '../../../data/read.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { contentOf } from '../store/fixture.ts'
import { afterwards, type Figures, revisedFigures } from './later-figures.ts'
import { type Choice, type Figure, officeFile, written } from './office.ts'
import { codesIn, nameOf } from './office-lines.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-second-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const RUNS = Number(process.env.RUNS ?? 20)

const pairs = fc.record({
  first: written,
  second: written,
  /** Years by which the second file begins later. */
  shift: fc.nat(2),
  mode: fc.constantFrom(...MODES),
  seed: fc.nat(),
})
type Pair = typeof pairs extends fc.Arbitrary<infer T> ? T : never

/** The second file tells figures of the same kind, in another way, and leaves out their unit. */
function sameKind({ first, second, shift }: Pair): [Choice, Choice] {
  const { flows, frequency, decimals, scale } = first
  const goods = first.goods === 0 ? 0 : Math.max(1, second.goods)
  // A title may say the flow: then both do.
  const titled = Math.min(first.titles, Math.max(1, second.titles))
  const titles = flows ? second.titles : titled
  const common = {
    flows,
    frequency,
    decimals,
    scale,
    goods,
    titles,
    change: false,
    behind: 'nothing' as const,
    furniture: [],
  }
  const start = first.start + shift
  return [
    { ...first, change: false, behind: 'nothing' as const, furniture: [] },
    { ...second, ...common, start, unit: 2 },
  ]
}

/** What a file of the choice tells. */
function toldBy(figures: readonly Figure[], { titles, language }: Choice): Figures {
  const source = titles > 1 ? language : undefined
  return new Map(
    figures.map((figure) => {
      const { text, value, decimals, status } = figure
      const told = value === null ? { value, decimals: 0 } : { value: Number(text), decimals }
      return [nameOf(figure), { ...told, status, source }]
    }),
  )
}

/** The figures of a download, in lines. */
function answers(csv: string, { flows }: Choice): string[] {
  const [head = '', ...rows] = csv.trim().split(/\r?\n/)
  const names = head.split(',')
  return rows
    .map((row) => {
      const cells = row.split(',')
      const cell = (name: string) => cells[names.indexOf(name)]!
      const place = codesIn(cell('SERIES'), flows).sort()
      const value = cell('OBS_VALUE') === '' ? null : Number(cell('OBS_VALUE'))
      return `${place.join('.')} ${cell('TIME_PERIOD')} ${value} ${cell('OBS_STATUS')}`
    })
    .sort()
}

const wanted = (figures: Figures): string[] =>
  [...figures].map(([place, { value, status }]) => `${place} ${value} ${status}`).sort()

async function download(store: Store): Promise<string> {
  const series = await Array.fromAsync(await readDataset(store.db, 'any'))
  const dimensions = dimensionsOf(series)
  return headerLine(dimensions) + [...rowsOf(series, dimensions)].map(rowLine).join('')
}

function take(store: Store, bytes: Buffer, options: ReadingOptions) {
  const path = join(folder, 'any.csv')
  writeFileSync(path, bytes)
  return importFile(store, {
    path,
    name: 'any.csv',
    by: null,
    options,
    dryRun: false,
    partial: false,
  })
}

/** Takes two files in; says whether it was asked about one of them, and expects the rest. */
async function takeBoth(store: Store, pair: Pair): Promise<'asked' | 'read'> {
  const [one, two] = sameKind(pair)
  const first = officeFile(one)
  const begun = await take(store, first.bytes, {})
  if (begun.status === 'ambiguous') return 'asked'
  expect(begun.status, `${first.text}\n${JSON.stringify(begun.issues, null, 1)}`).toBe('committed')
  const byName = new Map(first.figures.map((figure) => [nameOf(figure), figure]))
  const tell = revisedFigures({ ...two, seed: pair.seed }, (place) => byName.get(nameOf(place)))
  const second = officeFile(two, tell)
  const model = afterwards(toldBy(first.figures, one), toldBy(second.figures, two), pair.mode)
  const content = JSON.stringify(contentOf(store))
  const before = await download(store)
  const report = await take(store, second.bytes, { mode: pair.mode, dataset: 'any' })
  const { status, error, questions, issues, reading } = report
  if (status === 'ambiguous') return 'asked'
  // Countries as headings report where no word says that they are partners; what another file calls
  // partners is not taken to be the same.
  const isOtherSide = [one, two].some(({ layout }) => layout === 'partners across')
  if (isOtherSide && issues[0]?.code === 'missing-column') return 'asked'
  const said = JSON.stringify({ error, ...reading, questions, issues }, null, 1)
  const told = `${first.text}\n--- ${pair.mode}:\n${second.text}\n${said}`
  expect(['committed', 'unchanged'], told).toContain(status)
  const { added, revised, confirmed, unchanged, kept, removed, missing } = report
  expect({ added, revised, confirmed, unchanged, kept, removed }, told).toEqual(model.counts)
  const { figures, series } = missing!
  expect({ figures, series }, told).toEqual(model.missing)
  expect(answers(await download(store), one), told).toEqual(wanted(model.figures))
  await undoImport(store, report.id)
  expect(JSON.stringify(contentOf(store)) === content, told).toBe(true)
  expect(await download(store), told).toBe(before)
  return 'read'
}

it('a second file, however it is written, does what its mode says, and an undo gives back what stood', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(pairs, async (pair) => {
      const store = await openStore('file::memory:', 'write')
      try {
        if ((await takeBoth(store, pair)) === 'asked') asked++
      } finally {
        await store.close()
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(asked).toBeLessThan(RUNS * 0.7)
}, 1_000_000)
