import type { DatasetDescription } from '../../model/dataset.ts'
import {
  flowsIn,
  flowsInFull,
  goodsOf,
  isPlaced,
  loneFlow,
  measureBeside,
  relativeOf,
} from '../codes/flows.ts'
import type { ColumnFacts } from '../facts.ts'
import type { HeadingCode, ValueColumn } from '../mapping.ts'
import type { Profile } from '../profile.ts'
import { namesFlow, valuesOf } from '../records/described.ts'
import { isRelative } from '../units/measured.ts'
import { adjustmentIn, splitUnit } from '../units/units.ts'
import { headerWord } from '../words.ts'
import {
  areOfCountries,
  countryHeadings,
  flowsOfCountries,
  type OfTable,
} from './country-headings.ts'
import { tradeHeadings } from './heading-trade.ts'
import { splitHeadings } from './heading-units.ts'

/**
 * The codes of a file's value columns: by those that its dataset has, of which a later file may leave
 * some out; what was the one value of the dataset stays so beside columns that are added, and has no flow
 * where its series are named without one.
 */
export function codesOfHeadings(
  columns: readonly ColumnFacts[],
  description: DatasetDescription | undefined,
  profile: Profile | undefined,
  table: OfTable,
): ValueColumn['codes'][] {
  const held = description ? valuesOf(description) : []
  const own = columns.map(({ name }) => name)
  const isKnown = own.some((name) => held.includes(name))
  // Countries say by themselves what they are: `Mundo` may be what the dataset has as `World`.
  const isOfHeld = isKnown && !areOfCountries(own, table)
  const all = isOfHeld ? [...new Set([...held, ...own])] : own
  const codes = adjustedCodes(all, table, profile) ?? plainCodes(all, table, profile)
  return own.map((name) => {
    if (description && namesNoFlow(description, name)) return []
    const isTheOne = isKnown && held.length === 1 && name === held[0]
    return isTheOne ? flowOfOne(name, profile, table) : (codes[all.indexOf(name)] ?? [])
  })
}

/** Whether a heading is the one of a dataset's values, and its series are named without a flow. */
export function namesNoFlow(description: DatasetDescription, name: string): boolean {
  const [only, more] = valuesOf(description)
  return name === only && more === undefined && !namesFlow(description)
}

/** The flow that the heading of the only values names, where nothing else says one or names the series. */
function flowOfOne(name: string, profile: Profile | undefined, table: OfTable): HeadingCode[] {
  const isSaid =
    table.told.flow !== undefined ||
    namedSeries(name, profile).named !== undefined ||
    table.roles.some((role) => role === 'dimension:flow' || role === 'series' || role === 'title')
  const trade = isSaid ? undefined : tradeHeadings([name], toldBeside(table), table.words)?.[0]
  if (trade) return trade
  const code = isSaid ? undefined : loneFlow(name)
  return code === undefined ? [] : [{ dimension: 'flow', code }]
}

/** What headings need not tell: what columns or lines do, and what the series of a dataset go without. */
function toldBeside({ roles, told, keyed = [] }: OfTable) {
  const isTold = (id: string) =>
    told[id] !== undefined || roles.includes(`dimension:${id}`) || isWithout(keyed, id)
  return { flow: isTold('flow'), reporter: isTold('reporter'), partner: isTold('partner') }
}

const isWithout = (keyed: readonly string[], id: string): boolean =>
  keyed.length > 0 && !keyed.includes(id)

const plainCodes = (names: readonly string[], table: OfTable, profile: Profile | undefined) =>
  names.length === 1
    ? [flowOfOne(names[0]!, profile, table)]
    : codesOf(
        names,
        names.map((name) => namedSeries(name, profile)),
        table,
      )

/** The same where headings say of each figure in a unit whether it is adjusted: `exports_usd_bn_sa`; SA may be a country, too. */
function adjustedCodes(names: readonly string[], table: OfTable, profile: Profile | undefined) {
  const adjusted = names.map(adjustmentIn)
  const isOther = names.some((name) => splitUnit(name).unit === null)
  if (isOther || !adjusted.some(Boolean)) return undefined
  const bare = names.map((name, i) => adjusted[i]?.name ?? name)
  const unique = [...new Set(bare)]
  const codes = plainCodes(unique, table, profile)
  return adjusted.map((one, i): HeadingCode[] => [
    ...codes[unique.indexOf(bare[i]!)]!,
    ...(one ? [{ dimension: ADJUSTMENT, code: one.code }] : []),
  ])
}

