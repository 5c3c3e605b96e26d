import { fileNumber } from '../../data/model/numbers.ts'
import type { Format } from './format.ts'
import { dimensionsOf, headerOf, type Row, rowsOf } from './rows.ts'

/** Long CSV: UTF-8, a comma between cells, LF after lines, plain ASCII numbers. */
export const csv: Format = {
  ending: 'csv',
  type: 'text/csv; charset=utf-8',
  says: 'one row for each period of each series, with its source',
  write({ series }) {
    const dimensions = dimensionsOf(series)
    const lines = [headerLine(dimensions)]
    for (const row of rowsOf(series, dimensions)) lines.push(rowLine(row))
    return lines.join('')
  },
}

export const headerLine = (dimensions: string[]): string => line(headerOf(dimensions))

export const rowLine = (row: Row): string =>
  line([
    ...[row.dataset, row.series, ...row.codes, row.period].map(guarded),
    fileNumber(row.value, row.decimals),
    row.status,
    row.bound,
    ...[row.unit, row.source, row.sourceUrl, row.published].map(guarded),
  ])

/** Cells as one line of CSV; quotes only where they are needed. */
export const line = (cells: string[]): string => `${cells.map(quoted).join(',')}\n`

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe, and one more where it begins with
 * some. Only texts come here, and one that is a plain number stays: an apostrophe before -3.1 would make
 * it a word.
 */
export const guarded = (cell: string): string =>
  /^'*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
