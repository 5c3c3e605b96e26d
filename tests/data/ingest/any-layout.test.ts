import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropPreview, importFile } from '../../../data/ingest.ts'
import { openStore, type Store } from '../../../data/store/open.ts'

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-layout-'))
  store = await openStore('file::memory:', 'write')
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Figures by partner, commodity and period; null where there is none. */
type Cube = Map<string, Map<string, Map<string, number | null>>>

const PARTNERS = ['CHN', 'TUR', 'DEU', 'KAZ']
const COMMODITIES = ['0101', '2709', '8542', '870323']

const PERIODS = {
  years: ['2019', '2020', '2021', '2022', '2023'],
  quarters: ['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3'],
  months: ['2022-11', '2022-12', '2023-01', '2023-02', '2023-03'],
}
type Frequency = keyof typeof PERIODS

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** Ways in which offices head a column with its period. */
const HEADINGS: Record<Frequency, ((period: string) => string)[]> = {
  years: [(p) => p, (p) => `${p} [YR${p}]`, (p) => `Total ${p}`, (p) => `Value in ${p}`],
  quarters: [
    (p) => p,
    (p) => p.replace('-', ''),
    (p) => `${p} `,
    (p) => p.replace(/(.*)-(Q.)/, '$2 $1'),
  ],
  months: [
    (p) => p,
    (p) => p.replace('-', 'M'),
    (p) => `${MONTHS[Number(p.slice(5)) - 1]}-${p.slice(2, 4)}`,
    (p) => `${p.slice(5)}/${p.slice(0, 4)}`,
  ],
}

interface Table {
  rows: string[][]
  /** What ends the keys of its series, where it tells each figure under several. */
  pieces?: string[]
}
type Write = (cube: Cube, periods: string[], heading: (period: string) => string) => Table

const figure = (value: number | null | undefined): string => (value == null ? '' : value.toFixed(2))

