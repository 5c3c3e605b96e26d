import { isNameless } from '../column-names.ts'
import { areOne, type ColumnFacts } from '../facts.ts'
import { isTotalWord } from '../summaries.ts'
import { headerWord, roleOfRoot, rootOf, spaced } from '../words.ts'
import { isOfCalendar } from './calendar.ts'
import { mayBeCodes } from './rest.ts'
import type { Settling } from './settling.ts'

/**
 * Leaves out columns that tell no rows apart: those that say once more what another has said (`Year
 * Code` the period, `Item Code (CPC)` the item), and the numbers of the rows.
 */
export function settleEchoes(settling: Settling): void {
  const { facts, roles, says } = settling
  const told = facts.columns.filter(({ index }) => (roles[index] ?? 'ignore') !== 'ignore')
  const byRoot = Map.groupBy(told, ({ name }) => rootOf(name))
  const byRole = Map.groupBy(told, ({ index }) => roles[index])
  for (const column of facts.columns) {
    if (roles[column.index] !== undefined || column.filled === 0) continue
    const spoken = roleOfRoot(column.name)
    const alike = [
      ...(byRoot.get(rootOf(column.name)) ?? []),
      ...(spoken === undefined ? [] : (byRole.get(spoken) ?? [])),
    ]
    const first = alike.some(({ index }) => areOne(facts, index, column.index))
    const isEcho = first || isYearOfPeriod(column, settling)
    const isCalendar = !isEcho && isOfCalendar(column, settling)
    const isNumber = () => isCount(column, settling) || isIndex(column, settling)
    if (!isEcho && !isCalendar && !isNumber()) continue
    roles[column.index] = 'ignore'
    if (isCalendar)
      says.push(`“${column.name}” says of the period what it is called: it is not read.`)
    else if (!isEcho) says.push(`“${column.name}” numbers the rows.`)
  }
}

/** `CalendarYear` beside `YearMonth`: the year of the period, which stands in that as it is. */
function isYearOfPeriod({ name, index }: ColumnFacts, { facts, roles }: Settling): boolean {
  const period = roles.indexOf('period')
  const isYear = (row: readonly string[]) =>
    /^(?:19|20)\d\d$/.test(row[index]!) && row[period]!.includes(row[index]!)
  return /(?:^|_)year$/.test(headerWord(spaced(name))) && period >= 0 && facts.sample.every(isYear)
}

const COUNTS = new Set('no nr s_no sr_no sl_no line row n п_п 序号 번호 lfd_nr'.split(' '))
/** Ranks leave some out where a table shows a part of all. */
const RANKS = new Set(
  'rank place место ранг rang puesto posición sıra 排名 順位 순위 순번'.split(' '),
)

/** What a record of one period each says beside the number of its row. */
const TOLD = ['period', 'value', 'status', 'dimension:measure', 'dimension:flow']

/** Numbers below no name that rows kept when others were taken out or the table was sorted: they differ as the rows do without them. */
function isIndex({ name, index }: ColumnFacts, { facts, roles }: Settling): boolean {
  const { columns, sample } = facts
  if (index > 0 || !isNameless(name) || sample.length < 2 || !roles.includes('period')) return false
  const naming = columns.filter((other) => {
    const role = roles[other.index]
    return role === undefined ? mayBeCodes(other) : /^(?:dimension:|period|series)/.test(role)
  })
  const differ = (rows: string[]) => new Set(rows).size === sample.length
  return (
    sample.every((row) => /^\d+$/.test(row[index]!.trim())) &&
    differ(sample.map((row) => row[index]!)) &&
    differ(sample.map((row) => naming.map((other) => row[other.index]).join('\u001f')))
  )
}

/** `Total`, `Total Imports`: the word stands first. */
const isOfTotal = (cell: string): boolean =>
  isTotalWord(cell) || isTotalWord(cell.trim().split(/\s/)[0]!)

/** Whether a column that stands first, or is named so, counts the rows of the file. */
function isCount({ name, index }: ColumnFacts, { facts, roles }: Settling): boolean {
  const { columns } = facts
  // Totals have no number of their own.
  const sample = facts.sample.filter((row) => row[index] || !row.some(isOfTotal))
  const isRank = RANKS.has(headerWord(name))
  if (index > 0 && !isRank && !COUNTS.has(headerWord(name))) return false
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
