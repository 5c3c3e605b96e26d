import { decides } from '../facts.ts'
import {
  isPartHeader,
  isPieceHeader,
  type PartHeader,
  partBeside,
} from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { yearNamed } from '../periods/names.ts'
import { isPeriodText } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import { cellsOf, lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Emit, Layout, View } from './view.ts'

/**
 * Rows of a year whose words name a month each, `金額-1月`, `Value Jan`: the month is part of the period, and
 * what is left of the words, with their code, tells nothing of it.
 */
export const partsAmongWords: Layout = (view, around) => {
  if (tellsColumns(around) || view.roles.includes('period')) return undefined
  const years = view.header.findIndex((_, i) => holdsYears(view, i))
  const words = years < 0 ? -1 : view.header.findIndex((_, i) => i !== years && holdsParts(view, i))
  if (words < 0) return undefined
  const code = view.header.findIndex((_, i) => i !== words && isCodeOf(view, i, words))
  const spread = (row: string[], emit: Emit) => {
    const part = partBeside((row[words] ?? '').trim())
    if (!part) return emit(row, -1)
    const dated = row.with(words, part.rest).with(years, `${row[years]} ${part.part}`)
    emit(code < 0 ? dated : dated.with(code, ''), -1)
  }
  return {
    ...view,
    roles: code < 0 ? view.roles : view.roles.with(code, 'ignore'),
    ...respread(view, () => spread),
    says: [
      ...view.says,
      `The months in ${quoted(view.header[words]!)} are those of the year in ${quoted(view.header[years]!)}.`,
    ],
  }
}

const holdsYears = (view: View, index: number): boolean => {
  const cells = cellsOf(view, index)
  return cells.length > 0 && cells.every((cell) => yearNamed(cell) !== undefined)
}

/** Every text is a piece of a year beside a word, two pieces at least beside the same. */
function holdsParts(view: View, index: number): boolean {
  const texts = [...new Set(cellsOf(view, index))]
  const isPeriod = (text: string) => isPartHeader(text) || isPeriodText(text)
  if (/^period/.test(roleOfHeader(view.header[index]!) ?? '') || texts.some(isPeriod)) return false
  const parts = texts.map(partBeside)
  const isPart = (part: PartHeader | undefined): part is PartHeader =>
    part !== undefined &&
    /\p{L}{2}|\p{Script=Han}/u.test(part.rest) &&
    !isPartHeader(part.rest) &&
    isPieceHeader(part.part)
  if (!parts.every(isPart)) return false
  const beside = Map.groupBy(parts, ({ rest }) => rest)
  return [...beside.values()].some((own) => new Set(own.map(({ part }) => part)).size > 1)
}

/** Digits that say the same as the words beside them. */
function isCodeOf(view: View, index: number, words: number): boolean {
  const rows = lookedAt(view.rows)
  return (
    rows.length > 0 &&
    rows.every((row) => /^\s*\d+\s*$/.test(row[index] ?? '')) &&
    decides(rows, words, index) &&
    decides(rows, index, words)
  )
}
