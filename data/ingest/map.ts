import { dimensionOfRole, type ReadingOptions, type Role } from '../model/report.ts'
import { codeOf, hasCode, listOf } from './codes/codes.ts'
import { flowIn, flowsOf } from './codes/flows.ts'
import { isNameless } from './column-names.ts'
import type { Deciding } from './decide/deciding.ts'
import { codesAfterTheEnd } from './decide/ended-states.ts'
import { decideSpelling } from './decide/spelling.ts'
import { mergeCodes } from './decide/told-codes.ts'
import type { Facts } from './facts.ts'
import { quoted } from './issues.ts'
import { type Mapped, type Mapping, placesOf } from './mapping.ts'
import { AS_WRITTEN } from './periods/read.ts'
import { twiceNamed } from './records/codes-and-names.ts'
import { keyOrderOf } from './records/key-order.ts'
import { endOnTheDayBefore } from './roles/ends.ts'
import { type Known, rolesOf } from './roles/roles.ts'
import { valueColumns } from './roles/value-columns.ts'
import { areCurrencies, areExchanged } from './units/currencies.ts'
import { unitNamed } from './units/listed-units.ts'
import { splitUnit } from './units/units.ts'
import { isOwnDownload } from './words.ts'

/** Decides how a table in long form is read, from its header and what its cells are like. */
export function mapColumns(facts: Facts, options: ReadingOptions = {}, known: Known): Mapped {
  const { by, roles, questions, says, isAdded } = rolesOf(facts, options, known)
  // The dataset of a file says what its columns are; what stands in them its source says, as before.
  const profile = by === known.profile?.id || by === 'dataset' ? known.profile : undefined
  const { isThorough } = known
  const deciding: Deciding = { options, questions, says, undecided: false, isThorough }
  const places = placesOf(roles)
  const own = isOwnDownload(facts.columns.map(({ name }) => name))
  const keyOrder = known.description ? keyOrderOf(known.description) : []
  const periodColumn = facts.columns[places.period] ?? facts.columns[places.periodStart]
  const values = valueColumns(facts, deciding, {
    by,
    roles,
    profile,
    description: by === 'dataset' ? known.description : undefined,
    keyOrder,
    writing: known.around,
  })
  const spelling = own
    ? AS_WRITTEN
    : decideSpelling(facts, periodColumn, places.period >= 0, deciding, {
        ...known.around,
        reporters: reportersOf(facts, roles, options),
      })
  const mapping: Mapping = {
    by,
    own,
    isSpread: known.isSpread,
    isAdded,
    header: facts.columns.map(({ name }) => name),
    roles,
    ...places,
    values,
    dimensions: roles.flatMap((role, index) => {
      const id = dimensionOfRole(role)
      return id === undefined ? [] : [{ index, id }]
    }),
    measured: measuredIn(facts, roles),
    keyed: keyedColumns(facts, roles),
    keyOrder,
    labels: new Map(
      roles.flatMap((role, index) => (role.startsWith('label:') ? [[role.slice(6), index]] : [])),
    ),
    spelling,
    endsBefore: endOnTheDayBefore(facts, [places.periodStart, places.periodEnd], spelling),
    publishedOrder: facts.columns[places.published]?.spelling.order() ?? null,
    twice: twiceNamed(facts, roles),
    cumulativeC: places.periodStart >= 0 && places.periodEnd >= 0,
    codes: mergeCodes(
      codesAfterTheEnd(facts, roles, says),
      withoutCountry(facts, roles),
      flowCodes(facts, roles),
      known.elsewhere,
      profile?.codes,
      options.codes,
    ),
    totals: profile?.totals ?? {},
    statuses: profile?.statuses ?? {},
    dollars: profile?.dollars,
  }
  if (mapping.endsBefore)
    says.push(
      `Each day in ${quoted(mapping.header[places.periodEnd]!)} is the first of the next period: the one before is the last.`,
    )
  const undecided =
    deciding.undecided ||
    (by === 'headers' && mayBeginLater(facts, mapping)) ||
    (by !== 'dataset' && mayDifferLater(facts, mapping))
  return { mapping, says, questions, undecided }
}

/** Whether a column beside others that are each a series is empty so far: it may begin in a later row, as a currency does. */
const mayBeginLater = ({ columns }: Facts, { roles, values, dimensions }: Mapping): boolean =>
  (values.length > 1 || dimensions.length === 0) &&
  columns.some(
    ({ filled, index, name }) => filled === 0 && roles[index] === 'ignore' && !isNameless(name),
  )

