import { unitOf } from '../../model/period.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isFourth } from '../periods/fourths.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { unitNamed } from '../units/listed-units.ts'
import { isNamelessCurrency, isUnit, splitUnit } from '../units/units.ts'
import { roleOfHeader } from '../words.ts'
import { isMonthNumber, isThaiYear, isYear, type Kind, kindOf } from './cells.ts'
import { withHeadsSpread } from './collapsed-heads.ts'
import { FIGURES, filled, isFigure, isNoRest, type Row } from './rows.ts'

/** What spreadsheets write in pivot tables: in a corner the sum is of all of it, elsewhere of its column. */
const PIVOT_SUM =
  /^(?:(?:sum|count|average|summe|anzahl|somme|nombre|suma) (?:of|von|de) |(?:сумма|количество) по полю |求和项:)/i
const PIVOT_LABELS =
  /^(?:(?:column|row) labels|(?:spalten|zeilen)beschriftungen|étiquettes de (?:colonnes|lignes)|названия (?:столбцов|строк)|[列行]标签)$/i

/** A heading without what a pivot table says of its sums. */
const unpivoted = (cell: string, column: number): string =>
  PIVOT_LABELS.test(cell) || (column === 0 && PIVOT_SUM.test(cell))
    ? ''
    : cell.replace(PIVOT_SUM, '')

/** Joins header rows column by column; a blank in an upper row repeats the group to its left, where it heads anything. */
export function joined(rows: Row[], width: number, kinds: readonly Kind[]): string[] {
  const names = Array.from({ length: width }, () => [] as string[])
  for (const [r, { cells }] of withHeadsSpread(rows, width).entries()) {
    let group = ''
    for (let i = 0; i < width; i++) {
      const cell = unpivoted((cells[i] ?? '').trim(), i)
      const isHead = r < rows.length - 1 && i > 0 && !isEmptyBelow(rows, r, i, kinds)
      const name = cell === '' && isHead ? group : cell
      group = name
      // Korea's offices write the names at the left in each of both rows.
      if (name !== '' && name !== names[i]!.at(-1)) names[i]!.push(name)
    }
  }
  return names.map((parts) => {
    const units = parts.filter(isUnitInBrackets)
    return withUnit([...parts.filter((one) => !units.includes(one)), ...units])
  })
}

/** Parts of a name, the last in brackets where it is a unit that would not be seen behind the others: `Exportações` over `milhares de euros`. */
function withUnit(parts: readonly string[]): string {
  const [name, last = ''] = [parts.join(' '), parts.at(-1)]
  const unit = parts.length > 1 ? unitNamed(last) : undefined
  return unit === undefined || splitUnit(name).unit === unit
    ? name
    : `${parts.slice(0, -1).join(' ')} (${last})`
}

/** A unit is looked for at the end of a heading, also where codes stand below it: `($/bbl)` over `CRUDE_BRENT`. */
const isUnitInBrackets = (part: string): boolean =>
  /^\([^()]+\)$/.test(part) && isUnit(part.slice(1, -1))

const isEmptyBelow = (rows: Row[], r: number, i: number, kinds: readonly Kind[]): boolean =>
  (kinds[i] ?? 'empty') === 'empty' &&
  rows.slice(r + 1).every(({ cells }) => (cells[i] ?? '').trim() === '')

/** Whether a word stands over a column of figures: a body row whose figure is missing has none there. */
export const namesFigures = (cells: readonly string[], kinds: readonly Kind[]): boolean =>
  cells.some(
    (cell, i) =>
      FIGURES.has(kinds[i] ?? 'empty') &&
      kindOf(cell) !== 'empty' &&
      missingStatus(cell.trim()) === undefined &&
      /^\D*[\p{L}\p{Sc}%]/u.test(cell.trim()),
  )

