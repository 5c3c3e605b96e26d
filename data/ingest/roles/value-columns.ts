import type { DatasetDescription } from '../../model/dataset.ts'
import { dimensionOfRole, type Role } from '../../model/report.ts'
import { codeWords } from '../codes/code-words.ts'
import { bareName } from '../column-names.ts'
import { absentIn } from '../decide/absent.ts'
import type { Deciding } from '../decide/deciding.ts'
import { decideMarks } from '../decide/marks.ts'
import { decideSizes, type UnitTold } from '../decide/sizes.ts'
import { likelyMark, usualMark, type Writing } from '../decide/usual-mark.ts'
import { type ColumnFacts, type Facts, isNumeric } from '../facts.ts'
import { ADJUSTMENT, codesOfHeadings, namedSeries } from '../headings/heading-codes.ts'
import { splitHeadings } from '../headings/heading-units.ts'
import { quoted } from '../issues.ts'
import type { ValueColumn } from '../mapping.ts'
import type { NumberEvidence } from '../numbers/number-evidence.ts'
import { type Profile, saidOf } from '../profile.ts'
import type { Constants } from '../records/series.ts'
import { areCurrencies, isRateOf } from '../units/currencies.ts'
import { atPrices, isGrowth, isPrice, isRelative } from '../units/measured.ts'
import { isUnitOf } from '../words.ts'
import { isSdmxForm, isShippedForm } from './roles.ts'

/** What is known of a table beside its cells. */
interface OfTable {
  by: string
  roles: Role[]
  profile: Profile | undefined
  /** Of its dataset, where that says what its columns are. */
  description: DatasetDescription | undefined
  keyOrder: readonly string[]
  writing: Writing & { constants: Constants; fileName: string }
}

/** How each column of values is read: its mark, its unit, and what its heading says of its series. */
export function valueColumns(facts: Facts, deciding: Deciding, table: OfTable): ValueColumn[] {
  const { by, roles, profile, description, keyOrder, writing } = table
  const columns = facts.columns.filter(({ index }) => roles[index] === 'value')
  const names = facts.columns.map(({ name }) => name)
  const isStrict =
    ['entrepot', 'sdmx-csv'].includes(by) ||
    profile?.rest === 'sdmx' ||
    isShippedForm(names) ||
    (by === 'dataset' && !profile && isSdmxForm(names))
  const others = facts.columns.filter((one) => roles[one.index] === 'ignore' && isNumeric(one))
  const likely = (column: ColumnFacts, doubtful: string) =>
    likelyMark(column, doubtful, writing, facts)
  const { delimiter } = writing
  const usual = (doubtful?: string) => usualMark(profile, writing, doubtful)
  // A form that has decimal points has commas where a spreadsheet of such a language has saved it.
  const strictMark = (numbers: NumberEvidence) =>
    delimiter !== ',' && numbers.doubtful()?.includes(',') ? ',' : '.'
  const marks = isStrict
    ? columns.map(({ numbers }) => ({ mark: numbers.mark() ?? strictMark(numbers), isKnown: true }))
    : decideMarks(columns, { usual, likely, others }, deciding)
  const named = columns.map(({ name }) => namedSeries(name, profile))
  const codes = codesOfHeadings(columns, description, profile, {
    roles,
    words: [...writing.header, ...writing.above],
    told: writing.constants,
    keyed: keyOrder,
  })
  const split = splitHeadings(columns.map(({ name }) => bareName(name)))
  const isOfFlow = roles.includes('dimension:flow') || writing.constants.flow !== undefined
  const isRate = !isOfFlow && isLoneRate(facts, columns, table)
  const areRates = isRate || (!isOfFlow && areCurrencies(columns.map(({ name }) => name)))
  if (isRate)
    deciding.says.push(`${quoted(columns[0]!.name)} heads rates of it: it is not their unit.`)
  const values = columns.map((column, i) => {
    const { numbers, percent } = column.numbers.counts()
    const isPercent = percent * 2 > numbers
    // What heads a rate is exchanged, and no unit of it.
    const unit = areRates ? null : split(named[i]!.named?.title ?? bareName(column.name)).unit
    const currency = column.numbers.currency()
    const isOpen = unit === 'percent' && !isPercent && mayBeFractions(column)
    if (isOpen)
      deciding.says.push(
        `Whether numbers in ${quoted(column.name)} are fractions or per cent is not known: they have no unit.`,
      )
    const own =
      saidOf(profile?.units, column.name) ??
      (isOpen ? null : unit) ??
      (isPercent ? 'percent' : currency || null)
    const sized = decideSizes(column, unitTold(own, facts, roles, writing), deciding)
    return {
      index: column.index,
      name: column.name,
      codes: codes[i]!,
      mark: marks[i]!.mark,
      isMarkKnown: marks[i]!.isKnown,
      currency,
      unit: sized ? sized.unit : own,
      unitColumn: ownUnitColumn(column, facts, roles),
      sizing: sized?.sizing ?? null,
      isPercent,
      absent:
        profile?.absent ??
        (isStrict ? null : absentIn(column, isPercent || own === 'percent', columns, deciding)),
      isRate: areRates || isPrice(column.name),
      isShare: isRelative(column.name) && !atPrices(column.name),
      ...named[i],
    }
  })
  sayValues(columns, values, deciding.says)
  return values
}

