import type { Cast } from './cast.ts'
import type { Chart } from './chart.ts'
import type { Key } from './drawing.ts'
import type { Figure, Line } from './figures.ts'
import { doubtKeys } from './keys.ts'
import type { Slot } from './slots.ts'

/** Parts as they are stacked, from the top down; then what hollow, outlined and other marks mean. */
export function barKeys(
  { tokens, panel }: Chart,
  cast: Cast,
  slots: Slot[],
  balances: Figure[],
): Key[] {
  const { parts, total, balance, mirrors } = cast
  const isSeveral =
    parts.length > 1 || mirrors.length > 0 || total !== undefined || balance !== undefined
  const listed = cast.isStacked ? [...parts].reverse() : parts
  const keyOf = ({ ink, label, id }: Line): Key => ({
    mark: 'bar',
    colour: ink.mark,
    label,
    series: id,
  })
  const keys = isSeveral ? listed.map(keyOf) : []
  if (balance && balances.length > 0) {
    keys.push({ ...keyOf(balance), label: balance.label.split(':')[0] ?? balance.label })
  }
  const drawn = slots.flatMap((slot) => slot.parts)
  const inked = isSeveral ? tokens.ink2 : (parts[0]?.ink.mark ?? tokens.ink2)
  const doubts = doubtKeys(
    tokens,
    drawn.map(({ line, figure }) => ({ line, figures: [figure] })),
    'hollow',
    inked,
  )
  keys.push(...doubts.filter(({ mark }) => mark === 'hollow'))
  if (slots.some((slot) => slot.isTotalOnly)) {
    const label = panel.perMonth ? 'Only the total published' : 'Only the total known'
    keys.push({ mark: 'outline', colour: tokens.ink2, label, series: total?.id ?? null })
  }
  if (parts.length === 1 && drawn.some(({ figure }) => figure.others.length > 0)) {
    keys.push({ mark: 'stroke', colour: tokens.ink3, label: 'Another release', series: null })
  }
  keys.push(...mirrors.map((line): Key => ({ ...keyOf(line), mark: 'diamond' })))
  return [...keys, ...(parts.length === 1 ? doubts.filter(({ mark }) => mark !== 'hollow') : [])]
}
