/** Currencies that this page writes in other words than the list of the language. */
const CURRENCIES: Record<string, string> = {
  BRL: 'Brazilian reais',
  CNY: 'yuan',
  GBP: 'pounds sterling',
  JPY: 'yen',
  KRW: 'Korean won',
  MYR: 'Malaysian ringgit',
  RUB: 'roubles',
}

const SIZES: Record<string, string> = {
  '10 thousand': 'ten thousand',
  '100 million': 'hundred million',
  bn: 'billion',
}

const OTHERS: Record<string, string> = {
  '10 thousand barrels per day': 'ten thousand barrels a day',
  '10 thousand tonnes': 'ten thousand tonnes',
  '10 thousand units': 'ten thousand units',
  '100 kg': 'hundreds of kilograms',
  '10 thousand kWh': 'ten thousand kilowatt hours',
  '100 million m3': 'hundred million cubic metres',
  '100 million kWh': 'hundred million kilowatt hours',
  bcm: 'billion cubic metres',
  kWh: 'kilowatt hours',
  MWh: 'megawatt hours',
  GWh: 'gigawatt hours',
  TWh: 'terawatt hours',
  kg: 'kilograms',
  m3: 'cubic metres',
  'million barrels per day': 'million barrels a day',
  'million m3': 'million cubic metres',
  'million m3 per day': 'million cubic metres a day',
  percent: 'per cent',
  records: 'records announced',
  'USD per barrel': 'US dollars a barrel',
  'USD per tonne': 'US dollars a tonne',
  'thousand barrels per day': 'thousand barrels a day',
  transactions: 'consignments',
}

/** A currency, and how many of it: `USD`, `EUR thousand`, `CNY 100 million`. */
const MONEY = /^([A-Z]{3})(?: ((?:10 )?thousand|(?:100 )?million|bn|billion))?$/

/** `USD` as "US dollars"; letters that are no currency stay. */
function currencyWords(code: string): string {
  const form = { style: 'currency', currency: code, currencyDisplay: 'name' } as const
  const parts = new Intl.NumberFormat('en', form).formatToParts(2)
  return CURRENCIES[code] ?? parts.find(({ type }) => type === 'currency')?.value ?? code
}

/** A unit as a sentence says it: `USD bn` is "billion US dollars", `percent` "per cent"; others stay. */
export function unitWords(unit: string): string {
  const [, currency, size] = MONEY.exec(unit) ?? []
  if (currency === undefined) return OTHERS[unit] ?? unit
  const words = currencyWords(currency)
  return size === undefined ? words : `${SIZES[size] ?? size} ${words}`
}

/** The same without a size that the axis of a chart says: `USD thousand` is "US dollars", drawn in m. */
export const axisWords = (unit: string): string =>
  unitWords(unit.replace(/^([A-Z]{3}) (?:thousand|million|bn)$/, '$1'))
