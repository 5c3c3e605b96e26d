import { lookUp } from '../model/look-up.ts'
import { isWhole } from '../model/whole.ts'
import type { Line, Say } from './line.ts'
import { compareTotal, type Miss, sayMiss, type Total } from './totals.ts'

/** Comparisons that must fit before one that does not counts, for each that does not. */
const FITTING = 4

/**
 * The world and its countries, all goods and their chapters: where the parts come to their total nearly
 * everywhere, they are all there, and where they do not then, something is wrong.
 */
export function lookAtBreakdown(dimension: string, lines: readonly Line[], say: Say): void {
  const groups = new Map<string, { whole?: Line; levels: Map<number, Line[]> }>()
  for (const line of lines) {
    const code = lookUp(line.draft.dimensions, dimension) ?? ''
    const name = groupOf(line, dimension)
    let group = groups.get(name)
    if (!group) {
      group = { levels: new Map() }
      groups.set(name, group)
    }
    if (isWhole(dimension, code)) group.whole = line
    else if (code !== '') {
      const level = levelOf(code)
      group.levels.set(level, [...(group.levels.get(level) ?? []), line])
    }
  }
  const misses: Miss[] = []
  let fitting = 0
  for (const { whole, levels } of groups.values()) {
    if (!whole) continue
    for (const parts of levels.values()) {
      const found = compareTotal(totalOf(whole, parts, dimension))
      fitting += found.fitting
      misses.push(...found.misses)
    }
  }
  if (fitting < FITTING * misses.length) return
  for (const miss of misses) sayMiss(miss, say)
}

const totalOf = (total: Line, parts: Line[], dimension: string): Total => ({
  total,
  parts: parts.map((line) => ({ line, sign: 1 })),
  needsAll: false,
  words: `the ${parts.length} series by ${dimension} beside it`,
})

/** Chapters and headings, codes of two and of four digits, both come to all goods: each level by itself. */
const levelOf = (code: string): number => (/^\d+$/.test(code) ? code.length : 0)

function groupOf({ draft: { unit, dimensions }, cumulative }: Line, dimension: string): string {
  let name = `${cumulative}\n${unit}`
  for (const id of Object.keys(dimensions).sort()) {
    if (id !== dimension) name += `\n${id}=${dimensions[id]}`
  }
  return name
}
