import { lookUp } from '../../model/look-up.ts'
import type { Role } from '../../model/report.ts'
import { codeOf } from '../codes/codes.ts'
import {
  type ColumnFacts,
  decides,
  type Facts,
  isHalfNumeric,
  isNumeric,
  isPlainlyPeriods,
} from '../facts.ts'
import { loneFlags } from '../numbers/dressed.ts'
import { missingStatus } from '../numbers/missing.ts'
import { areCurrencies, areExchanged } from '../units/currencies.ts'
import { isRelative } from '../units/measured.ts'
import { dimensionOf, headerWord, isCodeName, roleOfHeader, unitStem } from '../words.ts'
import { isYesOrNo, roleOfCells } from './cells.ts'
import { settleMultiplying } from './multiplying.ts'
import { named, type Open, type Settling } from './settling.ts'

const HELD: Partial<Record<Role, string>> = {
  unit: 'units',
  status: 'words of status',
  'dimension:flow': 'flows',
}

/** Columns that are said one by one. */
const MOST_SAID = 6

/**
 * What no name explains: codes and repeated texts are dimensions, the rest is left out and said. What only its
 * heading set `aside`, `Action` or `Note`, is read where it alone tells rows apart.
 */
export function settleRest(settling: Settling, isAside: boolean): void {
  const { facts, roles, says, words } = settling
  const period = facts.columns[roles.indexOf('period')]
  const periodsRepeat = period !== undefined && period.distinct.size < facts.rows
  const series = roles.indexOf('series')
  const aside = isAside ? facts.columns.filter((column) => isSetAside(settling, column)) : []
  const left: ColumnFacts[] = []
  const remarks: ColumnFacts[] = []
  const unknown: ColumnFacts[] = []
  for (const column of facts.columns) {
    if (roles[column.index] !== undefined) continue
    const { name, index, filled, distinct } = column
    if (repeatsCountry(facts, roles, column)) {
      roles[index] = 'ignore'
      continue
    }
    const repeats = distinct.size < filled || periodsRepeat
    const isCode = isCodeName(name) || column.zeroLed > 0 || !isNumeric(column) || isOfUnits(column)
    const isRemark =
      /(?:footnotes?|notes?|missing value)$/i.test(name) ||
      isOfFlags(column) ||
      isOfSigns(column) ||
      isOfChanges(column) ||
      isLabel(facts, roles, column)
    // What differs between rows of a series is of their figures.
    const isOfSeries = !isRemark && (series < 0 || decides(facts.sample, series, index))
    const isCurrency = filled > 0 && isExchanged(facts, roles, column)
    const told = isOfSeries && !isCurrency ? roleOfCells(column, roles, words) : undefined
    if (isCurrency && !repeats) {
      roles[index] = `dimension:${dimensionOf(name)}`
      says.push(`“${name}” names what is exchanged, so it tells series apart.`)
    } else if (told && isNameAgain(facts, roles, index, told)) {
      roles[index] = told === 'dimension:partner' ? 'label:reporter' : 'label:partner'
    } else if (told) {
      roles[index] = told
      says.push(`“${name}” holds ${HELD[told] ?? 'countries'}, by what stands in it.`)
    } else if (
      filled > 0 &&
      repeats &&
      isCode &&
      isOfSeries &&
      (!isPlainlyPeriods(column) || tellsApart(facts, roles, index)) &&
      !isProse(column) &&
      (!isYesOrNo(column) || unitStem(name) !== undefined)
    ) {
      roles[index] = `dimension:${dimensionOf(name)}`
      unknown.push(column)
    } else if (filled > 0 && isOfCodes(column) && tellsApart(facts, roles, index)) {
      roles[index] = `dimension:${dimensionOf(name)}`
      says.push(`“${name}” tells rows apart that are alike without it, so it tells series apart.`)
    } else if (filled > 0) (isRemark ? remarks : left).push(column)
  }
  const unread = [...settleMultiplying(settling, [...left, ...aside]), ...remarks]
    .filter((column) => !aside.includes(column))
    .sort((a, b) => a.index - b.index)
  if (unknown.length > MOST_SAID)
    says.push(
      `${named(unknown)} are no words we know; their texts repeat, so they tell series apart.`,
    )
  else
    for (const { name } of unknown)
      says.push(`“${name}” is no word we know; its texts repeat, so it tells series apart.`)
  if (unread.length > 0) says.push(`Not read: ${named(unread)}.`)
}

