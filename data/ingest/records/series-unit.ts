import { lookUp } from '../../model/look-up.ts'
import { type Mapping, tellsIn, type ValueColumn } from '../mapping.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isCurrency } from '../units/currencies.ts'
import { measureOf, unitNamed } from '../units/listed-units.ts'
import { isGrowth, isRelative } from '../units/measured.ts'
import { splitUnit } from '../units/units.ts'
import { endsInQuantity, isQuantity, spaced } from '../words.ts'
import type { Constants } from './series.ts'

const MULTIPLES: Record<string, string> = {
  '3': 'thousand',
  '6': 'million',
  '9': 'bn',
  '12': 'trillion',
}
const NO_SCALE = /^(?:units?|ones?|eins|unités?|0|1)?$/i

/**
 * The unit of a record: that of its column (by label where its code is in no list), with SDMX's power of
 * ten (`USD` and 6 are `USD million`) or a scale in words; else that which the name of what is measured
 * ends with, "GDP (current US$)".
 */
export function unitText(
  text: (index: number) => string,
  mapping: Mapping,
  labels: Map<string, string>,
  constants: Constants,
): string | null {
  const told = text(mapping.unit)
  const cell = missingStatus(told) === undefined ? told : ''
  const label = labels.get('unit') ?? ''
  const own = label !== '' && unitNamed(cell) === undefined ? label : cell
  const named = namesMeasured(text, mapping, labels)
  const usual = named.some((name) => isNoneOf(constants.unit, name)) ? '' : constants.unit
  const inNames = ofOffice(unitIn(named, constants.unit), named, mapping.dollars)
  const ofExchange = exchanged(text, mapping)
  if (ofExchange !== undefined) return ofExchange
  const unit = own || inNames || usual || ''
  const scale = text(mapping.unitScale).replace(/ \(\d{1,2}\)$/, '')
  const inWords = NO_SCALE.test(scale) ? '' : `, ${scale.toLowerCase()}`
  const whole = [unit + inWords, lookUp(MULTIPLES, text(mapping.unitMult))]
    .filter(Boolean)
    .join(' ')
  return whole === '' ? null : (unitNamed(whole) ?? whole)
}

/** `NOK per 100 CNY`: what a rate of two currencies is in, where a power of ten is of the base. */
function exchanged(
  text: (index: number) => string,
  { dimensions, unitMult }: Mapping,
): string | undefined {
  const [base, quote] = [/^base_cur(?:rency)?$/, /^quote_cur(?:rency)?$/].map((name) =>
    text(dimensions.find(({ id }) => name.test(id))?.index ?? -1),
  )
  if (!base || !quote) return undefined
  const times = 10 ** Number(text(unitMult) || 0)
  return `${quote} per ${times === 1 ? '' : `${times} `}${base}`
}

/** `Thousand Dollars` are those of the office that writes so, where no name says whose. */
const ofOffice = (unit: string | null, names: readonly string[], dollars: string | undefined) =>
  dollars === undefined || names.some((name) => /(?<!\p{L})US|U\.S\./u.test(name))
    ? unit
    : (unit?.replace(/^USD(?= |$)/, dollars) ?? null)

const MEASURED =
  'indicator indicator_name indicators indic indic_et measure series series_name subject item variable element column_1 tabellinnehåll statistikkvariabel data_type 表章項目'.split(
    ' ',
  )

/** `Tipo dato (...)` of Istat, `Показатели внешней торговли`, `Наименование показателя`. */
const MEASURED_LONG = /^(?:tipo_dato|показател|наименование)/

/** `100 JPY` is what costs so much, in another currency. */
const PRICED = /^\d+ [A-Z]{3}$/

/**
 * What a record measures, in words: those of its indicators, of the rows that have no heading, or of its
 * series.
 */
const namesMeasured = (
  text: (index: number) => string,
  { dimensions, measured, title, series }: Mapping,
  labels: Map<string, string>,
): string[] => {
  const begun = dimensions.flatMap(({ id }) => (MEASURED_LONG.test(id) ? [id] : []))
  const ofDimensions = [...MEASURED, ...begun, ...measured].flatMap((id) => {
    const dimension = dimensions.find((one) => one.id === id)
    return dimension ? [labels.get(id) || text(dimension.index)] : []
  })
  const ofSeries = [text(title), text(series)].filter(
    (name) => /\s/.test(name) && !PRICED.test(name),
  )
  return [...ofDimensions, ...ofSeries]
}

/** The unit that the first of some names says; of shares in per cent a currency is what they are of. */
const unitIn = (names: readonly string[], ofTitle: string | undefined): string | null =>
  names
    .filter((name) => ofTitle !== 'percent' || !isAllUnit(name))
    .map((name) => splitUnit(name).unit)
    .find((unit) => unit !== null) ?? null

const isAllUnit = (name: string): boolean => splitUnit(name).stem === name.trim()

