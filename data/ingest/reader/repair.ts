import { type Dialect, splitRecord } from './careful.ts'
import { type Kind, kindOf, namesColumns } from './cells.ts'

/** What a body's rows look like: how many cells, and of which kind each column is. */
export interface Shape {
  width: number
  kinds: Kind[]
}

const OTHER_DELIMITERS = [',', ';', '\t', '|', ' ']

/** How many cells are of their column's kind; an empty cell fits anywhere, a little. */
function agreement(cells: readonly string[], { kinds }: Shape): number {
  let sum = 0
  for (const [i, cell] of cells.entries()) {
    const kind = kindOf(cell)
    const wanted = kinds[i]
    if (kind === wanted) sum += 1
    else if (kind === 'empty' || wanted === 'empty') sum += 0.25
    else if (wanted === 'text' && kind === 'code') sum += 0.75
  }
  return sum
}

/** Whether every figure, date and address stands in a column of such, and nothing else does. */
export const fits = (cells: readonly string[], { width, kinds }: Shape): boolean =>
  kinds.slice(0, width).every((kind, i) => {
    const own = kindOf(cells[i] ?? '')
    return !SURE.has(kind) || own === kind || own === 'empty'
  })

/** Kinds that a cell of another kind does not pass for. */
const SURE: ReadonlySet<Kind> = new Set(['number', 'date', 'time', 'url'])

/** Drops the empty cells that are too many where the rest then fits its columns better. */
function withoutExtra(cells: string[], shape: Shape): string[] | undefined {
  let best: string[] | undefined
  let bestFit = -1
  for (const [i, cell] of cells.entries()) {
    if (cell !== '') continue
    const rest = cells.toSpliced(i, 1)
    const fit = agreement(rest, shape)
    if (fit > bestFit) [best, bestFit] = [rest, fit]
  }
  return best
}

/** Puts the words of a row that blanks separate back together, so that every column gets its kind. */
function gathered(cells: string[], shape: Shape): string[] | undefined {
  const extra = cells.length - shape.width
  if (extra < 1 || extra > 40) return undefined
  let best: string[] | undefined
  let bestFit = -1
  for (let i = 0; i < shape.width; i++) {
    const joined = [
      ...cells.slice(0, i),
      cells.slice(i, i + extra + 1).join(' '),
      ...cells.slice(i + extra + 1),
    ]
    const fit = agreement(joined, shape)
    if (fit > bestFit) [best, bestFit] = [joined, fit]
  }
  return best
}

/** A row written with another delimiter than its file. */
function otherwise(text: string, dialect: Dialect, shape: Shape): string[] | undefined {
  let best: string[] | undefined
  let bestFit = shape.width * 0.5
  for (const delimiter of OTHER_DELIMITERS) {
    if (delimiter === dialect.delimiter) continue
    const { cells, lines } = splitRecord(text, { ...dialect, delimiter }, shape.width)
    if (lines > 1) continue
    const whole =
      cells.length === shape.width ? cells : delimiter === ' ' ? gathered(cells, shape) : undefined
    const fit = whole ? agreement(whole, shape) : -1
    if (whole && fit > bestFit && holds(whole, shape)) [best, bestFit] = [whole, fit]
  }
  return best
}

/**
 * Whether half of the columns of figures, dates and addresses hold such, where there are any: a sentence may end with
 * a year.
 */
function holds(cells: readonly string[], { kinds }: Shape): boolean {
  const sure = cells.filter((_, i) => SURE.has(kinds[i]!))
  const own = cells.filter((cell, i) => SURE.has(kinds[i]!) && kindOf(cell) === kinds[i])
  return own.length * 2 >= sure.length
}

/** The names of a header that is separated in another way than its body; undefined where it is no such header. */
export function otherHeader(
  text: string,
  dialect: Dialect,
  { width, kinds }: Shape,
): string[] | undefined {
  for (const delimiter of OTHER_DELIMITERS) {
    if (delimiter === dialect.delimiter || width < 3) continue
    const { cells, lines, faults } = splitRecord(text, { ...dialect, delimiter }, width)
    if (cells.length === width && lines === 1 && !faults && namesColumns(cells, kinds)) return cells
  }
  return undefined
}

/**
 * Mends a row that has another number of cells than its table: an empty cell too many is taken out,
 * a row in another delimiter is split by it. Undefined where nothing fits: the row stays as it is.
 */
export function repair(
  line: string,
  cells: string[],
  dialect: Dialect,
  shape: Shape,
): string[] | undefined {
  if (cells.length === shape.width || shape.width < 3) return undefined
  if (dialect.delimiter === ' ' && cells.length > shape.width) return gathered(cells, shape)
  if (cells.length === shape.width + 1) return withoutExtra(cells, shape)
  return cells.length < shape.width / 2 ? otherwise(line, dialect, shape) : undefined
}