/** Words that a heading, and no person, says to be none of what is read. */
const isSetAside = ({ roles, options, profile }: Settling, column: ColumnFacts): boolean =>
  /^(?:ignore|note)$/.test(roles[column.index] ?? '') &&
  /^(?:ignore|note|status)$/.test(roleOfHeader(column.name) ?? '') &&
  lookUp(options.columns, column.name) === undefined &&
  profile === undefined &&
  !isNumeric(column) &&
  !isPlainlyPeriods(column) &&
  !isProse(column)

/** Whether countries of one side are, row by row, those that a column of the other side has by other names. */
function isNameAgain({ sample }: Facts, roles: Open, index: number, told: Role): boolean {
  const other = COUNTRIES.find((side) => side !== told)
  const at = other === undefined || !COUNTRIES.includes(told) ? -1 : roles.indexOf(other)
  const codeIn = (row: readonly string[], i: number) => codeOf('partner', row[i] ?? '').code
  return at >= 0 && sample.every((row) => codeIn(row, at) === codeIn(row, index))
}

const COUNTRIES: readonly Role[] = ['dimension:reporter', 'dimension:partner']

/** Codes of the countries that another column names, some of which may have none: `ISO 3` beside `Country`. */
function repeatsCountry({ sample }: Facts, roles: Open, { index, distinct }: ColumnFacts): boolean {
  const areCodes = [...distinct.keys()].every((text) => /^\p{L}{2,3}$/u.test(text))
  if (!areCodes || distinct.size < 2) return false
  const codeIn = (cell: string) => codeOf('partner', cell).code
  return COUNTRIES.map((role) => roles.indexOf(role)).some(
    (at) =>
      at >= 0 &&
      sample.every((row) => {
        const cell = row[index] ?? ''
        return missingStatus(cell) !== undefined || codeIn(cell) === codeIn(row[at] ?? '')
      }),
  )
}

/**
 * Currencies beside nothing but rates and periods are what is exchanged, and not in what a rate is; so they are where
 * all that stands beside figures is `Currency` and its code.
 */
function isExchanged({ columns, sample }: Facts, roles: Open, column: ColumnFacts): boolean {
  const values = columns.filter(({ index }) => roles[index] === 'value').map(({ name }) => name)
  const texts = [...column.distinct.keys()]
  const others = columns.filter(
    (one) =>
      one !== column &&
      one.filled > 0 &&
      (roles[one.index] === undefined
        ? !isNumeric(one)
        : roles[one.index]!.startsWith('dimension:')),
  )
  const isAlike = ({ index }: ColumnFacts) =>
    decides(sample, index, column.index) && decides(sample, column.index, index)
  return areExchanged(values, texts)
    ? others.every(isAlike)
    : others.length > 0 && others.every(({ name }) => CURRENCY.test(name)) && areCurrencies(texts)
}

const CURRENCY = /currenc|валют|货币|币种|通貨/iu

/** `flags RU`: flags of one of several columns of figures. */
const isOfFlags = ({ name, distinct }: ColumnFacts): boolean =>
  /(?<!\p{L})(?:flags?|status)(?!\p{L})/iu.test(name.replaceAll('_', ' ')) &&
  [...distinct.keys()].every((text) => loneFlags(text) !== undefined)