/** Names of a second header row may be numbers where they come again below groups: `11, 1to11, 11, 1to11`. */
function namesGroups(cells: readonly string[], above: readonly string[]): boolean {
  const own = cells.filter((cell) => cell.trim() !== '')
  const figures = own.filter(isFigure)
  const isBlank = (row: readonly string[], i: number) => (row[i] ?? '').trim() === ''
  return (
    isBlank(cells, 0) &&
    !isBlank(above, 0) &&
    filled(above) > 1 &&
    cells.some((cell, i) => i > 0 && cell.trim() !== '' && isBlank(above, i)) &&
    (new Set(own).size <= own.length / 2 || new Set(figures).size <= figures.length / 2)
  )
}

/** Whether a row of few cells tells apart names of the row below that come again: years over months, flows over years. */
function tellsApart(heads: readonly string[], names: readonly string[]): boolean {
  const own = names.map((cell) => cell.trim())
  const told = own.filter((cell) => cell !== '')
  if (heads.length > names.length || new Set(told).size === told.length) return false
  // Programs leave out the blanks that end a row.
  const groups = own.map((_, i) => heads[i] ?? '')
  const isNumber = (cell: string) => isFigure(cell) && !isMonthNumber(cell)
  const isPeriod = (cell: string) => isYear(cell) || isMonthNumber(cell) || kindOf(cell) === 'date'
  if (own.some((cell) => isFigure(cell) && !isPeriod(cell)) || groups.some(isNumber)) return false
  const isNamed = (i: number) => own[i] !== ''
  const isHead = (cell: string) => cell.trim() !== ''
  // The heading of the names at the left may stand in the upper row, and those of columns behind the last group.
  const last = own.findLastIndex((_, i) => isNamed(i))
  if (groups.some((cell, i) => i > 0 && i <= last && isHead(cell) && !isNamed(i))) return false
  if (groups.every((cell, i) => isHead(cell) || !isNamed(i))) return false
  const over = spreadOver(groups, own.length)
  const whole = own.map((name, i) => (name === '' ? '' : `${over[i]}\n${name}`))
  return new Set(whole.filter(Boolean)).size === told.length
}

/** Whether years or months alone stand below words: `eksport, import, eksport, import` over `2022, 2022, 2023, 2023`. */
function namesYears(cells: readonly string[], above: readonly string[]): boolean {
  const told = cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  const over = spreadOver(above, cells.length)
  const isThai = above.some((cell) => /\p{Script=Thai}/u.test(cell))
  const isOurs = (cell: string) => isYear(cell) || (isThai && isThaiYear(cell))
  // `Quarter` over a year alone names quarters: the row is one of figures whose label is missing.
  const isOfPeriods = (i: number) =>
    roleOfHeader(over[i]!) === 'period' &&
    told.filter((other) => over[other] === over[i]).length === 1
  return (
    told.length > 1 &&
    !told.some(isOfPeriods) &&
    // Programs name the row of years at its left; any other word there begins a row of figures like years.
    (told[0] !== 0 || roleOfHeader(cells[told.shift()!]!) !== undefined) &&
    told.some((i) => isOurs(cells[i]!) || isMonthNumber(cells[i]!)) &&
    told.every((i) => isOurs(cells[i]!) || isMonthNumber(cells[i]!) || isRatio(cells[i]!)) &&
    told.every((i) => over[i] !== '' && !isYear(over[i]!) && !isFigure(over[i]!))
  )
}

/** What stands over each column, where a head is written over the first of its columns only. */
function spreadOver(heads: readonly string[], width: number): string[] {
  const over: string[] = []
  for (let i = 0; i < width; i++) over.push((heads[i] ?? '').trim() || (over[i - 1] ?? ''))
  return over
}

/** `23/22`: one year over another. */
const isRatio = (cell: string): boolean => /^\s*(?:\d\d)?\d\d\/(?:\d\d)?\d\d\s*$/.test(cell)

