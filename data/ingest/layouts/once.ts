import { isTotalWord } from '../codes/summaries.ts'
import { isOfTrade } from '../codes/whose-trade.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { loneFlags } from '../numbers/dressed.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isFailed } from '../numbers/numbers.ts'
import { yearNamed } from '../periods/names.ts'
import { isPeriodText } from '../periods/read.ts'
import { namesMeasure } from '../units/measured.ts'
import { roleOfHeader } from '../words.ts'
import { lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { isFigure } from './sum-of.ts'
import type { Layout, Spread } from './view.ts'

/**
 * Texts that stand once for the rows below them, as merged cells and pivot tables leave it: the empty cells
 * below are filled, where the rows of one text have the same words beside them as those of another, or
 * periods, or the text has a line of its own.
 */
export const once: Layout = (view, { options }) => {
  const all = lookedAt(view.rows).map((row) => row.map((cell) => cell.trim()))
  const from = telling(all, view.header.length)
  const rows = all.map((row) => row.slice(from))
  const header = view.header.slice(from)
  const isOutline = areHeads(rows)
  const levels = isOutline ? 1 : levelsOf(rows, header)
  if (levels === 0) return undefined
  const told = header.slice(0, levels).map((name) => options.columns?.[name])
  if (told.some((role) => role !== undefined && !role.startsWith('dimension'))) return undefined
  if (!areNames(rows, header, levels)) return undefined
  const inner = header.slice(0, levels + 1).map((_, column) => innerTotals(rows, column))
  const fill = (): Spread => {
    let above = Array.from({ length: levels }, () => '')
    return (whole, emit) => {
      const row = whole.slice(from)
      const own = row.slice(0, levels)
      const first = own.findIndex((cell) => cell.trim() !== '')
      // A total of one text has nothing below it, and one of the file no text of its own.
      const isOfAll = first < 0 && !inner[levels] && isTotalWord(row[levels] ?? '')
      if (isOfAll) return emit(whole, -1)
      // Behind the texts a total may have no figure of its first period.
      if (first >= 0 && first < levels && isSubtotal(row)) {
        const of = inner[first] ? above.slice(0, first) : own.slice(0, first)
        return emit([...whole.slice(0, from), ...of, ...row.slice(first)], -1)
      }
      if (first >= 0) above = [...above.slice(0, first), ...own.slice(first)]
      if (isOutline && isHead(row)) return
      emit([...whole.slice(0, from), ...above, ...row.slice(levels)], -1)
    }
  }
  const names = header.slice(0, levels).map(quoted).join(' and ')
  return {
    ...view,
    ...respread(view, fill),
    says: [
      ...view.says,
      `What stands in ${names} holds for the rows below it: their empty cells are filled.`,
    ],
  }
}

/** Nothing stands beside the first cell. */
const isHead = ([first = '', ...others]: readonly string[]): boolean =>
  first.trim() !== '' && others.every((cell) => cell.trim() === '')

/** Whether each text of the first column has a line of its own, above the rows that it heads. */
const areHeads = (rows: readonly string[][]): boolean =>
  rows.some(isHead) &&
  isHead(rows[0]!) &&
  rows.some(([text = '']) => text !== '' && !isPeriodText(text)) &&
  rows.every((row) => isHead(row) || isSubtotal(row) || (row[0] === '' && row[1] !== ''))

/** The first column that tells rows apart: none that is empty, numbers them, or says the same in all. */
function telling(rows: readonly string[][], width: number): number {
  const isSame = (column: number) => rows.every((row) => row[column] === rows[0]![column])
  const isNumber = (column: number) => rows.every((row, i) => row[column] === String(i + 1))
  let column = 0
  while (column < width - 2 && rows.length > 1 && (isSame(column) || isNumber(column))) column++
  return column
}

/** `China Total`, or `Total` below no text of its own; what it has beside it, rows below it may have too. */
function isSubtotal(row: readonly string[]): boolean {
  const at = row.findIndex((cell) => cell.trim() !== '')
  if ((row[at + 1] ?? '').trim() !== '') return false
  const first = row[at]?.trim() ?? ''
  return isTotalWord(first) || / (?:total|итог|小计|合计)$/i.test(first)
}

const isDimension = (name: string): boolean => roleOfHeader(name)?.startsWith('dimension:') === true

const OF_ONE_ROW: ReadonlySet<string | undefined> = new Set([
  'value',
  'status',
  'note',
  'bound',
  'source',
  'source_url',
])

/** Whether the first columns name what rows are of: a figure, a flag or a remark holds for its own row only. */
const areNames = (rows: readonly string[][], header: readonly string[], levels: number): boolean =>
  header.slice(0, levels).every((name, i) => {
    const texts = textsOf(rows, i)
    if (OF_ONE_ROW.has(roleOfHeader(name))) return false
    if (texts.every((text) => loneFlags(text) !== undefined)) return false
    if (isDimension(name) || !texts.every(isFigureOrNone) || !texts.some((text) => isFigure(text)))
      return true
    // Codes have no decimals, and the figures that they are of stand in another column.
    const isMeasure = namesMeasure(name) || isOfTrade(name) || texts.some(hasDecimals)
    return (
      !isMeasure && header.some((_, other) => other >= levels && holdsValues(rows, header, other))
    )
  })

const isFigureOrNone = (text: string): boolean =>
  isFigure(text) || isFailed(text) || missingStatus(text) !== undefined

const hasDecimals = (text: string): boolean => /\d[.,]\d/.test(text)

const textsOf = (rows: readonly string[][], column: number): string[] =>
  rows.flatMap((row) => row[column] || [])

/** Whether a column has figures, and no periods or codes. */
function holdsValues(
  rows: readonly string[][],
  header: readonly string[],
  column: number,
): boolean {
  const texts = textsOf(rows, column)
  const role = roleOfHeader(header[column]!)
  const isNamed = role !== undefined && role !== 'value'
  return !isNamed && texts.every((text) => isFigure(text) && yearNamed(text) === undefined)
}

/** How many of the first columns hold texts that stand once; 0 where none does. */
function levelsOf(rows: readonly string[][], header: readonly string[]): number {
  const body = rows.filter((row) => !isSubtotal(row))
  let levels = 0
  while (levels < header.length - 1 && standsOnce(body, levels)) levels++
  const isNamed = header.slice(0, levels).some((name) => isDimension(name))
  const isTold = areClosed(rows) || (isNamed && areGroups(body))
  return levels > 0 && isInner(body, header, levels, { isNamed, isTold }) ? levels : 0
}

/** Each text with rows below it has a total of its own behind them, as pivot tables write it. */
function areClosed(rows: readonly string[][]): boolean {
  let open = ''
  let closed = 0
  for (const row of rows) {
    const [text = ''] = row
    if (text !== '' && isSubtotal(row)) {
      if (open !== '' && text.startsWith(`${open} `)) closed++
      else if (!isTotalWord(text)) return false
      open = ''
    } else if (text !== '') {
      if (open !== '') return false
      open = text
    }
  }
  return closed > 0
}

/** More than one text has rows below it: a single empty cell may be a slip. */
const areGroups = (body: readonly string[][]): boolean =>
  body.filter((row, i) => row[0] === '' && body[i - 1]?.[0]).length > 1

/** The first cell is filled, some below are empty, and no text follows itself. */
function standsOnce(body: readonly string[][], column: number): boolean {
  const cells = body.map((row) => row[column] ?? '')
  const told = cells.filter((cell) => cell !== '')
  if ((cells[0] ?? '') === '' || told.length === cells.length) return false
  if (column === 0 && new Set(told).size < told.length) return false
  return told.every((cell, i) => cell !== told[i - 1])
}

/** Every row has something in the column, and the groups before it share that, or are told as groups, or it is periods: of each, or below a heading that names a dimension. */
function isInner(
  body: readonly string[][],
  header: readonly string[],
  column: number,
  { isNamed, isTold }: { readonly isNamed: boolean; readonly isTold: boolean },
): boolean {
  const groups = new Map<string, Set<string>>()
  let group = ''
  for (const row of body) {
    const own = row.slice(0, column).join('')
    if (own !== '') group = own
    const inner = row[column] ?? ''
    if (inner === '') return false
    groups.set(inner, (groups.get(inner) ?? new Set()).add(group))
  }
  const arePeriods = body.every((row) => row[0] === '' || isPeriodText(row[0]!))
  const texts = [...groups.keys()]
  const shared = texts.filter((text) => groups.get(text)!.size > 1)
  const isNamedToo = isDimension(header[column]!)
  if (!isNamedToo && texts.every((text) => isPeriodText(text) || isPieceHeader(text)))
    return !arePeriods && (shared.length > 0 || isNamed)
  const isWords = isNamedToo || texts.some((text) => /\p{L}/u.test(text))
  const areShared = isTold || shared.length * 2 >= texts.length
  return areShared && isWords && (!arePeriods || shared.length > 0)
}

/** Whether a total stands among the rows of a text that others follow: it is of these, not of the file. */
const innerTotals = (rows: readonly string[][], column: number): boolean =>
  rows.slice(0, -1).some((row) => (row[0] ?? '') === '' && isTotalWord(row[column] ?? ''))
