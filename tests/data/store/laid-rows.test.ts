import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../data/store/open.ts'
import { detachLaid, LaidRows } from '../../../data/store/write/laid-rows.ts'
import { LONGEST_STATUS } from '../../../data/store/write/row-pages.ts'
import { contentOf, emptyStore, type Row, tell } from './fixture.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-laid-'))
  store = await emptyStore()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

type Cells = [number, number, number, number | null, number, string | null, number, number]

/** Lays one row; says whether it can be laid. */
function push(laid: LaidRows, cells: Cells): boolean {
  const [series, first, last, value, decimals, status, id, line] = cells
  const origin = { id, told: 1, source: null, sourceUrl: null, published: null, known: null }
  const words = { status: status ?? 'A', bound: null, note: null }
  return laid.push(series, first, last, { value, decimals, ...words, origin, line })
}

/** Lays rows in order, hands them over, and gives what the store then holds. */
function handOver(rows: Cells[]): unknown[] {
  const { raw } = store
  raw.exec('begin immediate')
  const laid = new LaidRows(raw, join(folder, 'laid.db'))
  for (const row of rows) expect(push(laid, row)).toBe(true)
  laid.flush()
  raw.exec('commit')
  const damage = raw.pragma('laid.integrity_check', { simple: true })
  detachLaid(raw)
  expect([damage, raw.pragma('integrity_check', { simple: true })]).toEqual(['ok', 'ok'])
  return raw
    .prepare(
      `select series_id, first_day, last_day, value, decimals, status, origin_id, line
       from observation where bound is null and note is null order by 1, 2, 3`,
    )
    .raw()
    .all()
}

const inOrder = (rows: Cells[]): Cells[] =>
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])

const whole = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min, max }),
    fc.constantFrom(...[0, 1, 2, 127, 128, 32767, 32768, 8388608].filter((n) => n >= min)),
  )
const days = fc
  .tuple(fc.integer({ min: -80_000, max: 80_000 }), fc.integer({ min: 0, max: 400 }))
  .map(([first, length]): [number, number] => [first, first + length])
const cells = fc
  .record({
    series: whole(1, 2 ** 31),
    days,
    value: fc.oneof(
      fc.constantFrom(null, 0, -0, 1, -1, 0.1, 1e308, -(2 ** 31), 2 ** 31, 2 ** 53),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      whole(-(2 ** 31), 2 ** 31 - 1),
    ),
    decimals: fc.integer({ min: 0, max: 255 }),
    // Of four signs that a reader sees some have more letters than are laid.
    status: fc.option(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
        .filter((text) => text.length <= LONGEST_STATUS / 3),
    ),
    origin: whole(1, 2 ** 40),
    line: whole(1, 2 ** 32 - 1),
  })
  .map(
    ({ series, days: [first, last], value, decimals, status, origin, line }): Cells => [
      series,
      first,
      last,
      value,
      decimals,
      status,
      origin,
      line,
    ],
  )

it('hands over every row as it was laid', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(cells, {
        minLength: 1,
        maxLength: 400,
        selector: (row) => `${row.slice(0, 3)}`,
      }),
      (rows) => {
        store.raw.exec('delete from observation')
        const told = handOver(inOrder(rows))
        const kept = (cell: Cells[number]) => (Object.is(cell, -0) ? 0 : cell)
        expect(told).toEqual(rows.map((row) => row.map(kept)))
      },
    ),
    { numRuns: 60 },
  )
})

it('makes a tree as high as the rows need', () => {
  const status = 'x'.repeat(LONGEST_STATUS / 3)
  for (const count of [1, 30, 60, 1500, 45_000]) {
    store.raw.exec('delete from observation')
    const rows = Array.from(
      { length: count },
      (_, i): Cells => [2 ** 30 + i, -70_000, 70_000, 0.1, 255, status, 2 ** 40, 2 ** 31 + i],
    )
    expect(handOver(rows)).toEqual(rows)
  }
})

it('leaves a row to the usual way that does not come after those before, or has a long status', () => {
  const laid = new LaidRows(store.raw, join(folder, 'laid.db'))
  const takes = (series: number, status: string | null) =>
    push(laid, [series, 0, 30, 1, 0, status, 1, 2])
  expect([takes(7, null), takes(6, null), takes(7, 'E')]).toEqual([true, false, true])
  expect(takes(8, 'E'.repeat(100))).toBe(false)
})

const month = (m: number) => `${2000 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`

/** Rows of which some are of a kind that cannot be laid. */
const rowsOf = (prefix: string, length: number): Row[] =>
  Array.from({ length }, (_, i) => ({
    series: `${prefix}${i % 40}`,
    period: month(Math.floor(i / 40)),
    value: i % 17 === 0 ? null : i / 4,
    ...(i % 5 === 0 && { status: 'E' }),
    ...(i % 101 === 0 && { note: `Note ${i}` }),
    ...(i % 103 === 0 && { bound: '>' as const }),
  }))

it('gives the same store whether a file is large or comes in small ones', async () => {
  const other = await emptyStore()
  try {
    // Into an empty store, into one that holds little, and into one that holds as much.
    const files = { few: 900, many: 12_000, more: 12_000 }
    for (const [prefix, length] of Object.entries(files)) {
      await tell(store, rowsOf(prefix, length), { file: prefix })
      const rows = rowsOf(prefix, length).map((row, i) => ({ ...row, line: i + 2 }))
      for (let from = 0; from < rows.length; from += 3000) {
        await tell(other, rows.slice(from, from + 3000), { file: prefix })
      }
    }
    const observations = (of: Store) => (contentOf(of) as { observations: unknown[] }).observations
    expect(observations(store)).toHaveLength(24_900)
    expect(observations(store)).toEqual(observations(other))
  } finally {
    await other.close()
  }
})