const NAMES_VALUE =
  /(?<!\p{L})(?:val|values?|amounts?|стоимость|wert|valeur|valor|fob|cif|fas)(?!\p{L})|金额|金額|价值|금액/iu

/** Whether a heading or a measure is of values: `Value/Valeur`, `CustomsValue`, `出口金额`. */
const isOfValue = (name: string): boolean => NAMES_VALUE.test(spaced(name))

const SIZE_ALONE =
  /^(?:(?:10+ )?(?:thousands?|millions?|billions?|bn|mn|тыс\.?|млн|млрд)|[十百千万亿]+)$/i

/** Whether a unit is that of the quantities beside values that a title says the unit of: of `USD million`, `Million` says nothing more. */
const isBesideMoney = (unit: string, ofTitle: string | undefined): boolean =>
  ofTitle !== undefined &&
  measureOf(ofTitle) === 'value' &&
  isNoMoney(unit) &&
  (!SIZE_ALONE.test(unit) || ofTitle.includes(' '))

/** Whether figures are not in the unit of a title, which is that of amounts: shares are in none but per cent, and growth in no base of an index. */
const isNoneOf = (ofTitle: string | undefined, name: string): boolean =>
  ofTitle !== 'percent' && (/=\s?100$/.test(ofTitle ?? '') ? isGrowth(name) : isRelative(name))

/** Where rows are of values and of quantities, a unit of quantities is none of values, nor the other way round. */
export function unitOfMeasure(
  measure: string | undefined,
  unit: string | null,
  constants: Constants,
) {
  if (measure === undefined || unit === null) return unit
  if (unit === constants.unit && isNoneOf(unit, measure)) return null
  if (isUnitOfQuantity(unit)) return isOfValue(measure) ? (constants.unit ?? null) : unit
  if (isOfValue(measure) && isBesideMoney(unit, constants.unit)) return constants.unit ?? null
  const isOfQuantity = isQuantity(measure) || endsInQuantity(measure)
  return isOfQuantity && unit === constants.unit ? null : unit
}

/** A quantity beside a value in dollars is not in dollars, nor a value beside it in tonnes or in what nobody knows as money. */
export function unitOfColumn(
  column: ValueColumn,
  unit: string | null,
  { constants, values }: { constants: Constants; values: readonly ValueColumn[] },
) {
  const { name, codes, unit: own } = column
  if (own !== null && !(constants.unit === 'percent' && isAllUnit(name))) return own
  if (codes.length > 0 && unit === constants.unit && isNoneOf(unit, name)) return null
  if (!tellsIn([column], 'measure')) return unit
  const hasQuantity = values.some((one) => isQuantity(one.name) || endsInQuantity(one.name))
  const isOfQuantity = isUnitOfQuantity(unit) || (hasQuantity && isNoMoney(unit))
  const isOther = isOfQuantity ? hasQuantity && isOfValue(name) : isQuantity(name)
  return isOther ? null : unit
}

const MONEY =
  /[$€£¥₽₹₩元]|dollar|euro|pound|yen|yuan|peso|reais|rupee|rupiah|ringgit|baht|dong|won|kron|koruna|zlot|forint|\ble[iv]\b|lira|rand|dinar|dirham|riyal|rial|shekel|franc|shilling|naira|cedi|birr|kwacha|taka|tenge|manat|lari|dram|hryvnia|rou?ble|vatu|kina|руб|долл|евро|тенге|грн|гривн/iu

/** Whether no list has the unit, and nothing in it speaks of money: `SME`, `dozens`. */
const isNoMoney = (unit: string | null): boolean =>
  unit !== null &&
  unitNamed(unit) === undefined &&
  !MONEY.test(unit) &&
  !unit.match(/\b[A-Z]{3}\b/g)?.some(isCurrency)

const isUnitOfQuantity = (unit: string | null): boolean =>
  unit !== null &&
  (measureOf(unit) === 'quantity' || QUANTITY.test(unit) || EASTERN_QUANTITY.test(unit))

/** The last word says what is counted: `тыс. т`, `million m3`, `1000 pcs`. */
const QUANTITY =
  /(?:^|[\s.])(?:kgs?|kgm|kilograms?|tonn?es?|tons?|mt|tne|t|units?|pieces|pcs|items?|numbers?|no|nmb|u|l|litres?|liters?|m2|m3|barrels?|pairs?|carats?|kwh|т|тонн\p{L}*|кг|г|шт\.?|штук\p{L}*|л|литр\p{L}*|м2|м3|куб\. ?м\.?|пар\p{L}*|кар\.?|квт·?ч)$/iu

/** The same in Chinese, Japanese and Korean: `万吨`, `辆`, `톤`. */
const EASTERN_QUANTITY =
  /(?:吨|噸|トン|千克|公斤|克|升|辆|輛|台|架|件|个|個|艘|双|套|只|支|头|頭|张|条|块|米|卷|톤|대|개|킬로그램)$/
