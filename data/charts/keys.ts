import { isProvisional } from '../model/status.ts'
import type { Key, Mark } from './drawing.ts'
import type { Figure, Line } from './figures.ts'
import type { ChartTokens } from './tokens.ts'

const KINDS = ['Derived from cumulative figures', 'Estimated', 'Provisional'] as const

function kindOf(line: Line, figure: Figure): (typeof KINDS)[number] | undefined {
  if (!figure.doubtful) return undefined
  if (/^derived/i.test(line.columns.notes?.[figure.index] ?? '')) return KINDS[0]
  return isProvisional(line.columns.status[figure.index] ?? '') ? KINDS[2] : KINDS[1]
}

/** The key to hollow, open or dashed marks, in the words of the doubts that are there; and to bounds. */
export function doubtKeys(
  tokens: ChartTokens,
  drawn: { line: Line; figures: Figure[] }[],
  mark: Mark,
  colour: string = tokens.ink2,
): Key[] {
  const kinds = new Set<string>()
  const bounds = new Set<string>()
  for (const { line, figures } of drawn) {
    for (const figure of figures) {
      const kind = kindOf(line, figure)
      if (kind) kinds.add(kind)
      if (figure.bound && figure.bound !== '~') bounds.add(figure.bound[0]!)
    }
  }
  const words = KINDS.filter((kind) => kinds.has(kind)).map((kind, i) =>
    i === 0 ? kind : kind.toLowerCase(),
  )
  const keys: Key[] = []
  if (words.length > 0) keys.push({ mark, colour, label: words.join(' or '), series: null })
  if (bounds.has('>'))
    keys.push({ mark: 'up', colour: tokens.ink2, label: 'More than', series: null })
  if (bounds.has('<'))
    keys.push({ mark: 'down', colour: tokens.ink2, label: 'Less than', series: null })
  return keys
}