/** The dimension of whether figures are seasonally adjusted. */
export const ADJUSTMENT = 'adjustment'

/** Several value columns are told apart by their flow, their country or both, where each names one, else by their measure. */
function codesOf(
  names: readonly string[],
  named: readonly Pick<ValueColumn, 'named'>[],
  table: OfTable,
): ValueColumn['codes'][] {
  if (named.every((one) => one.named)) {
    return named.map((one) => [{ dimension: 'measure', code: one.named!.key }])
  }
  const { roles } = table
  const told = toldBeside(table)
  const ofCountries = flowsOfCountries(names, table)
  const isOpen = !told.reporter || !told.partner
  const trade = tradeHeadings(names, told, table.words) ?? (isOpen ? ofCountries : undefined)
  if (trade) return trade
  const flows = roles.includes('dimension:flow') ? undefined : flowsOfNames(names, table)
  if (flows) return flows
  const countries = ofCountries ?? countryHeadings(names, table)
  if (countries) return countries
  const isLone = !roles.some((role) => role?.startsWith('dimension:') || role === 'series')
  const codeOf = (text: string) => (isLone ? text : headerWord(text))
  const split = splitHeadings(names)
  const stems = Map.groupBy(names, (name) => codeOf(split(name).stem))
  // `value_eur` and `value_usd` differ in nothing but their units: then the whole heading is the code.
  return names.map((name) => {
    const stem = codeOf(split(name).stem)
    return [{ dimension: 'measure', code: stems.get(stem)!.length > 1 ? codeOf(name) : stem }]
  })
}

/** The flow that each heading names, with what it is of, or how it is measured, or in what, where that differs, and growth behind it. */
const flowsOfNames = (names: readonly string[], { keyed = [] }: OfTable) =>
  isWithout(keyed, 'flow')
    ? undefined
    : (flowsOfStems(names, flowsInFull(names.map((name) => splitUnit(name).stem)), keyed) ??
      flowsOfStems(names, flowsInFull(names), keyed))

function flowsOfStems(
  names: readonly string[],
  stems: readonly string[],
  keyed: readonly string[],
): HeadingCode[][] | undefined {
  const flows = flowsIn(stems)
  if (flows.includes(undefined)) return undefined
  const areRelative = names.every(isRelative)
  const isAmount = (i: number) => areRelative || !isRelative(names[i]!)
  const amounts = flows.filter((_, i) => isAmount(i))
  const isMeasured = new Set(amounts).size < amounts.length
  const isOfGoods = !isMeasured && goodsOf(stems.filter((_, i) => isAmount(i))) !== undefined
  // A dataset may be older than that such headings tell goods.
  const areGoods = isOfGoods && !isWithout(keyed, 'measure')
  const codes = stems.map((stem, i) => {
    const amount = isMeasured || areGoods ? measureBeside(stem) : ''
    const measure = isAmount(i) ? amount : relativeOf(stem)
    const flow = { dimension: 'flow', code: flows[i]! }
    return measure === '' ? [flow] : [flow, { dimension: 'measure', code: measure }]
  })
  const isPlacedAt = (i: number) => isAmount(i) && isPlaced(codes[i]![1]?.code ?? '')
  return !codes.some((_, i) => isPlacedAt(i)) && areDifferent(codes) ? codes : undefined
}

const areDifferent = (codes: HeadingCode[][]): boolean =>
  new Set(codes.map((one) => JSON.stringify(one))).size === codes.length

/** `US dollar/Euro (EXR.D.USD.EUR.SP00.A)`: a title and the key of its series, in three parts or more. */
const KEYED = /^(?<title>.+?)\s*[([](?<key>(?=[^)\]]*[A-Z])[\w-]+(?:[.:/][\w-]+){2,})[)\]]$/

/** The key and the title of a series, where a heading holds both. */
export function namedSeries(
  name: string,
  profile: Profile | undefined,
): Pick<ValueColumn, 'named'> {
  const pattern = profile?.seriesName === undefined ? KEYED : new RegExp(profile.seriesName)
  const groups = pattern.exec(name)?.groups
  return groups?.key === undefined
    ? {}
    : { named: { key: groups.key, title: groups.title ?? name } }
}
