import { lookUp } from '../../model/look-up.ts'
import { dimensionOfRole } from '../../model/report.ts'
import { hasCode, listOf } from '../codes.ts'
import type { Settling } from './settling.ts'

/** Of an office's own numbers for countries more than so many mean nothing in the list of the UN. */
const MOST_UNKNOWN = 0.2

/** States whose numbers no table of the UN has years after their end, and the year of that. In Europe's customs 720 is China. */
const ENDED: Readonly<Record<string, number>> = {
  '720': 1990,
  '886': 1990,
  '278': 1990,
  '280': 1990,
  '810': 1991,
  '890': 1992,
  '200': 1992,
}

/** Of more numbers most would be unknown, were they not the UN's. */
const MOST_FEW = 10

/** The number of a state that had ended years before the first period of the rows; undefined where there is none. */
function endedIn(texts: readonly string[], { facts, roles }: Settling): string | undefined {
  const ended = texts.filter((text) => ENDED[text] !== undefined)
  const period = roles.indexOf('period')
  if (ended.length === 0 || period < 0 || texts.length > MOST_FEW) return undefined
  const years = facts.sample.flatMap((row) => /(?:19|20)\d\d/.exec(row[period]!)?.[0] ?? [])
  const first = Math.min(...years.map(Number))
  return years.length > 0 ? ended.find((text) => ENDED[text]! + 5 < first) : undefined
}

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
    const ended = endedIn(texts, settling)
    if (!isUnknown && ended === undefined) continue
    const why = isUnknown ? `“${unknown[0]}” is none there` : `“${ended}” is of a state that ended`
    roles[index] = `dimension:${id}_number`
    says.push(
      `“${name}” numbers countries in a way that is not the UN's (${why}): the numbers are kept as they are.`,
    )
  }
}
