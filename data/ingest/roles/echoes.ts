import { isTotalWord } from '../codes/summaries.ts'
import { isNameless } from '../column-names.ts'
import { areOne, type ColumnFacts } from '../facts.ts'
import { missingStatus } from '../numbers/missing.ts'
import { dimensionOf, headerWord, isLabelWord, roleOfRoot, rootOf, spaced } from '../words.ts'
import { isOfCalendar } from './calendar.ts'
import { mayBeCodes } from './rest.ts'
import type { Settling } from './settling.ts'
import { tellsRowsApart } from './telling-numbers.ts'

/**
 * Leaves out columns that tell no rows apart: those that say once more what another has said (`Year
 * Code` the period, `Item Code (CPC)` the item), and the numbers of the rows.
 */
export function settleEchoes(settling: Settling): void {
  const { facts, roles, says } = settling
  const known = facts.columns.filter(({ index }) => (roles[index] ?? 'ignore') !== 'ignore')
  const byRoot = Map.groupBy(known, ({ name }) => rootOf(name))
  const byRole = Map.groupBy(known, ({ index }) => roles[index])
  for (const column of facts.columns) {
    if (roles[column.index] !== undefined || column.filled === 0) continue
    const spoken = roleOfRoot(column.name)
    const alike = [
      ...(byRoot.get(rootOf(column.name)) ?? []),
      ...(spoken === undefined ? [] : (byRole.get(spoken) ?? [])),
    ]
    const isEcho =
      alike.some(({ index }) => areOne(facts, index, column.index)) ||
      isYearOfPeriod(column, settling)
    if (!isEcho && numbersRows(column, settling) && tellsRowsApart(column, settling)) {
      roles[column.index] = `dimension:${dimensionOf(column.name)}`
      says.push(`“${column.name}” tells rows of the same name apart.`)
      continue
    }
    const told = isEcho ? '' : toldOf(column, settling)
    if (told === undefined) continue
    roles[column.index] = 'ignore'
    if (told !== '') says.push(told)
  }
}

const numbersRows = (column: ColumnFacts, settling: Settling): boolean =>
  !isOfCalendar(column, settling) && (isCount(column, settling) || isIndex(column, settling))

/** In words, what a column says of rows that tells none apart; undefined where it may. */
function toldOf(column: ColumnFacts, settling: Settling): string | undefined {
  const name = `“${column.name}”`
  if (isOfCalendar(column, settling))
    return `${name} says of the period what it is called: it is not read.`
  if (numbersRows(column, settling)) return `${name} numbers the rows.`
  if (isRankInGroups(column, settling)) return `${name} ranks the rows: it is not read.`
  if (isCoordinate(column, settling)) return `${name} says where a place lies: it is not read.`
  const english = inEnglish(column, settling)
  if (english)
    return `${name} says in another language what “${english.name}” does: it is not read.`
  const text = textNumbered(column, settling)
  return text && `${name} gives each text of “${text.name}” its number: it is not read.`
}

const LANGUAGE = /_(?:ru|rus|uz|uzc|uk|ua|kz|kk|kaz|ky|kg|tj|az|ka|fr|de|es|it|pt|tr|ar|zh|cn)$/
const ENGLISH = /(?:^|_)(?:en|eng|name|title)$/

/** The English names beside those of another language, `Name` beside `Наименование`, `Klassifikator_en` beside `Klassifikator_ru`. */
function inEnglish(
  { name, index }: ColumnFacts,
  { facts, roles }: Settling,
): ColumnFacts | undefined {
  const stem = (heading: string) =>
    headerWord(heading)
      .replace(LANGUAGE, '')
      .replace(/_eng?$/, '')
  const isEnglish = (heading: string) => ENGLISH.test(headerWord(heading))
  const isOfName = (heading: string) =>
    (isLabelWord(name) && isLabelWord(heading)) || stem(name) === stem(heading)
  if (isEnglish(name)) return undefined
  return facts.columns.find(
    (other) =>
      (roles[other.index] ?? 'dimension:').startsWith('dimension:') &&
      isEnglish(other.name) &&
      isOfName(other.name) &&
      areOne(facts, other.index, index),
  )
}

/** The words that a number stands for, `nt` beside `Continent`: each has one of its own, again and again. */
function textNumbered(
  { index, distinct, filled }: ColumnFacts,
  { facts, roles, isSpread }: Settling,
): ColumnFacts | undefined {
  if (isSpread || distinct.size < 2 || filled < 2 * distinct.size) return undefined
  if (![...distinct.keys()].every((text) => /^\d+$/.test(text))) return undefined
  const areWords = ({ distinct }: ColumnFacts) =>
    [...distinct.keys()].every((text) => /\p{L}{2}/u.test(text) && text.length < 80)
  return facts.columns.find(
    (other) =>
      (roles[other.index] ?? 'dimension:').startsWith('dimension:') &&
      areWords(other) &&
      areOne(facts, other.index, index),
  )
}

/** `CalendarYear` beside `YearMonth`: the year of the period, which stands in that as it is. */
function isYearOfPeriod({ name, index }: ColumnFacts, { facts, roles }: Settling): boolean {
  const period = roles.indexOf('period')
  const isYear = (row: readonly string[]) =>
    /^(?:19|20)\d\d$/.test(row[index]!) && row[period]!.includes(row[index]!)
  return /(?:^|_)year$/.test(headerWord(spaced(name))) && period >= 0 && facts.sample.every(isYear)
}

