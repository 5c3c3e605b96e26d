import { unitOf } from '../../model/period.ts'
import { hasCode } from '../codes/codes.ts'
import { isName } from '../codes/whose-trade.ts'
import { bareName } from '../column-names.ts'
import {
  areOne,
  type ColumnFacts,
  decides,
  type Facts,
  isPeriods,
  isPlainlyPeriods,
} from '../facts.ts'
import { unitOfHeading } from '../periods/names.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { headerWord, roleOfHeader } from '../words.ts'
import { settleEnds } from './ends.ts'
import { answered, named, option, type Settling } from './settling.ts'
import {
  areFiscal,
  areMostlyParts,
  finestOf,
  isParts,
  isYears,
  splitPeriod,
  told,
} from './year-and-part.ts'

/** Finds the column that names the period, or the two that name it together. */
export function settlePeriod(settling: Settling): void {
  const { facts, roles, says } = settling
  settleEnds(settling)
  if (roles.includes('period_start') && roles.includes('period_end')) {
    for (const [index, role] of roles.entries()) if (role === 'period') roles[index] = 'ignore'
    return
  }
  if (roles.includes('period_part')) return
  const chosen = answered(settling, 'period-column')
  const known = facts.columns.filter(
    (column) =>
      roles[column.index] === 'period' || (roles[column.index] === undefined && isAgain(column)),
  )
  const misnamed =
    known.length > 0 ? [] : facts.columns.filter((column) => isMisnamed(column, roles))
  const unnamed = facts.columns.filter(
    (column) =>
      roles[column.index] === undefined &&
      isPlainlyPeriods(column) &&
      !(isName(column.name) && hasCode('partner', column.name)),
  )
  const others = [unnamed, misnamed].find((some) => some.length > 0) ?? withSlip(facts, roles)
  const better = betterThan(known, unnamed, facts)
  const said = better ? [better] : known.length > 0 ? withYears(known, facts) : others
  const candidates = chosen ? [chosen] : said
  for (const { index } of known) roles[index] = better ? 'ignore' : undefined
  const whole = candidates.filter((column) => candidates.length === 1 || isPeriods(column))
  const parts = chosen ? undefined : splitPeriod(facts, candidates)
  if (parts) {
    for (const { index } of candidates) roles[index] = 'ignore'
    roles[parts.year.index] = 'period'
    roles[parts.part.index] = 'period_part'
    says.push(`The period is named by “${parts.year.name}” and “${parts.part.name}” together.`)
    return
  }
  // A column called `TIME` that holds no period names the others: it stands first, above what tells rows apart.
  const axis = settling.isSpread
    ? candidates.find((column) => column.index === 0 && isAxis(column, whole))
    : undefined
  const isOneOfAll = whole.length === 1 || (whole.length > 1 && contains(facts, whole))
  const first = isOneOfAll ? finestOf(whole) : whole[0]
  const besides = candidates.filter((one) => one !== axis)
  const isPart = first !== undefined && isPartly(facts, first, besides)
  if (first && !isPart && isOneOfAll) {
    for (const { index } of candidates) roles[index] = 'ignore'
    roles[first.index] = 'period'
    if (axis) roles[axis.index] = undefined
    const cells = isPeriods(first) ? 'Every cell' : 'All but one'
    if (!chosen && known.length === 0) says.push(`${cells} of “${first.name}” is a period.`)
    return
  }
  for (const { index } of candidates) roles[index] = 'ignore'
  ask(settling, candidates)
}

/** The column that says row by row what the one that calls itself the period does, of which some cells are none. */
function betterThan([only, more]: ColumnFacts[], unnamed: ColumnFacts[], facts: Facts) {
  if (!only || more || isPeriods(only) || only.periods === 0) return undefined
  const others = unnamed.filter(
    ({ index, distinct }) =>
      distinct.size === only.distinct.size && areOne(facts, only.index, index),
  )
  return others.length === 1 ? others[0] : undefined
}

/** Months that call themselves the period are none without their years, of which a word more may be said: `Market year`. */
function withYears(known: ColumnFacts[], { columns }: Facts): ColumnFacts[] {
  const [only, more] = known
  if (!only || more || isPeriods(only) || !isParts(only)) return known
  const isYear = (column: ColumnFacts) =>
    (isYears(column) || areFiscal(column, only)) && YEAR_AT_END.test(headerWord(column.name))
  return [only, ...columns.filter(isYear)]
}