/** Whether a column is left out as it says what the first of its name does, so far: in a later row it may not. */
const mayDifferLater = ({ columns }: Facts, { roles }: Mapping): boolean =>
  columns.some(
    ({ index, namesake }) =>
      namesake?.isAlike && roles[index] === 'ignore' && roles[namesake.first] === 'value',
  )

/** A currency that several countries call so. */
const SEVERAL = /^(?:(?:thousand|million|billion)s?(?: of)? )?dollars$/i

/** `$bn`: of which dollars only a person knows, and a unit all the same. */
const isMoneyOrListed = (unit: string): boolean =>
  unitNamed(unit) !== undefined || /^[$€£¥₽] ?\p{L}/u.test(unit)

/** Dimensions of which every text says a unit of our list: `import, mnkr`, `Valor (miles de euros)`. */
function measuredIn({ columns }: Facts, roles: Role[]): string[] {
  const values = columns.flatMap(({ index, name }) => (roles[index] === 'value' ? [name] : []))
  const dimensions = columns.filter(({ index }) => dimensionOfRole(roles[index]) !== undefined)
  if (dimensions.every(({ distinct }) => areCurrencies([...distinct.keys()]))) return []
  return dimensions.flatMap(({ index, distinct }) => {
    const id = dimensionOfRole(roles[index])!
    const texts = [...distinct.keys()]
    // `KG` among countries is Kyrgyzstan.
    if (listOf(id) === 'countries' && texts.every((text) => hasCode(id, text))) return []
    if (areExchanged(values, texts)) return []
    const split = texts.map(splitUnit)
    // A letter is a code more often than a tonne: SITC's total is `T`.
    if (texts.some((text) => /^[A-Z]$/.test(text))) return []
    // `25 kg` is a kind of package, and says nothing of its figures.
    const isMeasured = ({ stem, unit }: (typeof split)[number]) =>
      /\p{L}/u.test(stem) && unit !== null && isMoneyOrListed(unit) && !SEVERAL.test(unit)
    // `Сальдо` beside `Экспорт, млрд долл. США` says no unit.
    const isBare = ({ stem, unit }: (typeof split)[number]) =>
      unit === null && flowIn(stem) !== undefined
    const isOfUnits = split.every((one) => isMeasured(one) || isBare(one))
    return isOfUnits && split.some(isMeasured) ? [id] : []
  })
}

/** Codes of flows that phrases in their column name, where no list has all of these. */
function flowCodes({ columns }: Facts, roles: Role[]): Record<string, Record<string, string>> {
  const texts = [...(columns[roles.indexOf('dimension:flow')]?.distinct.keys() ?? [])]
  const flows = texts.every((text) => codeOf('flow', text).known) ? undefined : flowsOf(texts)
  return flows ? { flow: flows } : {}
}

/** `NA` is Namibia among codes of two letters; among names, or alone, it says that no country is meant. */
function withoutCountry({ columns }: Facts, roles: Role[]): Record<string, Record<string, string>> {
  const ids = columns.flatMap(({ index, distinct }) => {
    const id = dimensionOfRole(roles[index]) ?? ''
    const isOfCodes = [...distinct.keys()].some((text) => /^[A-Z]{2}$/.test(text))
    return listOf(id) === 'countries' && !isOfCodes ? [id] : []
  })
  return Object.fromEntries(ids.map((id) => [id, { NA: '' }]))
}

/** Who reports, by a column or for all rows. */
function reportersOf({ columns }: Facts, roles: Role[], { constants }: ReadingOptions): string[] {
  const column = columns[roles.indexOf('dimension:reporter')]
  const texts = column ? [...column.distinct.keys()] : [constants?.reporter ?? []].flat()
  return texts.map((text) => codeOf('reporter', text).code)
}

/** Unit and frequency tell series apart beside dimensions; alone, where they are not the same everywhere. */
function keyedColumns({ columns }: Facts, roles: Role[]): number[] {
  const hasDimensions = roles.some((role) => role.startsWith('dimension:'))
  return columns
    .filter(({ index, distinct }) => {
      const role = roles[index]!
      if (role === 'unit' || role === 'frequency') return hasDimensions || distinct.size > 1
      return role.startsWith('dimension:')
    })
    .map(({ index }) => index)
}
