import type { Columns } from '../../data/model/columns.ts'
import { parsePeriod, wholeMonths } from '../../data/model/period.ts'

interface Piece {
  /** Share of the width. */
  from: number
  to: number
  /** Per month where the amounts add up, so that areas compare. */
  value: number | null
}

/** The figures of the first series placed along the width, holes of whole years included. */
function piecesOf(columns: Columns): Piece[] {
  const series = columns.series[0]
  if (!series) return []
  const figures = series.periods.flatMap((text, i) => {
    const period = parsePeriod(text)
    const value = series.values[i]
    if (!period || value === undefined) return []
    const months = series.additive === 'sum' && !series.cumulative ? wholeMonths(period) : undefined
    return [{ ...period, value: value === null ? null : value / (months ?? 1) }]
  })
  const first = Math.min(...figures.map((f) => f.first))
  const last = Math.max(...figures.map((f) => f.last)) + 1
  const place = (day: number) => (day - first) / (last - first)
  const pieces: Piece[] = []
  let end = first
  for (const { first: from, last: to, value } of figures) {
    // What a longer period covers already is not drawn again.
    if (to < end) continue
    if (from - end > 300) pieces.push({ from: place(end), to: place(from), value: null })
    pieces.push({ from: place(from), to: place(to + 1), value })
    end = Math.max(end, to + 1)
  }
  return pieces
}

const percent = (n: number): string => `${(n * 100).toFixed(2)}%`
const HEIGHT = 30

/** A small picture from zero, the last figure in full colour, missing years as dots. */
export function Sparkline({ columns, colour }: { columns: Columns; colour: string }) {
  const pieces = piecesOf(columns)
  const values = pieces.flatMap(({ value }) => value ?? [])
  if (values.length < 2) return null
  const top = Math.max(0, ...values)
  const bottom = Math.min(0, ...values)
  const y = (value: number) => 2 + ((top - value) / (top - bottom || 1)) * (HEIGHT - 4)
  const zero = y(0)
  const isBars = columns.series[0]?.additive === 'sum'
  const last = pieces.length - 1
  return (
    <svg class="sparkline" width="100%" height={HEIGHT} aria-hidden="true">
      {pieces.map(({ from, to, value }, i) => {
        const key = from
        const width = to - from
        const fade = i === last ? 1 : 0.45
        if (value === null)
          return (
            <line
              key={key}
              x1={percent(from + width * 0.2)}
              x2={percent(to - width * 0.2)}
              y1={zero - 1.5}
              y2={zero - 1.5}
              stroke="var(--ink-2)"
              stroke-width="3"
              stroke-dasharray="1 3"
            />
          )
        if (isBars)
          return (
            <rect
              key={key}
              x={percent(from + width * 0.12)}
              width={percent(width * 0.76)}
              y={Math.min(y(value), zero)}
              height={Math.max(1, Math.abs(y(value) - zero))}
              fill={colour}
              fill-opacity={fade}
            />
          )
        if (width > 0.04)
          return (
            <line
              key={key}
              x1={percent(from)}
              x2={percent(to)}
              y1={y(value)}
              y2={y(value)}
              stroke={colour}
              stroke-width={i === last ? 3 : 2}
            />
          )
        return (
          <circle
            key={key}
            cx={percent(Math.min(0.98, Math.max(0.02, (from + to) / 2)))}
            cy={y(value)}
            r={i === last ? 3.5 : 2}
            fill={colour}
          />
        )
      })}
      <line x1="0" x2="100%" y1={zero} y2={zero} stroke="var(--rule)" />
    </svg>
  )
}