/** Changes of which some are told in words, `new`, or all in times, `2,5x`: figures, and no names. */
const isOfChanges = (column: ColumnFacts): boolean =>
  isRelative(column.name) &&
  ((column.numeric > 1 && isHalfNumeric(column)) || [...column.distinct.keys()].every(isInTimes))

const isInTimes = (text: string): boolean =>
  /^(?:в |[x×])?\d+(?:[.,]\d+)? ?(?:[xх×倍]|раза?|р\.|times)?$/iu.test(text)

/** `▲`, `4% ▼`: which way a figure went, and how far, and no name of anything. */
const isOfSigns = ({ distinct }: ColumnFacts): boolean =>
  [...distinct.keys()].every((text) => !/\p{L}/u.test(text) && !/\p{N}/u.test(withoutMove(text)))

const withoutMove = (text: string): string =>
  /[▲▼△▽↑↓↗↘→⬆⬇🔺🔻]/u.test(text) ? text.replace(/[-+−]?[\d.,]+ ?%?/, '') : text

/** A figure and its unit in each cell, `25 kg`: kinds of things, where other columns are the values. */
const isOfUnits = ({ numbers }: ColumnFacts): boolean =>
  numbers.counts().worded === numbers.counts().numbers

/** Digits, as many in every cell: a number of what is counted, no count. */
const isOfCodes = ({ distinct }: ColumnFacts): boolean => {
  const texts = [...distinct.keys()]
  const length = texts[0]?.length ?? 0
  return length > 3 && texts.every((text) => text.length === length && /^\d+$/.test(text))
}

/** Whether the cells of a column may be codes of series: no amounts, no prose, no yes and no. */
export const mayBeCodes = (column: ColumnFacts): boolean =>
  (isCodeName(column.name) || column.zeroLed > 0 || !isNumeric(column) || isOfCodes(column)) &&
  !isProse(column) &&
  !isYesOrNo(column)

/** Whether rows of one key and period differ in the column, and in no two of them it is the same. */
export function tellsApart({ sample }: Facts, roles: Open, index: number): boolean {
  const naming = roles.flatMap((role, i) =>
    role !== undefined && /^(?:dimension:|period|series|unit$|frequency$)/.test(role) ? [i] : [],
  )
  const keys = sample.map((row) => naming.map((i) => row[i] ?? '').join('\u001f'))
  const whole = sample.map((row, i) => `${keys[i]}\u001f${row[index] ?? ''}`)
  return new Set(keys).size < sample.length && new Set(whole).size === sample.length
}

const LABEL =
  /(?:^|_)(?:labels?|status|regime|phase|era|signal|trend|calculation|method|formula|quality|confidence|reason)$/

/** What is said of figures, `Trend` or `covid_phase`: it changes within a series, and rows are told apart without it. */
function isLabel({ columns, sample }: Facts, roles: Open, { name, index }: ColumnFacts): boolean {
  if (!LABEL.test(headerWord(name))) return false
  const naming = columns.filter((one) => {
    const role = roles[one.index]
    if (role?.startsWith('period') || LABEL.test(headerWord(one.name))) return false
    return role === undefined
      ? !isNumeric(one)
      : /^(?:dimension:|series|unit$|frequency$)/.test(role)
  })
  const periods = columns.filter((one) => roles[one.index]?.startsWith('period'))
  const keyOf = (row: readonly string[], told: readonly ColumnFacts[]) =>
    told.map((one) => row[one.index] ?? '').join('\u001f')
  const whole = new Set(sample.map((row) => keyOf(row, [...naming, ...periods])))
  const series = sample.map((row) => [keyOf(row, naming), row[index] ?? ''])
  return periods.length > 0 && whole.size === sample.length && !decides(series, 0, 1)
}

const isProse = ({ distinct }: ColumnFacts): boolean => {
  const texts = [...distinct.keys()]
  return texts.length > 0 && texts.reduce((sum, text) => sum + text.length, 0) / texts.length > 80
}
