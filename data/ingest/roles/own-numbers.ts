import { lookUp } from '../../model/look-up.ts'
import { dimensionOfRole } from '../../model/report.ts'
import { hasCode, listOf } from '../codes.ts'
import type { Settling } from './settling.ts'

/** Of an office's own numbers for countries more than so many mean nothing in the list of the UN. */
const MOST_UNKNOWN = 0.2

/**
 * Numbers of countries are the UN's only where hardly any is unknown to it: in Europe's customs 720 is China
 * and 400 the United States, to the UN they are Yemen and Jordan. An office's own are kept as they are.
 */
export function settleOwnNumbers({ facts, roles, options, says }: Settling): void {
  for (const { index, name, distinct } of facts.columns) {
    const id = dimensionOfRole(roles[index]) ?? ''
    const texts = [...distinct.keys()]
    if (
      listOf(id) !== 'countries' ||
      lookUp(options.columns, name) ||
      roles.includes(`label:${id}`)
    )
      continue
    if (texts.length < 2 || !texts.every((text) => /^\d{1,4}$/.test(text))) continue
    const unknown = texts.filter((text) => !hasCode(id, text))
    if (unknown.length <= texts.length * MOST_UNKNOWN || options.codes?.[id]) continue
    roles[index] = `dimension:${id}_number`
    says.push(
      `“${name}” numbers countries in a way that is not the UN's (“${unknown[0]}” is none there): the numbers are kept as they are.`,
    )
  }
}