const COUNTS = new Set('no nr s_no sr_no sl_no line row n п_п 序号 번호 lfd_nr'.split(' '))
/** `nr tabeli`: the number of the table that each row was. */
const COUNT_OF = /^(?:no|nr|numer|number)_/
/** Ranks leave some out where a table shows a part of all. */
const RANKS = new Set(
  'rank place место ранг rang puesto posición sıra 排名 順位 순위 순번'.split(' '),
)

/** Whether a rank begins again wherever something else does that stays the same while it counts: a country, a year. */
function isRankInGroups({ name, index }: ColumnFacts, { facts }: Settling): boolean {
  const { columns, sample } = facts
  if (!RANKS.has(headerWord(name)) || columns.length < 4) return false
  if (!sample.every((row) => /^[1-9]\d{0,3}$/.test(row[index]!))) return false
  const pairs = sample.slice(1).map((row, i) => ({ row, before: sample[i]! }))
  const [up, down] = [true, false].map((isUp) =>
    pairs.filter(({ row, before }) => Number(row[index]) > Number(before[index]) === isUp),
  )
  const isSame = (i: number) => (pair: (typeof pairs)[number]) => pair.row[i] === pair.before[i]
  const stays = columns.filter((other) => other.index !== index && up!.every(isSame(other.index)))
  return (
    up!.length > 0 &&
    down!.every((pair) => stays.some((other) => pair.row[other.index] !== pair.before[other.index]))
  )
}

const LATITUDES = new Set('lat latitude latitud широта breite breitengrad 纬度 緯度'.split(' '))
const LONGITUDES = new Set(
  'lon long lng longitude longitud долгота länge längengrad 经度 経度 經度'.split(' '),
)

/** `lat` or `lon` where the other stands, too, both in degrees. */
function isCoordinate({ index }: ColumnFacts, { facts }: Settling): boolean {
  const found = [LATITUDES, LONGITUDES].map((words, i) => {
    const column = facts.columns.find(({ name }) => words.has(headerWord(name)))
    const isIn = (text: string) => Math.abs(Number(text.replace(/^[-−–]/, ''))) <= 90 * (i + 1)
    return column && [...column.distinct.keys()].every(isIn) ? column.index : -1
  })
  return !found.includes(-1) && found.includes(index)
}

/** What a record of one period each says beside the number of its row. */
const TOLD = ['period', 'value', 'status', 'unit', 'dimension:measure', 'dimension:flow']

/** What databases and open data call the number of a record. */
const IDS = new Set(
  'id _id uid uuid guid rowid row_id record_id recordid objectid object_id oid fid pk'.split(' '),
)
/** So many records of several periods, and no number twice: it is none of a series. */
const MANY_RECORDS = 10

/** Numbers of records, below no name or such a one: rows differ without them, or no series could have two of them. */
function isIndex({ name, index }: ColumnFacts, { facts, roles }: Settling): boolean {
  const { columns, sample } = facts
  const isId = IDS.has(headerWord(name))
  const isKept = index === 0 && isNameless(name) && sample.every((row) => isWhole(row[index]!))
  if ((!isId && !isKept) || sample.length < 2 || !roles.includes('period')) return false
  const naming = columns.filter((other) => {
    const role = roles[other.index]
    if (other.index === index) return false
    return role === undefined ? mayBeCodes(other) : /^(?:dimension:|period|series)/.test(role)
  })
  const differ = (rows: string[]) => new Set(rows).size === sample.length
  const period = roles.indexOf('period')
  const areMany =
    isId &&
    sample.length >= MANY_RECORDS &&
    !sample.every((row) => row[period] === sample[0]![period])
  return (
    differ(sample.map((row) => row[index]!)) &&
    (areMany || differ(sample.map((row) => naming.map((other) => row[other.index]).join('\u001f'))))
  )
}

const isWhole = (cell: string): boolean => /^\d+$/.test(cell.trim())

/** `Total`, `Total Imports`: the word stands first. */
const isOfTotal = (cell: string): boolean =>
  isTotalWord(cell) || isTotalWord(cell.trim().split(/\s/)[0]!)

/** Whether a column that stands first, or is named so, counts the rows of the file. */
function isCount({ name, index }: ColumnFacts, { facts, roles }: Settling): boolean {
  const { columns } = facts
  const isRank = RANKS.has(headerWord(name))
  // Totals have no number of their own, nor have unions a rank.
  const isUnranked = (row: string[]) => isRank && missingStatus(row[index] ?? '') !== undefined
  const isTotal = (row: string[]) => isOfTotal(row[index] || row.find(isOfTotal) || '')
  const counted = facts.sample.filter((row) => !isTotal(row) && !isUnranked(row))
  // The newest, or the largest number, may stand first.
  const isDown = Number(counted[0]?.[index]) > Number(counted.at(-1)?.[index])
  const sample = isDown ? counted.toReversed() : counted
  const word = headerWord(name)
  if (index > 0 && !isRank && !COUNTS.has(word) && !COUNT_OF.test(word)) return false
  const first = Number(sample[0]?.[index])
  if (sample.length < 2 || columns.length < 3 || (first !== 0 && first !== 1)) return false
  const others = columns.filter((other) => !TOLD.includes(roles[other.index] ?? ''))
  const numbers = sample.map((row) => Number(row[index] || Number.NaN))
  return (
    numbers.at(-1)! > first &&
    numbers.every((number, i) => {
      const step = number - numbers[i - 1]!
      if (i === 0 || step === 1 || (isRank && step > 0)) return true
      const isSame = (other: ColumnFacts) => sample[i]![other.index] === sample[i - 1]![other.index]
      return number === numbers[i - 1] && others.every(isSame)
    })
  )
}
