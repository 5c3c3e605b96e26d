import { type Chart, DEPTH, type Parts } from './chart.ts'
import type { Key } from './drawing.ts'
import type { Figure, Line } from './figures.ts'
import { frameOf } from './frame.ts'
import { doubtKeys } from './keys.ts'
import { bar, crisp, type Shape, line as stroke, text } from './marks.ts'
import { fontOf, measureText, wrapText } from './measure.ts'
import { type Placed, shortText, stopsOf, wordsOf } from './stops.ts'

const SIZE = 13.5
const isRest = ({ label, columns }: Line): boolean =>
  /^(all )?others?\b/i.test(label) || Object.values(columns.dimensions).includes('other')

const isHedged = ({ bound }: Figure): boolean => bound !== null && bound !== '~'

/** Bars from left to right, the largest on top, each series at its last period; the rest comes last. */
export function drawRanked(chart: Chart): Parts {
  const { look, tokens, panel } = chart
  const rows = chart.lines
    .flatMap((line): { line: Line; figure: Figure }[] => {
      const figure = line.figures.at(-1)
      return figure ? [{ line, figure }] : []
    })
    .sort(
      (a, b) => Number(isRest(a.line)) - Number(isRest(b.line)) || b.figure.value - a.figure.value,
    )
  const periods = new Set(rows.map(({ figure }) => `${figure.first}/${figure.last}`))
  const isMixed = periods.size > 1
  const usual = commonest(rows.map(({ line, figure }) => wordsOf(line, figure)))
  const nameFont = fontOf(SIZE, 400)
  const most = look.width * (look.phone ? 0.38 : 0.34)
  const names = rows.map(({ line }) => wrapText(line.label, most, nameFont))
  const left = Math.ceil(Math.max(40, ...names.flat().map((n) => measureText(n, nameFont)))) + 12
  const tails = rows.map(({ line, figure }) => ({
    value: shortText(line, figure, figure.value, panel.unit),
    when: isMixed && wordsOf(line, figure) !== usual ? wordsOf(line, figure) : '',
  }))
  const widthOf = ({ value, when }: { value: string; when: string }): number =>
    measureText(value, fontOf(SIZE, 600)) + (when ? measureText(when, fontOf(13)) + 8 : 0)
  const values = rows.map(({ figure }) => figure.value)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values) || 1
  // As long as the longest bar that still has room for what stands behind it.
  const scale = Math.min(
    ...rows.map(({ figure }, i) => {
      const share = (Math.max(0, figure.value) - low) / (high - low)
      const free =
        look.width - left - widthOf(tails[i]!) - (figure.bound?.startsWith('>') ? 24 : 10)
      return share > 0 ? free / share : Number.POSITIVE_INFINITY
    }),
    look.width - left - 40,
  )
  const right = left + scale
  const x = (value: number): number => left + ((value - low) / (high - low)) * scale
  const top = 8
  const pitch = (look.height - top - 8) / Math.max(1, rows.length)
  const height = Math.min(28, pitch * 0.62)
  const marks: Shape[] = []
  const labels: Shape[] = []
  const placed: Placed[] = []
  rows.forEach(({ line, figure }, i) => {
    const middle = top + pitch * (i + 0.5)
    const [from, to] = [Math.min(x(0), x(figure.value)), Math.max(x(0), x(figure.value))]
    const [y0, y1] = [Math.round(middle - height / 2), Math.round(middle + height / 2)]
    marks.push(bar(from, Math.max(to, from + 1), y0, y1, line.ink.mark, figure.doubtful))
    placed.push({ line, figure, x: to, y: y0, mark: figure.doubtful ? 'hollow' : 'bar' })
    names[i]!.forEach((words, n) => {
      const y = middle + (n - (names[i]!.length - 1) / 2) * 16
      const form = {
        align: 'right' as const,
        size: SIZE,
        weight: line.role === 'subject' ? (600 as const) : (400 as const),
      }
      labels.push(text(words, left - 12, y, tokens.ink, form))
    })
    const isMore = figure.bound?.startsWith('>') ?? false
    if (isHedged(figure) && (isMore || to - from > 24)) {
      const colour = isMore || figure.doubtful ? line.ink.mark : tokens.panel
      marks.push(...sideArrow(to, middle, isMore, colour))
    }
    const at = to + (isMore ? 22 : 8)
    const { value, when } = tails[i]!
    labels.push(text(value, at, middle, line.ink.text, { size: SIZE, weight: 600 }))
    if (when) {
      const after = at + measureText(value, fontOf(SIZE, 600)) + 8
      labels.push(text(when, after, middle, tokens.ink2, { size: 13 }))
    }
  })
  const zero = crisp(x(0))
  marks.push(
    stroke(
      [
        [zero, top],
        [zero, look.height - 8],
      ],
      tokens.zero,
      1,
    ),
  )
  if (isMixed) chart.notes.push(`Figures are for ${usual} where no other period is given.`)
  const box = { left, right, top, bottom: look.height - 8 }
  const frame = frameOf(
    box,
    { min: low, max: high, ticks: [], labels: [] },
    { min: 0, max: 1, ticks: [], labels: [], log: false },
  )
  // Bounds say themselves in the label of the bar.
  const drawn = rows.map(({ line, figure }) => ({ line, figures: [figure] }))
  const keys: Key[] = doubtKeys(chart.tokens, drawn, 'hollow').filter(
    ({ mark }) => mark === 'hollow',
  )
  return {
    frames: [frame],
    layers: [
      { name: 'bars', z: DEPTH.marks, shapes: marks },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys,
    stops: () => inOrder(stopsOf(chart, placed), placed),
    range: null,
  }
}

/** The text that stands most often, the first of equals. */
function commonest(texts: string[]): string {
  const counts = new Map<string, number>()
  for (const words of texts) counts.set(words, (counts.get(words) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])[0]
}

/** One stop a bar, from the top down, placed at its end. */
function inOrder(stops: ReturnType<typeof stopsOf>, placed: Placed[]) {
  return placed.flatMap(({ line, figure, x, y }) => {
    const stop = stops.find((s) => s.first === figure.first && s.last === figure.last)
    const row = stop?.rows.find((r) => r.series === line.id)
    return stop && row ? [{ ...stop, x, y, rows: [row] }] : []
  })
}

/** A bound on a bar that lies: the arrow points away from zero for "more than", into the bar for "less". */
function sideArrow(to: number, y: number, isMore: boolean, colour: string): Shape[] {
  const [from, tip] = isMore ? [to, to + 15] : [to - 3, to - 17]
  const back = isMore ? tip - 5 : tip + 5
  return [
    stroke(
      [
        [from, y],
        [tip, y],
      ],
      colour,
      1.8,
    ),
    stroke(
      [
        [back, y - 4.5],
        [tip, y],
        [back, y + 4.5],
      ],
      colour,
      1.8,
    ),
  ]
}
