import type { Spread, View } from './view.ts'

/** One spread after another. */
export const after =
  (first: Spread | null, then: Spread): Spread =>
  (row, emit) => {
    if (!first) then(row, emit)
    else first(row, (made, column) => then(made, (last, at) => emit(last, at < 0 ? column : at)))
  }

const ENOUGH = 20_000

/** Rows as a spread makes them of rows, up to so many. */
export function spreadRows(rows: string[][], spread: Spread | null): string[][] {
  if (!spread) return rows
  const long: string[][] = []
  for (const row of rows) {
    if (long.length >= ENOUGH) break
    spread(row, (made) => long.push([...made]))
  }
  return long
}

/**
 * A table of which each record is made anew, those of the sample and all that follow. `begin` gives the
 * spread of each of both, since it may go by the rows before.
 */
export const respread = (view: View, begin: () => Spread): Pick<View, 'rows' | 'spread'> => ({
  rows: spreadRows(view.rows, begin()),
  spread: after(view.spread, begin()),
})
