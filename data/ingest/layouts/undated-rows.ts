import type { Question } from '../../model/report.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { isFiscalYear } from '../periods/fiscal.ts'
import { yearNamed } from '../periods/names.ts'
import { pieceBelow, readPart, rewritten } from '../periods/part.ts'
import { isPeriodText } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import { cellsOf } from './figures.ts'
import { periodHeader } from './period-header.ts'
import { respread } from './spread.ts'
import { yearAbove, yearQuestion } from './stated.ts'
import { tellsPeriod } from './told-columns.ts'
import type { Layout, View } from './view.ts'

/** Months or quarters in rows, and no year in the table: it stands above, in the name of the file, or is asked for. */
export const undatedRows: Layout = (view, around) => {
  const { options } = around
  if (tellsPeriod(around)) return undefined
  if (view.roles.some((role) => role?.startsWith('period'))) return undefined
  const pieces = view.header.findIndex((_, i) => holdsPieces(view, i))
  if (pieces < 0 || isDatedElsewhere(view, pieces) || runsOver(view, pieces)) return undefined
  const heading = view.header[pieces]!
  const year = options.answers?.year ?? options.constants?.year ?? yearAbove(around)
  const dated = (row: string[]): string[] => {
    const cell = (row[pieces] ?? '').trim()
    const isPiece = cell !== '' && !isTotalWord(cell)
    return isPiece ? row.with(pieces, `${year} ${pieceBelow(heading, cell)}`) : row
  }
  const example = cellsOf(view, pieces)[0]!
  if (year === undefined)
    return { ...view, questions: [...view.questions, yearOfRows(heading, example)] }
  return {
    ...view,
    roles: view.roles.with(pieces, 'period'),
    ...respread(view, () => (row, emit) => emit(dated(row), -1)),
    says: [
      ...view.says,
      `What stands in ${quoted(heading)} is of ${year}: no column names a year.`,
    ],
  }
}

const yearOfRows = (heading: string, example: string): Question =>
  yearQuestion(`The rows are pieces of a year, such as ${quoted(example)} in ${quoted(heading)}`)

/** Pieces of a year below a heading that says so, or in words; each once for each of the others, in order. */
function holdsPieces(view: View, index: number): boolean {
  const heading = view.header[index]!
  const cells = cellsOf(view, index).filter((cell) => !isTotalWord(cell))
  const pieces = cells.map((cell) => pieceBelow(heading, cell))
  const isNamed = roleOfHeader(heading) === 'period'
  const isWord = (piece: string) => /\p{L}/u.test(piece) && isPieceHeader(piece)
  return new Set(cells).size > 1 && pieces.every(isWord) && (isNamed || index === 0)
}

/** Whether January follows December once: the rows are of two years, and nothing says so of each. */
function runsOver(view: View, index: number): boolean {
  const heading = view.header[index]!
  const months = cellsOf(view, index).map((cell) => {
    const part = readPart(rewritten(pieceBelow(heading, cell)))
    return part && 'count' in part && part.count === 1 ? part.month : undefined
  })
  const januaries = months.filter((month) => month === 1)
  const at = months.indexOf(1)
  return januaries.length === 1 && at > 0 && (months[at - 1] === 12 || months[at + 1] === 12)
}

/** Years, or whole periods, in the headings or in another column. */
function isDatedElsewhere(view: View, pieces: number): boolean {
  return view.header.some((name, i) => {
    if (i === pieces) return false
    if (periodHeader(name) !== undefined || roleOfHeader(name) === 'period') return true
    const cells = cellsOf(view, i)
    const isPeriod = (cell: string) =>
      yearNamed(cell) !== undefined || isFiscalYear(cell) || (/\D/.test(cell) && isPeriodText(cell))
    return cells.length > 0 && cells.every(isPeriod)
  })
}
