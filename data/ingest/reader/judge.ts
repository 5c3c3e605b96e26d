import { hasCode } from '../codes/codes.ts'
import { flowOfHead } from '../codes/flows.ts'
import { describes } from '../headings/describing.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isYear, kindOf, namesColumns } from './cells.ts'
import type { Form } from './form.ts'
import { isBlank } from './records.ts'
import { filled, withBlanks } from './rows.ts'

/** What a row of a table is: `alike` and `other` begin another table, `names` may be its header. */
export type Verdict = 'record' | 'note' | 'blank' | 'header' | 'alike' | 'other' | 'names'

/** What is known of the rows before: shared by all that read parts of one body. */
export interface BodyState {
  /** The last blank line or note. */
  gap: number
  /** Where the notes began that may be the title of what follows. */
  title: number
  /** The last record of another width. */
  odd: number
  /** Where a table of footnotes begins, with which the file ends. */
  footnotes: number
}

/** How several tables in a file are told apart: `one` stops at the next, `all` reads those of one header on. */
export type Several = 'ask' | 'one' | 'all'

const isTyped = (kind: string): boolean => kind === 'number' || kind === 'date' || kind === 'time'

export const isFigure = (cell: string): boolean => isTyped(kindOf(cell))

/** A line of dashes below the names, as tables in plain text have it, or one that parts the notes from a table. */
const isRule = (cells: readonly string[]): boolean =>
  (filled(cells) > 1 && cells.every((cell) => /^(?::?[-=]{3,}:?)?$/.test(cell.trim()))) ||
  (filled(cells) === 1 && /^[_=—─-]{5,}$/.test((cells[0] ?? '').trim()))

/** Whether a row says what one of the rows of names does. */
export function headerAgain({ table }: Form): (cells: readonly string[]) => boolean {
  const textOf = (cells: readonly string[]) => cells.map(plainly).join('\n').trimEnd()
  const again = table.headerRows.map(({ cells }) => textOf(cells))
  return (cells) => again.length > 0 && again.includes(textOf(cells))
}

