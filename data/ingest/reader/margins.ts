import type { Dialect } from './careful.ts'
import { sampleRows } from './dialect.ts'
import type { Shape } from './repair.ts'
import { filled } from './rows.ts'

/** Columns at both sides of a table that say nothing: a spreadsheet begins in its column B, a program numbers the rows. */
export interface Margins {
  left: number
  right: number
}

const NONE: Margins = { left: 0, right: 0 }

const isFilled = (cell: string): boolean => cell.trim() !== ''
const isOfMargin = (cell: string): boolean => /^\s*\d*\s*$/.test(cell)

/** The margins of a sample's table: titles and notes may stand in the left one, but no names of groups. */
export function marginsOf(text: string, dialect: Dialect, width: number): Margins {
  if (dialect.delimiter.trim() === '' && dialect.delimiter !== '\t') return NONE
  const rows = sampleRows(text, dialect, width).map(({ cells }) => cells)
  const isOfTable = (cells: string[]) => filled(cells) > 1
  const [from, to] = [rows.findIndex(isOfTable), rows.findLastIndex(isOfTable)]
  const table = rows.slice(Math.max(from, 0), to + 1).filter((cells) => filled(cells) > 0)
  if (table.length < 2) return NONE
  const left = Math.min(...table.map((cells) => cells.findIndex(isFilled)))
  const end = Math.max(...table.map((cells) => cells.findLastIndex(isFilled)))
  // Without titles and blank lines that are as wide, an empty last column may be one of the table.
  const isSheet =
    table.every(({ length }) => length === width) &&
    rows.some((cells) => cells.length === width && !isOfTable(cells))
  // Some programs end each line with the delimiter, that of a title, too.
  const isEnded =
    rows.length > table.length &&
    rows.every((cells) => cells.length > 1 && !isFilled(cells.at(-1)!))
  return { left, right: isSheet ? width - 1 - end : isEnded ? 1 : 0 }
}

/** A sample without its margins. */
export function withoutMargins(text: string, { delimiter }: Dialect, margins: Margins): string {
  if (margins.left + margins.right === 0) return text
  const sign = RegExp.escape(delimiter)
  const left = new RegExp(`^(?: *(?:"")?${sign}){${margins.left}}`, 'gm')
  const right = new RegExp(`(?:${sign} *(?:"")?){${margins.right}}$`, 'gm')
  return text.replace(left, '').replace(right, '')
}

/** The cells of a record without its margins; where more stands in the left one than a note, all of them. */
export function withinMargins(cells: string[], { left, right }: Margins, width: number): string[] {
  if (left + right === 0) return cells
  const isRight = cells.length === left + width + right && !cells.slice(-right).some(isFilled)
  const within = right > 0 && isRight ? cells.slice(0, -right) : cells
  if (within.slice(0, left).every(isOfMargin)) return within.slice(left)
  if (filled(within) > 1) return within
  const note = within.find(isFilled)!
  return [note, ...Array<string>(Math.max(within.length - left - 1, 0)).fill('')]
}

/** The shape of records with their margins. */
export const withMargins = ({ width, kinds }: Shape, { left, right }: Margins): Shape => {
  const empty = (count: number) => Array<'empty'>(count).fill('empty')
  return { width: left + width + right, kinds: [...empty(left), ...kinds, ...empty(right)] }
}
