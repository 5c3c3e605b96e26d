import type { SeriesDraft } from '../model/batch.ts'
import { lookUp } from '../model/look-up.ts'
import { isWhole } from '../model/whole.ts'
import type { Line, Say } from './line.ts'
import { compareTotal, type Miss, sayMiss, type Total } from './totals.ts'

/** Comparisons that must fit before one that does not counts, for each that does not. */
const FITTING = 4

interface Group {
  whole?: Line
  levels: Map<number, Line[]>
}

/**
 * The world and its countries, all goods and their chapters: where the parts come to their total nearly
 * everywhere, they are all there, and where they do not then, something is wrong. Codes that hold others,
 * as a union holds its members, are no parts beside these.
 */
export function lookAtBreakdown(
  dimension: string,
  lines: readonly Line[],
  groups: ReadonlySet<string>,
  say: Say,
): void {
  const hasGroups = lines.some((line) => groups.has(codeIn(line, dimension)))
  const misses =
    missesAmong(dimension, lines) ??
    (hasGroups
      ? missesAmong(
          dimension,
          lines.filter((line) => !groups.has(codeIn(line, dimension))),
        )
      : undefined)
  for (const miss of misses ?? []) sayMiss(miss, say)
}

const codeIn = (line: Line, dimension: string): string =>
  lookUp(line.draft.dimensions, dimension) ?? ''

/** Where totals are not the sums of their parts; undefined where they are that too rarely. */
function missesAmong(dimension: string, lines: readonly Line[]): Miss[] | undefined {
  const misses: Miss[] = []
  let fitting = 0
  for (const { whole, levels } of groupsOf(dimension, lines)) {
    if (!whole) continue
    for (const parts of levels.values()) {
      const found = compareTotal(totalOf(whole, parts, dimension))
      fitting += found.fitting
      misses.push(...found.misses)
    }
  }
  return fitting > 0 && fitting >= FITTING * misses.length ? misses : undefined
}

function groupsOf(dimension: string, lines: readonly Line[]): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const code = codeIn(line, dimension)
    const name = `${line.cumulative}\n${besides(line.draft, dimension)}`
    let group = groups.get(name)
    if (!group) {
      group = { levels: new Map() }
      groups.set(name, group)
    }
    if (isWhole(dimension, code)) group.whole = line
    else if (code !== '') {
      const level = group.levels.get(levelOf(code))
      if (level) level.push(line)
      else group.levels.set(levelOf(code), [line])
    }
  }
  return groups.values()
}

const totalOf = (total: Line, parts: Line[], dimension: string): Total => ({
  total,
  parts: parts.map((line) => ({ line, sign: 1 })),
  needsAll: false,
  words: (told) =>
    `${told < parts.length ? `${told} of ` : ''}the ${parts.length} series by ${dimension} beside it`,
})

/** Chapters and headings, codes of two and of four digits, both come to all goods: each level by itself. */
const levelOf = (code: string): number => (/^\d+$/.test(code) ? code.length : 0)

/** What a series says besides one of its dimensions: alike for the parts of one total. */
export function besides({ unit, dimensions }: SeriesDraft, dimension: string): string {
  let name = `${unit}`
  for (const id of Object.keys(dimensions).sort()) {
    if (id !== dimension) name += `\n${id}=${dimensions[id]}`
  }
  return name
}