/** Says what a row is. Rows whose first figure or date begins like one are records without a second look. */
export function createJudge(form: Form, several: Several, state: BodyState) {
  const { table, columns } = form
  const { header, headerRows, shape } = table
  const { width, kinds } = shape
  const date = kinds.indexOf('date')
  const pivot = date >= 0 ? date : kinds.findIndex(isTyped)
  /** A year may name the column: then its heading looks like a figure. */
  const named = headerRows.at(-1)?.cells[pivot]
  const lastHeader = headerRows.at(-1)?.line ?? 0
  /** The last line down to which nothing but the header stands, once or again. */
  let top = lastHeader
  let hasFigures = false
  const names = new Set(header.map(plainly))
  const isAgain = headerAgain(form)
  const areYears = (cells: readonly string[]) =>
    filled(cells) > 1 && cells.slice(1).every((cell) => cell.trim() === '' || isYear(cell))
  const lastNames = headerRows.at(-1)?.cells ?? []
  const overYears = areYears(lastNames) ? plainly(lastNames[0] ?? '') : ''
  /** `Country, 2019, 2020` below `Country, 2021, 2022`: names of another table of the same. */
  const isOfOtherYears = (cells: string[]): boolean =>
    overYears !== '' && plainly(cells[0]!) === overYears && areYears(cells)
  /** `1987, January` below `1986, January`: the year of the rows below. */
  const isOfNextYear = ([corner = '', ...others]: string[]): boolean =>
    isYear(corner) &&
    isYear(lastNames[0] ?? '') &&
    others.some((cell) => kindOf(cell) === 'text') &&
    others.every((cell, i) => plainly(cell) === plainly(lastNames[i + 1] ?? ''))
  const enough = (count: number) => Math.max(2, Math.min(count, header.length) / 2)

  const isOrdinary = (cells: string[]): boolean => {
    if (pivot < 0 || (cells.length !== width && cells.length !== columns.length)) return false
    if (cells[pivot]!.trim() === named?.trim() || isOfOtherYears(cells)) return false
    const first = cells[pivot]!.charCodeAt(0)
    return first >= 48 && first <= 57 && !(form.hasComments && cells[0]!.startsWith('#'))
  }
  /** Words of the header come again where the columns hold figures: another table begins. */
  const beginsLike = (cells: string[]): boolean => {
    const count = filled(cells)
    if (header.length === 0 || count < 2) return false
    let same = 0
    for (const cell of cells) if (cell.trim() !== '' && names.has(plainly(cell))) same++
    return same >= enough(count) && namesColumns(cells, kinds)
  }
  const isNote = (cells: string[], line: number, afterGap: boolean): boolean => {
    if (afterGap && isFootnote(cells) && cells.length < width) return true
    if (cells.some(isFigure)) return false
    const count = filled(cells)
    if (width > 1 && COPYRIGHT.test(cells[0]!)) return true
    if ((hasFigures || line > lastHeader + MOST_LINES) && SOURCE_ALONE.test(cells[0]!)) return true
    if (count === 1 && width > 1 && LEADS_IN.test(cells[0]!)) return true
    // The address of an office stands below its name.
    if (cells[0]!.trim() === '') return afterGap && count === 1 && cells.length < width
    if (count === 1 && width > 1 && SAYS_NOTE.some((words) => words.test(cells[0]!))) return true
    if (form.isPadded && afterGap && isCut(cells)) return true
    if (form.isPadded && count === 1 && width > 2)
      return (
        (afterGap || line === lastHeader + 1 || CONCLUDES.test(cells[0]!)) &&
        !form.hasHeads &&
        !isFlow(cells[0]!)
      )
    if (cells.length === width || cells.length === columns.length)
      return (
        (afterGap || line === lastHeader + 1) &&
        width > 2 &&
        count === 1 &&
        !form.hasHeads &&
        !isFlow(cells[0]!)
      )
    if (width > 2 && count === 1) return afterGap || !form.hasHeads || cells.length > 1
    return afterGap && (count === 1 || (width > 2 && !namesAll(cells)))
  }
  /** May name the columns of another table: words only, also where this one holds figures. */
  const namesAll = (cells: string[]): boolean => {
    const words = cells.map(plainly).filter((word) => word !== '')
    return (
      words.length > 1 &&
      words.length >= cells.length * 0.6 &&
      new Set(words).size === words.length &&
      words.every((word) => word.length < 60 && !isFigure(word) && !isMissing(word))
    )
  }

  /** Words below the figures of dates or numbers say once more what the columns are: codes of currencies, their names, how many. */
  let described = -1
  const figures = kinds.flatMap((kind, i) => (i > 0 && kind === 'number' ? [i] : []))
  const describesBelow = (cells: string[], line: number): boolean => {
    if (!hasFigures || figures.length < FEW_FIGURES || !isTyped(kinds[0]!)) return false
    if (kindOf(cells[0]!) !== 'text') return false
    const told = figures.flatMap((i) => (cells[i]?.trim() ? [cells[i]!] : []))
    const isWord = (cell: string) => /\p{L}/u.test(cell) && !isFigure(cell) && !isMissing(cell)
    const isMost = told.length >= FEW_FIGURES && told.length * 2 > figures.length
    const areWords = state.gap !== line - 1 && isMost && told.every(isWord)
    if (areWords || described === line - 1) described = line
    return described === line
  }

  /** A line that describes series may stand behind a blank one, as Australia's sources do. */
  const isDescribing = (cells: string[]): boolean =>
    !hasFigures &&
    describes(header, 'title') &&
    (describes(cells, 'other') || describes(cells, 'key'))

  return (row: string[], line: number): Verdict => {
    if (line === lastHeader + 1 && kinds[0] !== 'number' && numbersColumns(row)) return 'note'
    if (line < state.footnotes && isOrdinary(row)) {
      hasFigures = true
      return 'record'
    }
    const cells = form.isPadded ? withoutFill(row) : row
    if (isBlank(cells) || isRule(cells)) return 'blank'
    if (state.gap === line - 1 && namesFootnotes(cells)) state.footnotes = line
    if (line >= state.footnotes) return 'note'
    if (form.hasComments && cells[0]!.startsWith('#')) return 'note'
    const afterGap = state.gap === line - 1
    if (isAgain(cells)) {
      const isAtTop = line <= top + 1
      if (isAtTop) top = Math.max(top, line)
      if (isAtTop || several === 'all') return 'header'
      return afterGap || state.odd === line - 1 || several === 'one' ? 'alike' : 'header'
    }
    if (isOfNextYear(cells)) return 'record'
    if (beginsLike(cells) || isOfOtherYears(cells)) return 'other'
    if (describesBelow(cells, line)) return 'note'
    if (isNote(cells, line, afterGap)) return 'note'
    if (afterGap && namesAll(cells) && !isDescribing(cells)) return 'names'
    if (row.length !== width && row.length !== columns.length) state.odd = line
    hasFigures ||= cells.some(isFigure)
    return 'record'
  }
}

/** Words over fewer figures may be marks for what is missing. */
const FEW_FIGURES = 3

/** A row as it was before a spreadsheet filled it up: what stands in it, and its first cell. */
export const withoutFill = (row: string[]): string[] =>
  row.slice(0, Math.max(row.findLastIndex((cell) => cell.trim() !== '') + 1, 1))

