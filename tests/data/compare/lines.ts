import type { Line, Say } from '../../../data/compare/line.ts'
import type { SeriesDraft } from '../../../data/model/batch.ts'
import { byPeriod, parsePeriod } from '../../../data/model/period.ts'

/** Figures as they were published: `'10.30'` has two decimals, `'8.8 E'` is an estimate. */
export type Figures = Record<string, string>

let lines = 1

/** A series of these figures, all told by the file, each on a line of its own. */
export function lineOf(key: string, figures: Figures, draft: Partial<SeriesDraft> = {}): Line {
  const cells = Object.entries(figures)
    .map(([period, text]) => {
      const [number = '', status] = text.split(' ')
      return { ...parsePeriod(period)!, number, status }
    })
    .sort(byPeriod)
  const whole = { key, title: key, unit: 'USD bn', additive: 'sum' as const, dimensions: {} }
  return {
    draft: { ...whole, ...draft },
    cumulative: draft.cumulative ?? false,
    length: cells.length,
    first: Int32Array.from(cells, (cell) => cell.first),
    last: Int32Array.from(cells, (cell) => cell.last),
    value: Float64Array.from(cells, (cell) => Number(cell.number || Number.NaN)),
    decimals: Uint8Array.from(cells, (cell) => cell.number.split('.')[1]?.length ?? 0),
    estimated: Uint8Array.from(cells, (cell) => (cell.status === 'E' ? 1 : 0)),
    told: Uint32Array.from(cells, () => ++lines),
    before: null,
  }
}

/** The same, held by the store before. */
export const before = (line: Line): Line => ({ ...line, told: new Uint32Array(line.length) })

/** The same, told by a file that revises these figures. */
export const revised = (line: Line, figures: Figures): Line => {
  const stood = lineOf('', figures)
  return {
    ...line,
    before: stood.value.map((value, i) => (value === line.value[i] ? Number.NaN : value)),
  }
}

export interface Said {
  code: string
  line: number
  message: string
  value: string
}

/** Collects what a check says. */
export function listen(check: (say: Say) => void): Said[] {
  const said: Said[] = []
  check((code, line, words) => said.push({ code, line, ...words() }))
  return said
}

// China's trade with Russia as its customs published it, in billion dollars.

export const EXPORTS: Figures = {
  '2023-01/2023-02': '15.04',
  '2023-03': '9.044',
  '2023-04': '9.621',
  '2023-05': '9.268',
  '2023-06': '9.551',
  '2023-07': '10.280',
  '2023-08': '9.3',
  '2023-09': '9.6',
  '2023-10': '8.68',
  '2023-11': '10.3',
}
export const IMPORTS: Figures = {
  '2023-01/2023-02': '18.65',
  '2023-03': '11.02',
  '2023-04': '9.606',
  '2023-05': '11.305',
  '2023-06': '11.28',
  '2023-07': '9.208',
  '2023-08': '11.5',
  '2023-09': '11.5',
  '2023-10': '11.1',
  '2023-11': '11.2',
}
export const TOTAL: Figures = {
  '2023-01/2023-02': '33.69',
  '2023-03': '20.064',
  '2023-04': '19.228',
  '2023-05': '20.573',
  '2023-06': '20.831',
  '2023-07': '19.488',
  '2023-08': '20.8',
  '2023-09': '21.1',
  '2023-10': '19.8',
  '2023-11': '21.5',
}
export const EXPORTS_TO_DATE: Figures = {
  '2023-01/2023-02': '15.04',
  '2023-01/2023-03': '24.073',
  '2023-01/2023-04': '33.686',
  '2023-01/2023-05': '42.947',
  '2023-01/2023-06': '52.284',
  '2023-01/2023-07': '62.545',
  '2023-01/2023-08': '71.8',
  '2023-01/2023-09': '81.4',
  '2023-01/2023-10': '90.076',
  '2023-01/2023-11': '100.336',
}
export const IMPORTS_TO_DATE: Figures = {
  '2023-01/2023-02': '18.65',
  '2023-01/2023-03': '29.772',
  '2023-01/2023-04': '39.462',
  '2023-01/2023-05': '50.859',
  '2023-01/2023-06': '62.263',
  '2023-01/2023-07': '71.559',
  '2023-01/2023-08': '83.3',
  '2023-01/2023-09': '94.9',
  '2023-01/2023-10': '106.405',
  '2023-01/2023-11': '117.840',
}
