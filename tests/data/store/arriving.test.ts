import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Piece } from '../../../data/model/piece.ts'
import { makeRows } from '../../../data/model/rows.ts'
import { Arriving, isInOrder } from '../../../data/store/stage/arriving.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-arriving-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A piece whose rows are of these series, and tell the days from `day` on. */
function piece(series: number[], fresh: number, day = 0): Piece {
  const rows = makeRows(series.length)
  rows.series.set(series)
  series.forEach((_, i) => {
    rows.first[i] = day + i
    rows.last[i] = day + i
  })
  rows.length = series.length
  const drafts = Array.from({ length: fresh }, (_, i) => {
    const key = `s${Math.max(...series) - fresh + 1 + i}`
    return { key, title: key, unit: null, additive: 'sum' as const, dimensions: {} }
  })
  const nothing = { texts: [], issues: [], learnt: [], renamed: [] }
  return { drafts, rows, ...nothing, rejected: 0, bytes: 0, records: 0 }
}

async function arrived(pieces: Piece[]): Promise<[string, number[]][]> {
  async function* all() {
    yield* pieces
  }
  const file = new Arriving(folder, all())
  const series: [string, number[]][] = []
  for await (const part of file.parts()) {
    for (const { draft, rows } of part) {
      series.push([draft.key, [...rows.first.subarray(0, rows.length)]])
    }
  }
  await file.close()
  return series
}

const times = (series: number, count: number): number[] => new Array<number>(count).fill(series)

it('takes a series to be whole when others follow, and the last ones at the end', async () => {
  const first = [...times(0, 50), ...times(1, 50)]
  const second = [...times(1, 3), ...times(2, 50)]
  const series = await arrived([piece(first, 2), piece(second, 1, 100)])
  expect(series.map(([key, days]) => [key, days.length])).toEqual([
    ['s0', 50],
    ['s1', 53],
    ['s2', 50],
  ])
  expect(series[1]![1].slice(-4)).toEqual([99, 100, 101, 102])
})

it('puts the rows of a series in order', async () => {
  const late = piece(times(0, 3), 0, -10)
  expect(await arrived([piece(times(0, 2), 1), late])).toEqual([['s0', [-10, -9, -8, 0, 1]]])
})

it('refuses a series that goes on when it was taken to be whole', async () => {
  const pieces = [piece([...times(0, 50), ...times(1, 50)], 2), piece(times(0, 1), 0, 200)]
  await expect(arrived(pieces)).rejects.toThrow('Series 0 goes on')
})

it('refuses a series of which more rows come than are held in memory', async () => {
  const pieces = Array.from({ length: 10 }, (_, i) => piece(times(0, 40_000), i === 0 ? 1 : 0))
  await expect(arrived(pieces)).rejects.toThrow('very many rows')
})

it.each([
  ['one series after the other', [...times(0, 40), ...times(1, 40)], true],
  ['a few side by side', [...times(0, 40).map((_, i) => i % 4)], true],
  [
    'all series of a month, then those of the next',
    Array.from({ length: 200 }, (_, i) => i % 100),
    false,
  ],
  ['one period of every series so far', Array.from({ length: 200 }, (_, i) => i), false],
] as const)('knows a file by its first rows that tells %s', (_, series, expected) => {
  expect(isInOrder(piece([...series], 0).rows)).toBe(expected)
})