/** `Date,usd`: rates of a currency, of days that stand for no longer periods, and nothing beside them. */
function isLoneRate(facts: Facts, [column, more]: ColumnFacts[], { roles, writing }: OfTable) {
  const period = facts.columns[roles.indexOf('period')]
  const isAlone = !roles.some((role) => role.startsWith('dimension:') || role === 'unit')
  if (!column || more || !period || !isAlone || writing.above.length > 0) return false
  const days = period.spelling.daysMean().daysMean === null ? [...period.distinct.keys()] : []
  return isRateOf(column.name, writing.fileName, days)
}

/** Growth that no sign calls per cent, below one in all rows: programs write `0.034` for 3.4 %. */
const mayBeFractions = ({ name, numbers }: ColumnFacts): boolean =>
  isGrowth(name) && !/[%％]|pct|per ?cent|процент|百分/iu.test(name) && numbers.areFractions()

/** What says the unit of a value column: its heading or its cells, a column of units, or a line above. */
function unitTold(
  own: string | null,
  { columns }: Facts,
  roles: Role[],
  { constants: { unit } }: { constants: Constants },
): UnitTold {
  if (own !== null) return { units: [own], isOfRows: false }
  const ofRows = columns[roles.indexOf('unit')]
  if (ofRows) return { units: [...ofRows.distinct.keys()], isOfRows: true }
  return { units: unit === undefined ? [] : [unit], isOfRows: false }
}

/** The column of units that is called as a column of values is: `Net weight unit` is that of `Net weight`. */
function ownUnitColumn({ name }: ColumnFacts, { columns }: Facts, roles: Role[]): number {
  const found = columns.find(
    (other) => dimensionOfRole(roles[other.index]) !== undefined && isUnitOf(other.name, name),
  )
  return found?.index ?? -1
}

const MOST_NAMED = 5

/** What headings are, by the dimension that they name. */
const SAID: Record<string, string> = {
  flow: 'flows',
  partner: 'partner countries',
  reporter:
    'countries, taken to be those that report (where they are partners of one, say which one reports)',
}

const besideAdjustment = ({ codes }: ValueColumn) =>
  codes.filter(({ dimension }) => dimension !== ADJUSTMENT)

function sayValues(columns: readonly ColumnFacts[], values: ValueColumn[], says: string[]): void {
  if (values.length > 1) {
    const names = values.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`)
    const more = values.length > MOST_NAMED ? ` and ${values.length - MOST_NAMED} more` : ''
    const isMeasure = ({ codes }: ValueColumn) => codes[0]?.dimension === 'measure'
    const named = values.find((one) => !isMeasure(one)) ?? values[0]!
    const dimensions = besideAdjustment(named).map(({ dimension }) => dimension)
    const of = dimensions.map((dimension) => SAID[dimension] ?? 'measures')
    const isOfBoth = dimensions.includes('reporter') && dimensions.includes('partner')
    const what = isOfBoth ? 'flows of countries with partners' : of.reverse().join(' of ')
    const others = !isMeasure(named) && values.some(isMeasure) ? ', or measures' : ''
    says.push(`${names.join(', ')}${more} are ${what}${others}: each is a series of its own.`)
  }
  const [first, more] = values
  const only = first?.name ?? ''
  const [told, besides] = first ? besideAdjustment(first) : []
  if (besides && !more) says.push(`Flow and countries are those of the heading ${quoted(only)}.`)
  else if (told?.dimension === 'flow' && !more)
    says.push(`The flow is ${codeWords('flow', told.code)}, by the heading ${quoted(only)}.`)
  for (const [i, { name, isPercent, currency }] of values.entries()) {
    const { bracketed, marked } = columns[i]!.numbers.counts()
    if (isPercent) says.push(`“${name}” holds percentages.`)
    if (currency !== '') says.push(`“${name}” is in ${currency}, by what stands at its numbers.`)
    if (bracketed > 0) says.push(`A number in brackets, or with its minus behind, is negative.`)
    if (marked > 0) says.push(`A mark such as * behind a number is kept as its status.`)
  }
}