/** A period without the words that only a heading has. */
const plainly = (heading: string): string => heading.replace(/^Total |^Value in | \[.*$/g, '')

/** `2023-Q4` as year and piece. */
const partsOf = (period: string): string[] => period.split('-')

/** Each cell of the cube as a line of its coordinates. */
function* cells(
  cube: Cube,
): Generator<[partner: string, commodity: string, period: string, value: number | null]> {
  for (const [partner, goods] of cube)
    for (const [commodity, periods] of goods)
      for (const [period, value] of periods) yield [partner, commodity, period, value]
}

const LAYOUTS: Record<string, Write> = {
  long: (cube, _, heading) => ({
    rows: [
      ['partner', 'commodity', 'period', 'value'],
      ...[...cells(cube)].map(([partner, commodity, period, value]) => [
        partner,
        commodity,
        plainly(heading(period)),
        figure(value),
      ]),
    ],
  }),
  'periods as columns': (cube, periods, heading) => ({
    rows: [
      ['partner', 'commodity', ...periods.map(heading)],
      ...[...cube].flatMap(([partner, goods]) =>
        [...goods].map(([commodity, values]) => [
          partner,
          commodity,
          ...periods.map((period) => figure(values.get(period))),
        ]),
      ),
    ],
  }),
  'the year in one column and its piece in another': (cube, periods, heading) => {
    const [, piece] = partsOf(periods[0]!)
    if (piece === undefined) return LAYOUTS.long!(cube, periods, heading)
    return {
      rows: [
        ['partner', 'commodity', 'year', piece.startsWith('Q') ? 'quarter' : 'month', 'value'],
        ...[...cells(cube)].map(([partner, commodity, period, value]) => [
          ...[partner, commodity, ...partsOf(period)],
          figure(value),
        ]),
      ],
    }
  },
  'pieces of a year as columns, beside a column of years': (cube, periods, heading) => {
    const pieces = [...new Set(periods.map((period) => partsOf(period)[1]))]
    if (pieces[0] === undefined) return LAYOUTS['periods as columns']!(cube, periods, heading)
    const years = [...new Set(periods.map((period) => partsOf(period)[0]!))]
    return {
      rows: [
        ['partner', 'commodity', 'year', ...pieces.map((p) => MONTHS[Number(p) - 1] ?? p!)],
        ...[...cube].flatMap(([partner, goods]) =>
          [...goods].flatMap(([commodity, values]) =>
            years.map((year) => [
              ...[partner, commodity, year],
              ...pieces.map((piece) => figure(values.get(`${year}-${piece}`))),
            ]),
          ),
        ),
      ],
    }
  },
  'measures as columns': (cube, _, heading) => ({
    rows: [
      ['partner', 'commodity', 'period', 'exports', 'imports'],
      ...[...cells(cube)].map(([partner, commodity, period, value]) => [
        ...[partner, commodity, plainly(heading(period))],
        ...[figure(value), figure(value)],
      ]),
    ],
    pieces: ['X', 'M'],
  }),
  'dimensions joined in the first column': (cube, periods) => ({
    rows: [
      ['partner,commodity\\TIME_PERIOD', ...periods.map((period) => `${period} `)],
      ...[...cube].flatMap(([partner, goods]) =>
        [...goods].map(([commodity, values]) => [
          `${partner},${commodity}`,
          ...periods.map((period) => figure(values.get(period)) || ':'),
        ]),
      ),
    ],
  }),
}

async function figuresOf({ rows }: Table, delimiter: string): Promise<Map<string, string>> {
  const path = join(folder, 'any.csv')
  writeFileSync(path, Papa.unparse(rows, { delimiter }))
  const job = { path, name: 'any.csv', by: null, options: {}, dryRun: true, partial: false }
  const report = await importFile(store, job)
  const said = JSON.stringify([
    report.questions,
    report.issues.filter((i) => i.severity === 'rejected'),
  ])
  expect(report.status, said).toBe('preview')
  await dropPreview(store, report.id)
  return new Map(
    report.changes.map(({ series, period, after, afterDecimals }) => [
      `${series.replace(/^any\//, '')} ${period}`,
      after === null ? 'missing' : after.toFixed(afterDecimals),
    ]),
  )
}

const given = fc.record({
  frequency: fc.constantFrom<Frequency>('years', 'quarters', 'months'),
  heading: fc.nat(3),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  partners: fc.subarray(PARTNERS, { minLength: 1 }),
  commodities: fc.subarray(COMMODITIES, { minLength: 1 }),
  first: fc.integer({ min: 1, max: 1e9 }),
  others: fc.array(fc.option(fc.integer({ min: -1e8, max: 1e11 }), { freq: 6 }), {
    minLength: 6,
    maxLength: 6,
  }),
})

describe('a table comes back the same in every layout', () => {
  it.each(Object.keys(LAYOUTS))(
    '%s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(given, async (choice) => {
          const { frequency, delimiter, partners, commodities } = choice
          const values = [choice.first, ...choice.others].map((n) => n && n / 100)
          const periods = PERIODS[frequency]
          let n = 0
          const cube: Cube = new Map(
            partners.map((partner) => [
              partner,
              new Map(
                commodities.map((commodity) => [
                  commodity,
                  new Map(periods.map((period) => [period, values[n++ % values.length] ?? null])),
                ]),
              ),
            ]),
          )
          const heading = HEADINGS[frequency][choice.heading]!
          const table = LAYOUTS[name]!(cube, periods, heading)
          const found = await figuresOf(table, delimiter)
          const wanted = [...cells(cube)].flatMap(([partner, commodity, period, value]) =>
            (table.pieces ?? [null]).map((piece): [string, string] => [
              `${[partner, commodity, piece].filter(Boolean).join('.')} ${period}`,
              figure(value) || 'missing',
            ]),
          )
          const told = new Map(wanted)
          // Pieces of a year that nobody asked for are there, and empty.
          for (const [place, value] of found)
            if (!told.has(place) && value === 'missing') found.delete(place)
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(told))
        }),
        { numRuns: Number(process.env.RUNS ?? 30) },
      )
    },
    60_000,
  )
})
