import { countryOf } from '../codes/countries.ts'
import { unitNamed } from '../units/listed-units.ts'
import { currencyNamed, isCurrencyCode } from '../units/unit-phrase.ts'
import { splitUnit } from '../units/units.ts'

type Split = ReturnType<typeof splitUnit>

/** Figures in so many currencies are none of one thing in each: they are what a currency costs. */
const MANY = 4

const isOneCurrency = (name: string): boolean =>
  isCurrencyCode(name) || currencyNamed(name) !== undefined

const ENDING = /^(.+)[_ ]([^_ ]+)$/

/**
 * The name and the unit of each of several headings. Currencies as headings, many of them, are rates and say no unit;
 * nor does the end of `GAS_EUR` beside `GAS_US` and `GAS_JP`, which is Europe.
 */
export function splitHeadings(names: readonly string[]): (name: string) => Split {
  const areRates = names.filter(isOneCurrency).length >= MANY
  const ofPlaces = new Set(
    names.flatMap((name) => {
      const [, stem, place] = ENDING.exec(name) ?? []
      const isPlace = place !== undefined && unitNamed(place) === undefined && countryOf(place)
      return stem !== undefined && isPlace ? [stem] : []
    }),
  )
  const isWhole = (name: string) => {
    const [, stem = '', end = ''] = ENDING.exec(name) ?? []
    return (areRates && isOneCurrency(name)) || (ofPlaces.has(stem) && isCurrencyCode(end))
  }
  return (name) => {
    const split = isWhole(name) ? { stem: name, unit: null } : splitUnit(name)
    return split.unit === null ? { ...split, unit: unitBeforePlace(name) } : split
  }
}

/** `exports_usd_bn_ru`: the unit before the country that a heading ends with. */
function unitBeforePlace(name: string): string | null {
  const [, before, place] = ENDING.exec(name) ?? []
  if (before === undefined || place === undefined) return null
  const isPlace = unitNamed(place) === undefined && countryOf(place) !== undefined
  return isPlace ? splitUnit(before).unit : null
}
