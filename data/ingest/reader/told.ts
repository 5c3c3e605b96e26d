import { dimensionOfRole } from '../../model/report.ts'
import { hasCode, hasList } from '../codes/codes.ts'
import { unitNamed } from '../units/listed-units.ts'
import { isLabelWord, roleOfHeader } from '../words.ts'
import { kindOf } from './cells.ts'

/** What a line above a table says of all of it: `Reporter: China`, `Flow;Exports`, `Unit,USD million`. */
export interface Told {
  key: string
  value: string
  /** A colon stands behind the key: nothing else can be meant. */
  isSure: boolean
}

/** Words that say how a file was made, and head no column beside a single other. */
const OF_FILE =
  /^(?:start date|end date|frequency|periodicity|currency|security|ticker|database|dataset|classification|scale|multiplier|last updated?|updated|created|generated|exported|downloaded|report(?: date| title| generated)?|run date|release date|user|query|filters?|частота|валюта|периодичность|频率|更新时间)$/i

const KEY = /^[\p{L}\d][^:：;=]{0,39}$/u

/** A key and its value in one cell or in two; undefined for any other row. */
export function toldBy(cells: readonly string[]): Told | undefined {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  const [first = '', second] = filled
  if (first === '' || filled.length > 2 || (cells[0] ?? '').trim() === '') return undefined
  const [, own = '', mark = '', inside = ''] =
    (second === undefined
      ? /^([^:：;=]{1,40}?)\s*([:：;=])\s*(.*)$/
      : /^([^:：;=]{1,40}?)\s*([:：]?)()$/
    ).exec(first) ?? []
  if (!KEY.test(own)) return undefined
  const value = second ?? inside
  const isSure = /[:：]/.test(mark)
  return isSure || isKey(own, value) ? { key: own, value, isSure } : undefined
}

/** Whether a word without a colon says something of a file beside such a text, and heads no column. */
function isKey(key: string, value: string): boolean {
  if (OF_FILE.test(key)) return true
  const role = roleOfHeader(key)
  if (role === 'unit') return unitNamed(value) !== undefined
  if (role === 'source') return /\p{L}{2}/u.test(value) && roleOfHeader(value) === undefined
  const id = dimensionOfRole(role) ?? ''
  return hasList(id) ? hasCode(id, value) : id === 'commodity' && /^\d{2,}/.test(value)
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * How many of the first rows say something of the table below them; 0 where none does in two cells, which
 * would be taken for names. The last one is a header where figures stand right below it.
 */
export function linesTold(rows: readonly { cells: readonly string[] }[]): number {
  let told = listOfSeries(rows)
  if (told > 0) return told
  let isCut = false
  for (const [i, { cells }] of rows.entries()) {
    if (isBlank(cells)) continue
    const says = toldBy(cells)
    const isTitle = cells.filter((cell) => cell.trim() !== '').length === 1 && i === told
    if (!says && !isTitle) break
    if (!says) continue
    const [next] = rows.slice(i + 1)
    if (!says.isSure && next && !isBlank(next.cells) && isBody(next.cells)) break
    told = i + 1
    isCut ||= cells.filter((cell) => cell.trim() !== '').length === 2 || /[;=]/.test(cells[0] ?? '')
  }
  return isCut ? told : 0
}

/** How many rows list series and their names above a blank line and the figures of these, as the Bank of England's do. */
function listOfSeries(rows: readonly { cells: readonly string[] }[]): number {
  const [first = '', second = '', ...more] = rows[0]?.cells ?? []
  const end = rows.findIndex(({ cells }) => isBlank(cells))
  const isList = /^series(?:[ _](?:id|code))?$/i.test(first.trim()) && isLabelWord(second)
  return isList && more.length === 0 && end > 1 && rows[end + 1] ? end + 1 : 0
}

/** Whether a row holds figures and says nothing of a table. */
const isBody = (cells: readonly string[]): boolean =>
  toldBy(cells) === undefined &&
  cells.slice(1).some((cell) => kindOf(cell) === 'number' && !/^\s*(?:19|20)\d\d\s*$/.test(cell))
