import { flowIn } from '../codes/flows.ts'
import { decides } from '../facts.ts'
import { roleOfHeader } from '../words.ts'
import type { Settling } from './settling.ts'

const CURRENCY = /currenc|валют|货币|貨幣|通貨|통화/iu

/**
 * The currency of each country beside several measures, people and dollars among them, is a fact of the country, as
 * in the Penn World Table: which columns are told in it, nothing says.
 */
export function settleOwnCurrency({ facts, roles, options, says }: Settling): void {
  const values = facts.columns.filter(({ index }) => roles[index] === 'value')
  const country = roles.indexOf('dimension:reporter')
  const areMoney = values.every(
    ({ name }) => flowIn(name) !== undefined || roleOfHeader(name) === 'value',
  )
  if (values.length < 2 || country < 0 || areMoney) return
  for (const { name, index } of facts.columns) {
    const isOfCountry =
      roles[index] === 'unit' && CURRENCY.test(name) && decides(facts.sample, country, index)
    if (!isOfCountry || options.columns?.[name] !== undefined) continue
    roles[index] = 'ignore'
    says.push(`“${name}” says the currency of each country, not which columns are told in it.`)
  }
}
