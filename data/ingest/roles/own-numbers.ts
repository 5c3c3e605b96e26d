import { lookUp } from '../../model/look-up.ts'
import { dimensionOfRole } from '../../model/report.ts'
import { hasCode, listOf } from '../codes/codes.ts'
import { endedBefore } from '../decide/ended-states.ts'
import type { Settling } from './settling.ts'

/** Of an office's own numbers for countries more than so many mean nothing in the list of the UN. */
const MOST_UNKNOWN = 0.2

/** Of more numbers most would be unknown, were they not the UN's. */
const MOST_FEW = 10

/**
 * Numbers of countries are the UN's only where hardly any is unknown to it: in Europe's customs 720 is China
 * and 400 the United States, to the UN they are Yemen and Jordan. An office's own are kept as they are.
 */
export function settleOwnNumbers(settling: Settling): void {
  const { facts, roles, options, says } = settling
  for (const { index, name, distinct } of facts.columns) {
    const id = dimensionOfRole(roles[index]) ?? ''
    const texts = [...distinct.keys()]
    if (
      listOf(id) !== 'countries' ||
      lookUp(options.columns, name) ||
      roles.includes(`label:${id}`)
    )
      continue
    if (texts.length === 0 || !texts.every((text) => /^\d{1,4}$/.test(text))) continue
    if (options.codes?.[id]) continue
    const unknown = texts.filter((text) => !hasCode(id, text))
    const isUnknown = texts.length > 1 && unknown.length > texts.length * MOST_UNKNOWN
    const ended = texts.length > MOST_FEW ? undefined : endedBefore(texts, facts, roles)[0]
    if (!isUnknown && ended === undefined) continue
    const why = isUnknown ? `“${unknown[0]}” is none there` : `“${ended}” is of a state that ended`
    roles[index] = `dimension:${id}_number`
    says.push(
      `“${name}” numbers countries in a way that is not the UN's (${why}): the numbers are kept as they are.`,
    )
  }
}