/** Whether names of the columns at the left stand a row below the periods over those at the right. */
function completes(cells: readonly string[], above: readonly string[]): boolean {
  const isNamed = (row: readonly string[], i: number) => (row[i] ?? '').trim() !== ''
  const left = cells.findLastIndex((_, i) => isNamed(cells, i))
  const right = above.findIndex((_, i) => isNamed(above, i))
  const names = cells.slice(0, left + 1)
  return (
    right > 1 &&
    (right === left || right === left + 1) &&
    names.every((_, i) => isNamed(cells, i)) &&
    above.slice(right).every((_, i) => isNamed(above, right + i)) &&
    above.slice(left + 1).length > 1 &&
    names.some((name) => roleOfHeader(name) !== undefined)
  )
}

const isPiece = (cell: string): boolean =>
  /^(?:0?[1-9]|1[0-2])$/.test(cell) || isFourth(cell) || (!isYear(cell) && isPieceHeader(cell))

/**
 * Whether years and pieces of them stand in two rows behind names that only one of these has: `Partner, 2022, , `
 * over `, 01, 02`. A year over two columns is no column's own name, and tells these rows from figures.
 */
function datesPieces(cells: readonly string[], above: readonly string[]): boolean {
  const isTold = (cell: string) => cell.trim() !== ''
  const isSame = (i: number) => isTold(cells[i]!) && cells[i] === above[i]
  const apart = cells.findIndex((_, i) => !isSame(i))
  const first = apart > 0 ? apart : Math.max(cells.findIndex(isTold), above.findIndex(isTold))
  const [lower, upper] = [cells.slice(0, first), above.slice(0, first)]
  const isUpper = upper.every(isTold) && !lower.some(isTold)
  const isLower = lower.every((name) => roleOfHeader(name) !== undefined) && !upper.some(isTold)
  const isBoth = upper.every(isTold) && upper.every((name, i) => name === lower[i])
  if (first < 1 || (isUpper === isLower && !isBoth)) return false
  const own = cells.slice(first).map((cell) => cell.trim())
  const over = spreadOver(above.slice(first), own.length)
  const told = own.flatMap((cell, i) => (cell === '' ? [] : [{ cell, group: over[i]! }]))
  const isAll = (isGroup: (group: string) => boolean, isName: (cell: string) => boolean): boolean =>
    told.every(({ cell, group }) => isGroup(group) && isName(cell))
  return (
    new Set(told.map(({ group }) => group)).size < told.length &&
    new Set(told.map(({ cell, group }) => `${group}\n${cell}`)).size === told.length &&
    (isAll(isYear, isPiece) || isAll(isPiece, isYear))
  )
}

/** Whether pieces of a year stand below the word for them: `Year, Quarters, , , ` over `, I, II, III, IV`. */
function namesPieces(cells: readonly string[], above: readonly string[]): boolean {
  const over = spreadOver(above, cells.length)
  const told = cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [{ cell, group: over[i]! }]))
  return (
    told.length > 1 &&
    told.every(({ cell, group }) => !isPiece(group) && isPieceHeader(`${group} ${cell.trim()}`))
  )
}

/** Of which dollars figures are only a person knows, and of which kroner. */
const isUnitAlone = (text: string): boolean =>
  unitNamed(text) !== undefined || isNamelessCurrency(text)

/** `In Actual Dollars` in one cell below the names is the unit of all figures. */
export function isUnitOfAll(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => cell.trim() !== '')
  return told.length === 1 && (cells[0] ?? '').trim() === '' && isUnitAlone(told[0]!.trim())
}

/** `январь-май 2024 г.;;;млн долл. США` over names of its columns: a title at the left, and at the right the unit of all. */
export function isTitleAndUnit(cells: readonly string[], below: readonly string[]): boolean {
  const told = cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  const [title, unit = 0] = told
  const isNamed = (i: number) => (below[i] ?? '').trim() !== ''
  const areTwo = told.length === 2 && title === 0 && unit > 1
  return areTwo && told.every(isNamed) && isUnitAlone(cells[unit]!.trim())
}

