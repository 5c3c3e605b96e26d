import { isOfTrade } from '../codes/whose-trade.ts'
import { isPeriodText } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import type { Form } from './form.ts'
import type { Row } from './rows.ts'
import type { Table } from './tables.ts'

/** Programs that number or name their rows may leave these without a name: the names stand one to the left. */
export function withRowNames(table: Table, rows: Row[]): Table {
  const { header, shape } = table
  if (header.length === 0 || header.length !== shape.width - 1) return table
  if (shape.kinds.at(-1) === 'empty') return table
  const cells = firstCells(table, rows)
  const numbers = cells.map(Number)
  const isCount = numbers.every((n, i) => Number.isInteger(n) && n === numbers[0]! + i)
  const areNamed = isCount || namesNoRows(table, cells)
  return cells.length > 1 && areNamed ? { ...table, header: ['', ...header] } : table
}

/** Whether the first name is one of figures, and stands over words or days that each name a row. */
function namesNoRows({ header, shape }: Table, cells: readonly string[]): boolean {
  const [kind, ...others] = shape.kinds
  const areFigures = others.every((other) => other === 'number' || other === 'empty')
  const isOfFigures = isOfTrade(header[0]!) || roleOfHeader(header[0]!) === 'value'
  // The corner of a table may name its flow, before periods.
  const areNames = isOfFigures ? !header.some(isPeriodText) : header.every(isPeriodText)
  return kind !== 'number' && areFigures && areNames && new Set(cells).size === cells.length
}

/** What stands first in the whole rows below the header. */
function firstCells({ headerRows, shape }: Table, rows: Row[]): string[] {
  const last = headerRows.at(-1)?.line ?? 0
  const body = rows.filter(({ cells, line }) => line > last && cells.length === shape.width)
  return body.map(({ cells }) => cells[0]!)
}

/** Whether a first column without a name counts the rows, as pandas and R write them. */
export function areNumbered(table: Table, rows: Row[]): boolean {
  const { header, shape } = table
  const [first = '-', ...others] = header
  if (!/^(?:Unnamed: 0)?$/.test(first.trim()) || others.length < 2) return false
  // Beside figures alone, numbers may be months.
  if (shape.kinds.slice(1).every((kind) => kind === 'number' || kind === 'empty')) return false
  const cells = firstCells(table, rows)
  const from = Number(cells[0] || Number.NaN)
  return cells.length > 1 && from <= 1 && cells.every((cell, i) => cell === String(from + i))
}

/** The form without its first column. */
export function withoutNumbers({ table, columns, margins, ...form }: Form): Form {
  const { header, headerRows, shape } = table
  const unnumbered = {
    ...table,
    header: header.slice(1),
    headerRows: headerRows.map((row) => ({ ...row, cells: row.cells.slice(1) })),
    shape: { width: shape.width - 1, kinds: shape.kinds.slice(1) },
  }
  return {
    ...form,
    margins: { ...margins, left: margins.left + 1 },
    table: unnumbered,
    columns: columns.slice(1),
  }
}
