import fc from 'fast-check'
import type { Choice, Cube } from './office.ts'

/** How two rows of names tell the periods of columns. */
export const heads = fc.record({
  order: fc.constantFrom('years over pieces', 'pieces over years'),
  /** What several columns share stands over the first of them only. */
  merged: fc.boolean(),
  /** The heading of the rows stands in the upper row of names. */
  above: fc.boolean(),
})
export type Heads = typeof heads extends fc.Arbitrary<infer T> ? T : never

/** A year and what is left of a period's text without it: `January` of `January 2023`. */
function partsOf({ period, text }: Cube['periods'][number]): [year: string, piece: string] {
  const year = period.slice(0, 4)
  const short = new RegExp(`(?<=\\D\\D)\\D?${year.slice(2)}$`)
  const piece = text.replace(year, '').replace(short, '')
  // `01.02.2023` is a month by its first day.
  return [year, piece.replace(/^01\.(?=\d)|^[\s年년./-]+/, '').replace(/[\s./-]+$/, '')]
}

/** Periods across in two rows of names, by year or by piece of a year. */
export const twoRowHeads =
  ({ order, merged, above }: Heads) =>
  (choice: Choice, { language, partners, goods, periods, cell }: Cube): string[][] => {
    const all = periods.map((one) => ({ period: one.period, parts: partsOf(one) }))
    const isByPiece = order === 'pieces over years'
    if (isByPiece) all.sort((a, b) => a.period.slice(4).localeCompare(b.period.slice(4)))
    const upper = all.map(({ parts }) => parts[isByPiece ? 1 : 0])
    const lower = all.map(({ parts }) => parts[isByPiece ? 0 : 1])
    const fixed = [language.partner, ...(goods[0] ? [language.commodity] : [])]
    const blank = fixed.map(() => '')
    const over = upper.map((name, i) => (merged && name === upper[i - 1] ? '' : name))
    const rows = partners.flatMap((partner) =>
      goods.map((good, g) => [
        choice.grouped && g > 0 ? '' : (language.names[partner] ?? language.world),
        ...(good ? [good] : []),
        ...all.map(({ period }) => cell(partner, good, undefined, period)),
      ]),
    )
    return [[...(above ? fixed : blank), ...over], [...(above ? blank : fixed), ...lower], ...rows]
  }
