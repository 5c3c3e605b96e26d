import { currencyNamed, listed } from './unit-phrase.ts'

/** What a price is of, as units have it. */
const QUANTITIES = listed({
  tonne:
    't|mt|ton|tonne|metric ton|metric tonne|т|тн|тонну|тонна|吨|公吨|噸|톤|tonelada|tonelada métrica|tonnellata',
  kg: 'kg|kilo|kilogram|kilogramme|кг|килограмм|千克|公斤',
  gram: 'g|gram|грамм|克',
  pound: 'lb|pound|фунт|磅',
  ounce: 'oz|toz|ounce|troy oz|troy ounce|тр. унц|тр. унцию|унц|унцию|унция|盎司',
  barrel: 'bbl|barrel|b|барр|баррель|桶|배럴|baril|barril|fass',
  gallon: 'gallon|gal|галлон|加仑',
  litre: 'litre|liter|l|л|литр|升',
  m3: 'm3|m³|cubic metre|cubic meter|cu m|м3|м³|куб. м|куб.м|立方米',
  'thousand m3':
    '1000 m3|1,000 m3|000 m3|thousand m3|thousand cubic metres|thousand cubic meters|tcm|1000 м3|тыс. м3|тыс. м³|тыс. куб. м|тыс. куб.м|千立方米',
  bushel: 'bushel|bu|бушель|蒲式耳',
  MMBtu:
    'mmbtu|mbtu|mn btu|million btu|million btus|mil. btu|млн бте|млн брит. тепл. ед|百万英热|百万英热单位',
  MWh: 'mwh|mw.h|megawatt hour|megawatt-hour|мвт·ч|мвт.ч|мвтч|мвт*ч|兆瓦时',
  kWh: 'kwh|kilowatt hour|kilowatt-hour|квт·ч|квт.ч|квтч|квт*ч|千瓦时',
  TEU: 'teu|дфэ',
  FEU: 'feu',
})

const PRICE = /^(.+?) ?(?:\/|(?<!\p{L})(?:per|за|pro|je|par|por|na)(?!\p{L})|每) ?(?:1 )?(\S.*)$/iu

/** Goods of which the whole world tells prices in dollars of the United States. */
const OF_ALL = new Set(['barrel', 'ounce', 'tonne', 'MMBtu', 'bushel'])
const DOLLARS = /^(?:\$|dollars?)$/i
const CENTS = /^(?:us|u\.s\.) ?(?:cents?|¢)$/i

/** A price for a quantity, `EUR/MWh` as `EUR per MWh`, `元/吨` as `CNY per tonne`; undefined for other units. */
export function priceNamed(unit: string): string | undefined {
  const [, money = '', goods = ''] = PRICE.exec(unit.trim()) ?? []
  const quantity = QUANTITIES.get(goods.trim().toLowerCase().replace(/\.$/, ''))
  if (quantity === undefined) return undefined
  const currency = currencyNamed(money)
  if (currency !== undefined) return `${currency} per ${quantity}`
  if (DOLLARS.test(money)) return `${OF_ALL.has(quantity) ? 'USD' : '$'} per ${quantity}`
  return CENTS.test(money) ? `US cents per ${quantity}` : undefined
}
