import { byPeriod } from '../model/period.ts'
import { isNormal } from '../model/status.ts'
import { periodWords } from '../model/words.ts'
import type { ChartTable } from './drawing.ts'
import type { Line } from './figures.ts'
import { exactText, toldIn } from './stops.ts'

/** The table twin: the same figures with their published decimals, and their doubts as letters. */
export function tableOf(lines: Line[]): ChartTable {
  interface Row {
    first: number
    last: number
    period: string
    cells: string[]
    flags: string[]
  }
  const rows = new Map<string, Row>()
  lines.forEach((line, column) => {
    for (const figure of line.figures) {
      const { first, last } = figure
      const key = `${first}/${last}`
      let row = rows.get(key)
      if (!row) {
        const blank = lines.map(() => '')
        const period = periodWords(figure, { cumulative: line.isYtd })
        row = { first, last, period, cells: blank, flags: [...blank] }
        rows.set(key, row)
      }
      const status = line.columns.status[figure.index] ?? ''
      row.cells[column] = exactText(line, figure)
      row.flags[column] = isNormal(status) ? '' : status
    }
  })
  return {
    head: ['Period', ...lines.map((line) => line.label)],
    units: ['', ...lines.map(toldIn)],
    rows: [...rows.values()]
      .sort(byPeriod)
      .map(({ period, cells, flags }) => ({ period, cells, flags })),
  }
}