const YEAR_AT_END = /(?:^|_)(?:year|год|года|jahr|année|annee|año|ano|anno)$|(?:年|年度|년도)$/

/** Names below a heading that is that of the columns, and no pieces of a year, which stand below `Month` beside years. */
const isAxis = (column: ColumnFacts, whole: readonly ColumnFacts[]): boolean =>
  column.periods === 0 &&
  !areMostlyParts(column) &&
  (unitOfHeading(column.name) === undefined || !whole.some(areWholeYears))

/** Years beside another column that calls itself a period and tells rows of one apart: they are not all of it. */
const isPartly = (facts: Facts, whole: ColumnFacts, candidates: readonly ColumnFacts[]): boolean =>
  areWholeYears(whole) &&
  candidates.some(
    (other) =>
      other !== whole &&
      !isPeriods(other) &&
      other.distinct.size > 1 &&
      !decides(facts.sample, whole.index, other.index),
  )

const areWholeYears = (column: ColumnFacts): boolean =>
  told(column).every((text) => {
    const period = readPeriod(text, AS_WRITTEN)
    return period !== undefined && unitOf(period) === 'A'
  })

const MANY = 10
/** Of the cells of a period so many are one at least. */
const MOST = 0.9

/** The first column, where all of its many cells but one are periods: that one is an issue at its line. */
const withSlip = ({ columns }: Facts, roles: Settling['roles']): ColumnFacts[] =>
  columns.filter(
    ({ index, filled, periods, distinct }) =>
      index === 0 &&
      roles[index] === undefined &&
      filled > MANY &&
      periods === filled - 1 &&
      [...distinct].every(([text, read]) => !read.period || /\d\D\d|^(?:19|20)\d{6}$/.test(text)),
  )

/** A heading may be that of the columns beside it: what holds nothing but months or days is no country. */
const isMisnamed = (column: ColumnFacts, roles: Settling['roles']): boolean =>
  column.index === 0 &&
  roles[0]?.startsWith('dimension:') === true &&
  isPlainlyPeriods(column) &&
  [...column.distinct.keys()].some((text) => /\D/.test(text))

function ask({ facts, questions }: Settling, candidates: ColumnFacts[]): void {
  // Months alone are no period, but beside a year.
  const whole = candidates.filter((column) => !isParts(column))
  const likely = whole.length > 0 ? whole : facts.columns.filter(areMostlyPeriods)
  questions.push({
    code: 'period-column',
    column: null,
    message:
      whole.length > 0
        ? `The period may stand in ${named(whole).replaceAll(', ', ' or ')}. Which one names it whole?`
        : likely.length > 0
          ? 'No column names the period. Which one does? Where none does, say the period for every row, such as 2023-11.'
          : 'No column names the period: say the one of every row, such as 2023-11.',
    options: likely.map(option),
    ...(whole.length === 0 && { constant: { id: 'period', example: '2023-11' } }),
  })
}

const areMostlyPeriods = ({ periods, filled }: ColumnFacts): boolean =>
  periods > 0 && periods >= MOST * filled

/** Whether one of several period columns holds all that the others say: `2023-05` beside `2023`. */
function contains(facts: Facts, candidates: ColumnFacts[]): boolean {
  if (!candidates.every(isPeriods)) return false
  const finest = finestOf(candidates)
  return candidates.every(
    ({ index }) =>
      decides(facts.sample, finest.index, index) &&
      facts.sample.every((row) => areNested(row[finest.index] ?? '', row[index] ?? '')),
  )
}

/** `Month (2)`: the heading of a period comes again, as where tables stand side by side. */
const isAgain = (column: ColumnFacts): boolean =>
  bareName(column.name) !== column.name &&
  isPeriods(column) &&
  roleOfHeader(bareName(column.name)) === 'period'

/** Whether one of two periods holds the other; what is none that can be read alone holds any. */
function areNested(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => readPeriod(text, AS_WRITTEN))
  if (!a || !b) return true
  return (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last)
}
