import { isPrice } from '../units/measured.ts'
import { dimensionOf, headerWord } from '../words.ts'
import type { Settling } from './settling.ts'

const NOMINALS = new Set('nominal номинал единиц кол_во_единиц количество_единиц'.split(' '))

/** `Курс`, and what the Bank of Russia calls it in its files. */
const isRate = (name: string): boolean => isPrice(name) || /^curs$/i.test(name)

/**
 * For how many units of a currency a rate is, `Единиц` beside `Курс`: no figure of its own. Where it is not always one,
 * rates for other numbers of them are other series.
 */
export function settleNominal({ facts, roles, says }: Settling): void {
  if (!facts.columns.some(({ name }) => isRate(name))) return
  for (const { name, index, distinct } of facts.columns) {
    const texts = [...distinct.keys()]
    const areNominals = texts.length > 0 && texts.every((text) => /^10*$/.test(text))
    if (!NOMINALS.has(headerWord(name)) || !areNominals) continue
    const isOne = texts.every((text) => text === '1')
    roles[index] = isOne ? 'ignore' : `dimension:${dimensionOf(name)}`
    if (!isOne) says.push(`“${name}” says for how many units a rate is, so it tells series apart.`)
  }
}
