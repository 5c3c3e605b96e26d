import { isCurrency } from '../units/currencies.ts'
import { splitUnit } from '../units/units.ts'

/** Money that the whole world counts in. */
const OF_ALL = new Set(['USD', 'EUR'])

/** The only money that headings and lines above a table name, where one country alone counts its trade in it. */
export function homeMoney(words: readonly string[]): string | undefined {
  const texts = words.flatMap((word) => [word, splitUnit(word).unit ?? ''])
  const codes = texts.flatMap((text) => text.match(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu) ?? [])
  const [money, ...more] = new Set(codes.filter(isCurrency))
  return money === undefined || more.length > 0 || OF_ALL.has(money) || money.startsWith('X')
    ? undefined
    : money
}