/** `Totals may not add up, due to rounding`: commas have cut a sentence, and blanks follow them. */
const isCut = ([first = '', ...others]: readonly string[]): boolean =>
  /\S \S/.test(first) &&
  filled(others) > 0 &&
  others.every((cell) => cell.trim() === '' || /^ \S/.test(cell))

/** A sentence, or what leads to notes: `Preliminary data for 2023.`, `Footnotes:` */
const CONCLUDES = /[:：]\s*$|^\s*(?:\S+\s+){2,}\S*[.。]\s*$/

/** `1,The data are revised.`: a number and what it stands for. */
const isFootnote = (cells: string[]): boolean =>
  filled(cells) === 2 && /^\s*\d{1,2}\s*$/.test(cells[0]!) && /\p{L}{2}.* /u.test(cells[1]!)

/** `"fnSeqID","Footnote"` heads the table of footnotes below the figures of a file from UNdata. */
const namesFootnotes = (cells: string[]): boolean =>
  cells.length === 2 &&
  /^(?:fn|foot ?note)s?[ _]?(?:seq|id|no|number|code|mark)/i.test(cells[0]!.trim()) &&
  /^(?:foot ?)?notes?(?:[ _]?text)?$/i.test(cells[1]!.trim())

/** The name of a flow heads the rows below it. */
export const isFlow = (cell: string): boolean =>
  /\p{L}{3}/u.test(cell) && (hasCode('flow', cell) || flowOfHead(cell) !== undefined)

const SOURCE =
  /^\s*["(（*]?(?:data )?(?:sources?|notes?|footnotes?|quellen?|anmerkung(?:en)?|fuentes?|notas?|fonte|bron|kaynak|källa|kilde|źródło|zdroj|forrás|lähde|источник(?:и)?|примечани[ея]|数据来源|资料来源|資料來源|来源|注|备注|註|출처|자료|주|ที่มา|หมายเหตุ)(?:\s*[:：]|\.\s)/i

/** Whether a line of its own says where the figures are from, or explains them. */
export const saysSource = (line: string): boolean => SOURCE.test(line)

/** Whose a table is, beside which the name of its file may stand. */
const COPYRIGHT = /^\s*(?:©|\(c\) |copyright(?!\p{L}))/iu

/** A line that says no more than that the rows below it are parts of the one above: `в том числе:`, `其中：`. */
const LEADS_IN =
  /^\s*(?:в т(?:ом числе|\. ?ч\.)|из них|of which|including|davon|darunter|dont|de los cuales|di cui|w tym|z toho|waarvan|herav|其中|うち)\s*[:：]?\s*$/iu

/** What a mark in the table stands for: `(1) Chinese customs`, `* preliminary`, `(*) provisional`, `²⁾ ohne Gold`. */
const MARKED = /^\s*(?:\((?:\d{1,2}|\*+)\)|\d{1,2}\)|[*†‡◆■▪•]+|[¹²³⁴⁵⁶⁷⁸⁹]+[)⁾]?)\s*\p{L}{2}/u

/** What a letter beside a figure stands for: `P: Provisional`. */
const LETTER =
  /^\s*["(]?[a-z]{1,2}\)?\s*[:=–-]\s*(?:provi[sz]|preli|revi[sd]|estim|quick|предв|оцен|vorl|gesch|voorl|tymcz|forel)/i

/** A sentence behind the number of a note: `1 The data exclude the occupied territories.` */
const NUMBERED = /^\s*\d{1,2} \p{Lu}\S*(?: [^\s]+){4,40}\.\s*$/u

/** `data extracted on 20 Apr 2024 10:10 UTC from OECD.Stat` */
const TAKEN =
  /^\s*(?:data |table |file )?(?:extracted|exported|downloaded|generated|retrieved|last updated) (?:on|at|from|by)(?!\p{L})/iu

const SAYS_NOTE = [SOURCE, MARKED, LETTER, NUMBERED, TAKEN]

/** Lines below the names that may describe series. */
const MOST_LINES = 15

/** The word for a source in a cell, and what is the source of each column in those beside it. */
const SOURCE_ALONE =
  /^\s*(?:sources?|quellen?|fuentes?|fontes?|bron|kaynak|källa|kilde|источник)\s*:?\s*$/i

/** `1, 2, 3, 4` below the names: how columns are numbered in print. */
const numbersColumns = (cells: readonly string[]): boolean =>
  cells.length > 2 &&
  cells.every((cell, i) => cell.trim().replace(/^\((\d+)\)$/, '$1') === String(i + 1))

/** A mark for a figure that is not there names no column. */
const isMissing = (cell: string): boolean => missingStatus(cell) !== undefined

const plainly = (cell: string): string => withBlanks(cell).trim().toLowerCase()