/** Whether a row numbers the days of the months that stand above them: `January 2023, , , February 2023` over `10, 11, 1, 2`. */
function numbersDays(cells: readonly string[], above: readonly string[]): boolean {
  const months = above.slice(1).filter((cell) => cell.trim() !== '')
  if (months.length === 0 || !months.every(isMonth) || (above[1] ?? '').trim() === '') return false
  if (filled(cells.slice(1)) <= months.length) return false
  let last = 0
  return cells.slice(1).every((cell, i) => {
    if (cell.trim() === '') return true
    if ((above[i + 1] ?? '').trim() !== '') last = 0
    const isNext = /^\s*\d{1,2}\s*$/.test(cell) && Number(cell) > last && Number(cell) <= 31
    last = Number(cell)
    return isNext
  })
}

function isMonth(cell: string): boolean {
  const period = readPeriod(cell, AS_WRITTEN)
  return period !== undefined && unitOf(period) === 'M'
}

/** Whether a row below names tells them apart further, or names the other columns: months below years, days below months, years below flows. */
export const isSecondOfNames = (cells: readonly string[], above: readonly string[]): boolean =>
  namesGroups(cells, above) ||
  namesYears(cells, above) ||
  completes(cells, above) ||
  datesPieces(cells, above) ||
  namesPieces(cells, above) ||
  parts(above, cells)

/** Whether the row above `at` heads it: by itself, or with the second row of names below, `BEV, , HEV` over `October, October` over years. */
export function isBelowGroups(rows: readonly Row[], at: number): boolean {
  const [groups, names, below] = [rows[at - 1]!.cells, rows[at]!.cells, rows[at + 1]?.cells]
  if (isSecondOfNames(names, groups)) return true
  if (!below || names.some(isFigure) || !isSecondOfNames(below, names)) return false
  return parts(
    groups,
    names.map((name, i) => `${name} ${below[i] ?? ''}`.trim()),
  )
}

/** Whether an upper row of few cells tells apart the names below it. */
export const parts = (upper: readonly string[], lower: readonly string[]): boolean =>
  tellsApart(upper, lower) || numbersDays(lower, upper)

/** A title over a unit at the left of two rows of names, `Oil: Consumption` over `Thousand barrels daily`: lines above the table. */
export function linesInCorner(headerRows: readonly Row[]): Row[] {
  const [upper, lower, more] = headerRows
  const [title = '', unit = ''] = [upper?.cells[0], lower?.cells[0]]
  const isTitle = title.trim() !== '' && (upper?.cells[1] ?? '-').trim() === ''
  if (more || !lower || !isTitle || !isUnit(unit) || !lower.cells.some(isYear)) return []
  return [title, unit].map((cell) => ({ cells: [cell], line: upper!.line }))
}

export const withoutCorner = (row: Row): Row => ({ ...row, cells: row.cells.with(0, '') })

/** `Time, 2021, 2022`: the corner names the columns, and not the rows. */
const namesColumns = ([corner = '', ...others]: readonly string[]): boolean =>
  roleOfHeader(corner) === 'period' && others.every((name) => !name.trim() || isYear(name))

/** The names with that of the rows, which programs write alone below the names of the columns. */
export function withRowName(
  names: string[],
  headerRows: readonly Row[],
  below: Row | undefined,
): string[] {
  const name = below && filled(below.cells) === 1 ? (below.cells[0] ?? '').trim() : ''
  const isBelow = headerRows.length > 1 || namesColumns(names)
  const isName = name !== '' && isBelow && roleOfHeader(name) !== undefined
  return isName ? [name, ...names.slice(1)] : names
}

/** Names put back together that a comma has cut, where there are more of them than columns: `Trade with Russia, EUR mn`. */
export function uncut(cells: string[], width: number): string[] {
  const whole = [...cells]
  for (let i = whole.length - 1; i > 0 && whole.length > width; i--)
    if (!isNoRest(whole[i]!)) whole.splice(i - 1, 2, `${whole[i - 1]},${whole[i]}`)
  return whole.length === width ? whole : cells
}
