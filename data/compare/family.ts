import type { SeriesDraft } from '../model/batch.ts'
import { exchangedAtEnd } from './exchanged.ts'
import type { Line, Say } from './line.ts'
import { offDifference } from './months.ts'
import { type Flows, swapped } from './swapped.ts'
import { compareTotal, sayMiss, type Total } from './totals.ts'

/**
 * Series that differ in their flow, or in whether they count from January, and in nothing else: exports,
 * imports and their total, each by month and cumulative. A place that two series claim is nobody's.
 */
export type Family = Map<string, Line | null>

/** Words of a key that say which flow it is, or whether it counts from January. */
const MEMBER_WORDS =
  /(?:^|[^\p{L}\p{N}])(?:exports?|imports?|totals?|turnover|balance|[xmtb]|months?|monthly|ytd|cumulative)(?![\p{L}\p{N}])/giu

/** What the members of a family share, as a text. */
export function familyOf({ key, unit, dimensions }: SeriesDraft): string {
  let name = `${unit ?? ''}\n${key.replace(MEMBER_WORDS, '')}`
  // In one order, since each file gives its columns in its own.
  for (const dimension of Object.keys(dimensions).sort()) {
    if (dimension !== 'flow') name += `\n${dimension}=${dimensions[dimension]}`
  }
  return name
}

export function join(family: Family, line: Line): void {
  const place = placeOf(line.draft.dimensions.flow ?? '', line.cumulative)
  family.set(place, family.has(place) ? null : line)
}

const placeOf = (flow: string, cumulative: boolean): string => `${flow}${cumulative ? '+' : ''}`

/** All that can be said of a family. */
export function lookAtFamily(family: Family, say: Say): void {
  const at = (flow: string, cumulative: boolean) => family.get(placeOf(flow, cumulative))
  const pair = (cumulative: boolean): Flows | null => {
    const [exports, imports] = [at('X', cumulative), at('M', cumulative)]
    return exports && imports ? { exports, imports } : null
  }
  const [months, cumulative] = [pair(false), pair(true)]
  // What is exchanged is also far from its difference: said once.
  const whole = months ? exchangedAtEnd(months, say) : []
  const sayAlone: Say = (code, line, words) => {
    if (!whole.includes(line)) say(code, line, words)
  }
  const parts = [months, cumulative].flatMap((flows) =>
    flows ? swapped(flows, flows === months ? cumulative : null, sayAlone) : [],
  )
  const exchanged = [...whole, ...parts]
  const sayOther: Say = (code, line, words) => {
    if (!exchanged.includes(line)) say(code, line, words)
  }
  for (const [place, line] of family) {
    const other = line && !line.cumulative && at(place, true)
    if (other) offDifference(line, other, sayOther)
  }
  for (const flows of [months, cumulative]) {
    if (flows)
      lookAtTotals(flows, at('T', flows === cumulative), at('B', flows === cumulative), say)
  }
}

function lookAtTotals(
  { exports, imports }: Flows,
  total: Line | null | undefined,
  balance: Line | null | undefined,
  say: Say,
): void {
  const sums: [Line | null | undefined, 1 | -1, string][] = [
    [total, 1, 'exports and imports'],
    [balance, -1, 'exports less imports'],
  ]
  for (const [line, sign, words] of sums) {
    if (!line) continue
    const parts: Total['parts'] = [
      { line: exports, sign: 1 },
      { line: imports, sign },
    ]
    const of: Total = { total: line, parts, needsAll: true, words: () => words }
    const { fitting, misses } = compareTotal(of)
    // Where most do not fit they are no total and parts, whatever their codes say.
    if (misses.length > fitting && misses.length > 2) continue
    for (const miss of misses) sayMiss(miss, say)
  }
}
