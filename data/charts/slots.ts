import { disjoint, type Figure, type Line } from './figures.ts'

/** What stands at one place of a bar chart: parts on top of each other, or a total whose parts are not known. */
export interface Slot {
  from: number
  to: number
  parts: { line: Line; figure: Figure }[]
  total: { line: Line; figure: Figure } | undefined
  /** Only the total is known: an outline. */
  isTotalOnly: boolean
}

const key = (figure: Figure): string => `${figure.first}/${figure.last}`
const touches = (slots: Slot[], figure: Figure): boolean =>
  slots.some((slot) => figure.from < slot.to - 1e-9 && figure.to > slot.from + 1e-9)

/**
 * The slots of a stack. Parts are stacked only where all of them speak of the same period; days left
 * over get the total as an outline, or the parts that there are.
 */
export function slotsOf(parts: Line[], total: Line | undefined): Slot[] {
  const tables = parts.map(({ figures }) => new Map(figures.map((f) => [key(f), f])))
  const totals = new Map(total?.figures.map((f) => [key(f), f]))
  const shared = (parts[0]?.figures ?? []).filter((f) => tables.every((t) => t.has(key(f))))
  const totalOf = (figure: Figure) => {
    const found = totals.get(key(figure))
    return total && found ? { line: total, figure: found } : undefined
  }
  const slots: Slot[] = disjoint(shared).map((figure) => ({
    from: figure.from,
    to: figure.to,
    parts: parts.map((line, i) => ({ line, figure: tables[i]!.get(key(figure))! })),
    total: totalOf(figure),
    isTotalOnly: false,
  }))
  for (const figure of disjoint(total?.figures ?? [])) {
    if (!total || touches(slots, figure)) continue
    const { from, to } = figure
    slots.push({ from, to, parts: [], total: { line: total, figure }, isTotalOnly: true })
  }
  for (const line of parts) {
    for (const figure of disjoint(line.figures)) {
      const alike = slots.find(
        (s) => s.from === figure.from && s.to === figure.to && !s.isTotalOnly,
      )
      const isLone = alike !== undefined && !alike.parts.some((p) => p.line === line)
      if (isLone) alike.parts.push({ line, figure })
      else if (!touches(slots, figure)) {
        const { from, to } = figure
        slots.push({ from, to, parts: [{ line, figure }], total: undefined, isTotalOnly: false })
      }
    }
  }
  return slots.sort((a, b) => a.from - b.from)
}

/** Stretches between the first and the last figure that none of the lines covers, in months since 2000. */
export function holesOf(figures: { from: number; to: number }[]): { from: number; to: number }[] {
  const holes: { from: number; to: number }[] = []
  let end = Number.NaN
  for (const { from, to } of [...figures].sort((a, b) => a.from - b.from)) {
    if (from > end + 1e-6) holes.push({ from: end, to: from })
    end = Number.isNaN(end) ? to : Math.max(end, to)
  }
  return holes
}
