import { expect, it } from 'vitest'
import { createAdding } from '../../../data/ingest/records/adding.ts'
import { appendRows, makeRows } from '../../../data/model/rows.ts'

/** Rows of one series: a period's first day, a value and its decimals each. */
function rowsOf(told: [first: number, value: number, decimals: number][]) {
  const rows = makeRows(told.length)
  for (const [i, [first, value, decimals]] of told.entries()) {
    rows.first[i] = first
    rows.last[i] = first
    rows.value[i] = value
    rows.decimals[i] = decimals
  }
  rows.length = told.length
  return rows
}

function adding(most?: number) {
  const found = makeRows(10)
  const sink = { add: (rows: typeof found) => appendRows(found, rows, 0, rows.length) }
  return { sums: createAdding(sink as never, most), found }
}

it('adds up what is told of one period, as decimals', () => {
  const { sums, found } = adding()
  sums.add(
    rowsOf([
      [1, 0.1, 1],
      [2, 5, 0],
      [1, 0.2, 1],
    ]),
  )
  sums.add(
    rowsOf([
      [1, 0.25, 2],
      [2, Number.NaN, 0],
    ]),
  )
  sums.finish()
  expect([...found.value.slice(0, found.length)]).toEqual([0.55, 5])
  expect([...found.decimals.slice(0, found.length)]).toEqual([2, 0])
})

it('says what to do where there are more sums than are held', () => {
  const { sums } = adding(2)
  sums.add(
    rowsOf([
      [1, 1, 0],
      [2, 1, 0],
      [1, 1, 0],
    ]),
  )
  expect(() => sums.add(rowsOf([[3, 1, 0]]))).toThrow(/more than 2 figures.*Split the file/)
})
