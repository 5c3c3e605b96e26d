import { isFromJanuary } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { inDigits } from '../periods/rolling.ts'
import { cellsOf } from './figures.ts'
import { after } from './spread.ts'
import type { Layout, View } from './view.ts'

const MOST_WORDS = 12
const LONGEST_PIECE = 5

const MARKED = /^((?:1[89]|20|21)\d\d) ?([*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d\))$/
const NOTE = /^\s*([*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d\))\s*(.+)$/
const YEAR = /^(?:1[89]|20|21)\d\d$/

/** A year with a mark that a note explains by months, `2023*` and `* January-November`, is of these months. */
export const starred: Layout = (view, { above, notes }) => {
  const pieces = new Map(
    [...above, ...notes].flatMap((line): [string, string][] => {
      const [, mark, text] = NOTE.exec(line) ?? []
      const piece = text === undefined ? undefined : pieceIn(text)
      return piece === undefined ? [] : [[mark!, piece]]
    }),
  )
  if (pieces.size === 0) return undefined
  const told = (text: string): string => {
    const [, year, mark] = MARKED.exec(text.trim()) ?? []
    const piece = pieces.get(mark ?? '')
    return piece === undefined ? text : `${year} ${piece}`
  }
  const header = view.header.map(told)
  const years = view.header.flatMap((_, i) => (holdsMarkedYears(view, i) ? [i] : []))
  if (years.length === 0 && header.every((name, i) => name === view.header[i])) return undefined
  const change = (row: string[]): string[] =>
    row.map((cell, i) => (years.includes(i) ? told(cell) : cell))
  const of = [...pieces].map(([mark, piece]) => `${quoted(mark)} ${piece}`).join(', ')
  return {
    ...view,
    header,
    rows: view.rows.map(change),
    spread:
      years.length === 0 ? view.spread : after(view.spread, (row, emit) => emit(change(row), -1)),
    says: [...view.says, `Years with a mark are of the months that its note names: ${of}.`],
  }
}

/** The months from January on that a note names: `January-November`, `за 11 месяцев`. */
function pieceIn(text: string): string | undefined {
  const words = inDigits(text.toLowerCase())
    .split(/[\s,;()]+/)
    .slice(0, MOST_WORDS)
  for (let from = 0; from < words.length; from++) {
    for (let length = LONGEST_PIECE; length > 0; length--) {
      const run = words.slice(from, from + length).join(' ')
      if (isFromJanuary(run)) return run
    }
  }
  return undefined
}

function holdsMarkedYears(view: View, index: number): boolean {
  const cells = cellsOf(view, index)
  return (
    cells.some((cell) => MARKED.test(cell)) &&
    cells.every((cell) => YEAR.test(cell) || MARKED.test(cell))
  )
}
