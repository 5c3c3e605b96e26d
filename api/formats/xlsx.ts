import type { Cell, SheetData } from 'write-excel-file/node'
import type { Columns } from '../../data/model/columns.ts'
import { ApiError } from '../errors.ts'
import type { Format } from './format.ts'
import { dimensionsOf, headerOf, rowCount, rowsOf } from './rows.ts'

/** Rows of a sheet, less its header. */
const MOST = 1_048_575

/** A workbook: the figures as numbers, and a sheet that says what they are and where they come from. */
export const xlsx: Format = {
  ending: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  says: 'a sheet of figures and a sheet of sources',
  async write(columns, address) {
    const rows = rowCount(columns.series)
    if (rows > MOST) {
      throw new ApiError('too-many-rows', `A sheet holds ${MOST} rows and these are ${rows}.`)
    }
    const { default: writeExcel } = await import('write-excel-file/node')
    const book = writeExcel([
      { data: figures(columns), sheet: 'Figures', stickyRowsCount: 1 },
      { data: sources(columns, address), sheet: 'Sources' },
    ])
    return book.toBuffer()
  },
}

const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
/** Text stays text: nothing in it is a formula or becomes a date. */
const text = (value: string | null): Cell => (value ? { value, type: String } : null)
const number = (value: number | null, decimals: number): Cell =>
  value === null
    ? null
    : {
        value,
        type: Number,
        format:
          decimals > 0
            ? `0.${'0'.repeat(Math.min(decimals, 15))}`
            : decimals === 0
              ? '0'
              : 'General',
      }

function figures({ series }: Columns): SheetData {
  const dimensions = dimensionsOf(series)
  const sheet: SheetData = [headerOf(dimensions).map(bold)]
  for (const row of rowsOf(series, dimensions)) {
    sheet.push([
      ...[row.dataset, row.series, ...row.codes, row.period].map(text),
      number(row.value, row.decimals),
      ...[row.status, row.bound, row.unit, row.source, row.sourceUrl, row.published].map(text),
    ])
  }
  return sheet
}

const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

function sources({ series, query }: Columns, address: string): SheetData {
  const sheet: SheetData = [
    // Without the name of the server: whoever asks next may know it by another, and gets this very file.
    [bold('Address'), text(pathOf(address))],
    [bold('Rows'), number(rowCount(series), 0)],
    [bold('Known on'), text(query.asOf)],
    [],
    ['SERIES', 'TITLE', 'UNIT', 'ROWS', 'SOURCE', 'SOURCE_URL', 'PUBLISHED'].map(bold),
  ]
  for (const columns of series) {
    for (const { source, url, published } of columns.sources) {
      sheet.push([
        text(columns.id),
        text(columns.title),
        text(columns.unit),
        number(columns.periods.length, 0),
        ...[source, url, published].map(text),
      ])
    }
  }
  return sheet
}
