import type { Role } from '../../model/report.ts'
import { hasCode } from '../codes/codes.ts'
import { areOne, type ColumnFacts } from '../facts.ts'
import type { Settling } from './settling.ts'

/** Endings by which data for models of trade tell its two sides apart: origin and destination, i and j. */
const ENDINGS: readonly [string, string, Role, Role][] = [
  ['_o', '_d', 'dimension:exporter', 'dimension:importer'],
  ['_i', '_j', 'dimension:reporter', 'dimension:partner'],
]

/** Of columns that differ in such an ending the pair that names countries best; pairs that say the same again are left out. */
export function settleSides(settling: Settling): void {
  const { facts, roles, says } = settling
  for (const [one, other, role, otherRole] of ENDINGS) {
    const pairs = pairsOf(settling, one, other)
    if (pairs.length === 0 || roles.includes(role) || roles.includes(otherRole)) continue
    const [from, to] = pairs.reduce((a, b) => (known(b) > known(a) ? b : a))
    roles[from.index] = role
    roles[to.index] = otherRole
    for (const pair of pairs)
      for (const [i, column] of pair.entries())
        if (areOne(facts, [from, to][i]!.index, column.index)) roles[column.index] ??= 'ignore'
    says.push(`“${from.name}” and “${to.name}” are the countries of both sides.`)
  }
}

type Pair = [ColumnFacts, ColumnFacts]

const MOST = 0.7

function pairsOf({ facts, roles }: Settling, one: string, other: string): Pair[] {
  return facts.columns.flatMap((from): Pair[] => {
    const name = from.name.endsWith(one) ? from.name.slice(0, -one.length) + other : undefined
    const to = facts.columns.find((column) => column.name === name)
    if (!to || roles[from.index] !== undefined || roles[to.index] !== undefined) return []
    const pair: Pair = [from, to]
    return known(pair) >= MOST ? [pair] : []
  })
}

/** The share of texts that are countries by a list of ours; numbers are none. */
function known(pair: Pair): number {
  const texts = pair.flatMap(({ distinct }) => [...distinct.keys()])
  const countries = texts.filter((text) => /^\p{L}{2}/u.test(text) && hasCode('reporter', text))
  return texts.length === 0 ? 0 : countries.length / texts.length
}
