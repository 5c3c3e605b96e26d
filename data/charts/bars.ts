import { annotationShapes } from './annotate.ts'
import { type Chart, DEPTH, type Layer, layout, type Parts, rangeOf } from './chart.ts'
import type { Key } from './drawing.ts'
import { disjoint, type Figure, type Line, lengthOf } from './figures.ts'
import type { Frame } from './frame.ts'
import { holeShapes } from './holes.ts'
import { drawEndLabels, type EndLabel, endLines, endMargin } from './labels.ts'
import { arrow, bar, crisp, outline, point, type Shape, line as stroke, text } from './marks.ts'
import { fontOf, measureText } from './measure.ts'
import { boxOf, type Placer, placer } from './place.ts'
import { type Slot, slotsOf } from './slots.ts'
import { exactText, type Placed, shortText, stopsOf, wordsOf } from './stops.ts'

/** What the lines are to the chart. */
interface Cast {
  parts: Line[]
  total: Line | undefined
  balance: Line | undefined
  mirrors: Line[]
}

function castOf(lines: Line[]): Cast {
  const parts = lines.filter((l) => !['total', 'balance', 'mirror'].includes(l.role ?? ''))
  const total = lines.find((l) => l.role === 'total')
  return {
    parts: parts.length === 0 && total ? [total] : parts,
    total: parts.length === 0 ? undefined : total,
    balance: lines.find((l) => l.role === 'balance'),
    mirrors: lines.filter((l) => l.role === 'mirror'),
  }
}

/** Parts are stacked where the panel says so; several lines without that word stand side by side. */
const isStacked = (cast: Cast): boolean => cast.parts.some((l) => l.role === 'stack')

/** As high as the monthly average where the axis is per month, so that the area is the amount. */
const heightOf = (chart: Chart, figure: Figure): number =>
  chart.panel.perMonth ? figure.value / lengthOf(figure) : figure.value

/** An annual figure that covers part of its year: drawn hollow, with the count of its months. */
function monthsOfYear(line: Line, figure: Figure): number | undefined {
  const months = Math.round(lengthOf(figure))
  const isLast = line.figures.at(-1) === figure
  return line.columns.frequency === 'A' && isLast && months < 12 ? months : undefined
}

/** Bars as wide as their periods: stacked, side by side or single, with a small panel for the balance. */
export function drawBars(chart: Chart): Parts {
  const { look, tokens } = chart
  const cast = castOf(chart.lines)
  const stacked = isStacked(cast) || cast.parts.length <= 1
  const slots = stacked
    ? slotsOf(cast.parts, cast.total)
    : cast.parts.flatMap((line) => slotsOf([line], undefined))
  const range = rangeOf(chart.lines, look)
  const values = slots.flatMap((slot) => [
    slot.parts.reduce((sum, p) => sum + Math.max(0, heightOf(chart, p.figure)), 0),
    slot.parts.reduce((sum, p) => sum + Math.min(0, heightOf(chart, p.figure)), 0),
    slot.isTotalOnly && slot.total ? heightOf(chart, slot.total.figure) : 0,
  ])
  for (const line of cast.mirrors) values.push(...line.figures.map((f) => heightOf(chart, f)))
  const balances = disjoint(cast.balance?.figures ?? [])
  const ends = endLabelsOf(chart, cast, slots, stacked)
  const { main, lower } = layout(chart, {
    range,
    values,
    right: look.phone ? 14 : endMargin(ends),
    ...(balances.length > 0 ? { lower: balances.map((f) => heightOf(chart, f)) } : {}),
  })
  const draw = sheet(chart, main, stacked ? 1 : cast.parts.length, slots)
  const placed: Placed[] = []
  const under: Shape[] = []
  const labels: Shape[] = []
  const room = placer({
    ...main.box,
    top: chart.events.length > 0 ? main.box.top - 10 : 0,
    right: look.width,
  })
  for (const slot of slots) drawSlot(draw, slot, cast, placed, under, room)
  for (const line of cast.mirrors) drawMirror(draw, line, placed, labels, room)
  if (cast.parts.length === 1) valueLabels(draw, cast.parts[0]!, labels, room)
  for (const line of cast.mirrors) labels.push(...mirrorLabel(draw, line, room))
  const base = draw.unit
  under.push(...holeShapes(main, slots, base >= 12 ? base : 0, tokens))
  if (lower && cast.balance) drawBalance(draw, lower, cast.balance, balances, placed, labels)
  if (!look.phone) {
    labels.push(
      ...drawEndLabels(
        ends.map((end) => ({ ...end, x: main.box.right, y: main.y(end.y) })),
        main.box.right,
        main.box.top - 6,
        main.box.bottom,
        tokens,
      ),
    )
    const last = balances.at(-1)
    if (lower && cast.balance && last) labels.push(balanceLabel(draw, lower, cast.balance, last))
  } else if (cast.total || cast.parts.length > 1) {
    chart.notes.push(...lastWords(chart, cast, slots))
  }
  labels.push(
    ...annotationShapes(chart, main, room, (line, figure) => ({
      x: main.x((figure.from + figure.to) / 2),
      y: topOf(draw, slots, line, figure),
    })),
  )
  const layers: Layer[] = [
    { name: 'bars', z: DEPTH.marks, shapes: under },
    { name: 'labels', z: DEPTH.labels, shapes: labels },
  ]
  return {
    frames: lower ? [main, lower] : [main],
    layers,
    keys: keysOf(chart, cast, slots, balances),
    stops: stopsOf(chart, placed),
    range,
  }
}

/** What every bar needs to know of its chart. */
interface Sheet {
  chart: Chart
  frame: Frame
  /** Months of most figures, and the pixels left free between two bars. */
  unit: number
  gap: number
  side: number
}

function sheet(chart: Chart, frame: Frame, side: number, slots: Slot[]): Sheet {
  const lengths = slots.map(({ from, to }) => to - from).sort((a, b) => a - b)
  const unit = Math.round(lengths[Math.floor(lengths.length / 2)] ?? 1)
  const pixels = frame.x(frame.time.min + unit) - frame.box.left
  const gap = pixels < 6 ? 0.6 : pixels < 24 ? Math.max(1, pixels * 0.1) : pixels * 0.3
  return { chart, frame, unit, gap, side }
}

/** Left and right edge in pixels, clipped to the plot; whole pixels where bars are wide enough. */
function edges({ frame, gap }: Sheet, from: number, to: number): [number, number] {
  const left = Math.max(frame.x(from), frame.box.left) + gap / 2
  const right = Math.min(frame.x(to), frame.box.right) - gap / 2
  return right - left < 5
    ? [left, Math.max(right, left + 0.5)]
    : [Math.round(left), Math.round(right)]
}

function drawSlot(
  sheet: Sheet,
  slot: Slot,
  cast: Cast,
  placed: Placed[],
  shapes: Shape[],
  room: Placer,
): void {
  const { chart, frame } = sheet
  let [left, right] = edges(sheet, slot.from, slot.to)
  const alone = slot.parts[0]
  if (sheet.side > 1 && alone) {
    const width = (right - left) / sheet.side
    const nth = cast.parts.indexOf(alone.line)
    ;[left, right] = [left + width * nth, left + width * (nth + 1) - (width > 8 ? 1 : 0.5)]
  }
  const x = (left + right) / 2
  let up = 0
  let down = 0
  const bottomOf = (v: number): number => (frame.value.log ? frame.box.bottom : frame.y(v))
  for (const { line, figure } of slot.parts) {
    const height = heightOf(chart, figure)
    const from = height < 0 ? down : up
    const y0 = bottomOf(from)
    const y1 = frame.y(from + height)
    const hollow = figure.doubtful || monthsOfYear(line, figure) !== undefined
    shapes.push(bar(left, right, y0, y1, line.ink.mark, hollow))
    if (height < 0) down += height
    else up += height
    placed.push({ line, figure, x, y: y1, mark: hollow ? 'hollow' : 'bar' })
    if (slot.parts.length === 1) shapes.push(...doubts(sheet, line, figure, left, right, y1))
  }
  if (slot.total) {
    const { line, figure } = slot.total
    const y = frame.y(slot.isTotalOnly ? heightOf(chart, figure) : up)
    if (slot.isTotalOnly) shapes.push(outline(left, right, bottomOf(0), y, chart.tokens.ink2))
    placed.push({ line, figure, x, y, mark: slot.isTotalOnly ? 'outline' : 'bar' })
    up = Math.max(up, heightOf(chart, figure))
  }
  room.block({
    left: left - 1,
    right: right + 1,
    top: frame.y(up),
    bottom: frame.y(Math.min(0, down)),
  })
}

/** Other releases as thin strokes across the bar, and an arrow on a bound. */
function doubts(
  { chart, frame }: Sheet,
  line: Line,
  figure: Figure,
  left: number,
  right: number,
  y: number,
): Shape[] {
  const shapes: Shape[] = []
  const share = heightOf(chart, figure) / figure.value
  for (const other of figure.others) {
    const at = frame.y(other * share)
    if (Math.abs(at - y) < 2) continue
    const reach = Math.min(4, (right - left) * 0.15)
    shapes.push(
      stroke(
        [
          [left - reach, crisp(at)],
          [right + reach, crisp(at)],
        ],
        chart.tokens.ink3,
        1.2,
      ),
    )
  }
  if (figure.bound && figure.bound !== '~') {
    const isUp = figure.bound.startsWith('>')
    shapes.push(
      ...arrow(
        (left + right) / 2,
        isUp ? y : y + 1,
        isUp,
        isUp ? line.ink.mark : chart.tokens.panel,
      ),
    )
  }
  return shapes
}

function drawMirror(
  sheet: Sheet,
  line: Line,
  placed: Placed[],
  labels: Shape[],
  room: Placer,
): void {
  const { chart, frame } = sheet
  for (const figure of disjoint(line.figures)) {
    const x = frame.x((figure.from + figure.to) / 2)
    const y = frame.y(heightOf(chart, figure))
    labels.push(
      point(x, y, line.ink.mark, chart.tokens.panel, {
        marker: 'diamond',
        size: 4.6,
        isOpen: true,
      }),
    )
    room.block({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }, 3)
    placed.push({ line, figure, x, y, mark: 'diamond' })
  }
}

/** The mirror's name and value once, at the first diamond that has room for it. */
function mirrorLabel({ chart, frame }: Sheet, line: Line, room: Placer): Shape[] {
  if (chart.look.phone) return []
  for (const figure of line.figures) {
    const words = `${line.label} ${shortText(line, figure)}`
    const at = frame.x((figure.from + figure.to) / 2)
    const top = frame.y(heightOf(chart, figure))
    const tries = [16, 32, 44].flatMap((lift) =>
      (['center', 'left', 'right'] as const).map((align) => ({
        x: align === 'center' ? at : align === 'left' ? at - 6 : at + 6,
        y: top - lift,
        align,
      })),
    )
    const chosen = room.place(tries.map((place) => boxOf([words], place, 600, 13)))
    const place = chosen === undefined ? undefined : tries[chosen]
    if (!place) continue
    const { x, y, align } = place
    const halo = chart.tokens.panel
    return [text(words, x, y, line.ink.text, { align, weight: 600, size: 13, halo })]
  }
  return []
}

/** The amount over each bar of a single series where bars are wide enough; on phones the last one only. */
function valueLabels(sheet: Sheet, line: Line, labels: Shape[], room: Placer): void {
  const { chart, frame, unit } = sheet
  const figures = disjoint(line.figures)
  const pitch = frame.x(frame.time.min + unit) - frame.box.left
  const font = fontOf(13, 600)
  const widest = Math.max(0, ...figures.map((f) => measureText(shortText(line, f), font)))
  const all = pitch >= Math.max(34, widest + 4) && !chart.look.phone
  if (!all && unit < 12 && !chart.look.phone) return
  for (const figure of all ? figures : figures.slice(-1)) {
    const value = heightOf(chart, figure)
    const [left, right] = edges(sheet, figure.from, figure.to)
    const months = monthsOfYear(line, figure)
    const lift = figure.bound && figure.bound !== '~' && figure.bound.startsWith('>') ? 16 : 0
    const words = [shortText(line, figure), ...(months ? [`${months} of 12`, 'months'] : [])]
    const highest = Math.max(value, ...figure.others.map((o) => (o * value) / figure.value))
    const y =
      (value < 0 ? frame.y(value) + 11 : frame.y(highest) - 10 - lift) - (words.length - 1) * 15
    const x = Math.min((left + right) / 2, chart.look.width - measureText(words[0]!, font) / 2)
    const tries = value < 0 ? [y] : [y, y - 8, y - 14]
    const chosen = room.place(
      tries.map((at) => boxOf(words, { x, y: at, align: 'center' }, 600, 13)),
      60,
    )
    if (chosen === undefined) continue
    words.forEach((entry, i) => {
      const at = (tries[chosen] ?? y) + i * 15
      labels.push(
        text(entry, x, at, chart.tokens.ink, {
          align: 'center',
          size: 13,
          weight: i === 0 ? 600 : 400,
          halo: chart.tokens.panel,
        }),
      )
    })
  }
}

function drawBalance(
  sheet: Sheet,
  lower: Frame,
  line: Line,
  figures: Figure[],
  placed: Placed[],
  labels: Shape[],
): void {
  const { chart } = sheet
  for (const figure of figures) {
    const [left, right] = edges({ ...sheet, frame: lower }, figure.from, figure.to)
    const y = lower.y(heightOf(chart, figure))
    labels.push(bar(left, right, lower.y(0), y, line.ink.mark, figure.doubtful))
    placed.push({
      line,
      figure,
      x: (left + right) / 2,
      y,
      mark: figure.doubtful ? 'hollow' : 'bar',
    })
  }
  const y = crisp(lower.y(0))
  labels.push(
    stroke(
      [
        [lower.box.left, y],
        [lower.box.right, y],
      ],
      chart.tokens.zero,
      1,
    ),
  )
  labels.push(
    text(line.label, lower.box.left + 2, lower.box.top - 13, chart.tokens.ink, {
      size: 13,
      weight: 600,
      halo: chart.tokens.panel,
    }),
  )
}

function balanceLabel({ chart }: Sheet, lower: Frame, line: Line, last: Figure): Shape {
  const y = Math.min(lower.y(heightOf(chart, last) / 2), lower.box.bottom - 6)
  return text(
    shortText(line, last),
    lower.box.right + 10,
    Math.max(y, lower.box.top + 6),
    line.ink.text,
    {
      weight: 700,
      halo: chart.tokens.panel,
    },
  )
}

/** Labels beside the last bar: the period with the amount in all, then each part. `y` is a value. */
function endLabelsOf(chart: Chart, cast: Cast, slots: Slot[], stacked: boolean): EndLabel[] {
  const last = slots.at(-1)
  if (!last || (cast.parts.length === 1 && !cast.total && sheetUnit(slots) >= 12)) return []
  const { tokens, panel } = chart
  const labels: EndLabel[] = []
  let up = 0
  const tops = stacked ? last.parts : slots.filter((s) => s.to === last.to).flatMap((s) => s.parts)
  for (const { line, figure } of tops) {
    const height = heightOf(chart, figure)
    const y = stacked ? up + height / 2 : height
    up += height
    const value = shortText(line, figure, figure.value, cast.parts.length === 1 ? panel.unit : '')
    const name = cast.parts.length === 1 ? wordsOf(line, figure) : line.label
    labels.push({ x: 0, y, colour: line.ink.text, lines: endLines(name, value, 600, 104) })
  }
  const whole = last.total ?? (stacked && last.parts.length > 1 ? sumOf(last) : undefined)
  if (whole) {
    const { line, figure } = whole
    labels.push({
      x: 0,
      y: Math.max(up, heightOf(chart, figure)),
      colour: tokens.ink,
      lines: [
        { words: wordsOf(line, figure), weight: 400, colour: tokens.ink2 },
        { words: `${shortText(line, figure, figure.value, panel.unit)} in all`, weight: 700 },
      ],
    })
  }
  return labels
}

const sheetUnit = (slots: Slot[]): number => {
  const lengths = slots.map(({ from, to }) => to - from).sort((a, b) => a - b)
  return Math.round(lengths[Math.floor(lengths.length / 2)] ?? 1)
}

/** The sum of the parts, where no source states the total. */
function sumOf({ parts }: Slot): { line: Line; figure: Figure } | undefined {
  const first = parts[0]
  if (!first || parts.some((p) => p.line.columns.additive !== 'sum')) return undefined
  const value = parts.reduce((sum, p) => sum + p.figure.value, 0)
  return { line: first.line, figure: { ...first.figure, value, told: value, decimals: -1 } }
}

/** On phones the last figures are said in words, for want of room beside the bars. */
function lastWords(chart: Chart, cast: Cast, slots: Slot[]): string[] {
  const last = slots.at(-1)
  const whole = last && (last.total ?? sumOf(last))
  if (!last || !whole) return []
  const parts = last.parts.map(({ line, figure }) => `${line.label} ${exactText(line, figure)}`)
  const unit = chart.panel.unit
  void cast
  return [
    `${wordsOf(whole.line, whole.figure)}: ${shortText(whole.line, whole.figure, whole.figure.value, unit)} in all${parts.length ? `; ${parts.join(', ')}` : ''}.`,
  ]
}

/** The height in pixels of what is drawn at a figure's place. */
function topOf({ chart, frame }: Sheet, slots: Slot[], line: Line, figure: Figure): number {
  const slot = slots.find((s) => s.from <= figure.from + 1e-9 && s.to >= figure.to - 1e-9)
  if (!slot || line.role === 'balance') return frame.y(heightOf(chart, figure))
  const parts = slot.parts.reduce((sum, p) => sum + heightOf(chart, p.figure), 0)
  return frame.y(slot.isTotalOnly && slot.total ? heightOf(chart, slot.total.figure) : parts)
}

function keysOf(chart: Chart, cast: Cast, slots: Slot[], balances: Figure[]): Key[] {
  const { tokens } = chart
  const keys: Key[] = []
  const several = cast.parts.length > 1 || cast.total || cast.mirrors.length > 0 || cast.balance
  const listed = isStacked(cast) ? [...cast.parts].reverse() : cast.parts
  if (several) {
    for (const l of listed)
      keys.push({ mark: 'bar', colour: l.ink.mark, label: l.label, series: l.id })
  }
  if (cast.balance && balances.length > 0) {
    const label = cast.balance.label.split(':')[0] ?? cast.balance.label
    keys.push({ mark: 'bar', colour: cast.balance.ink.mark, label, series: cast.balance.id })
  }
  const drawn = slots.flatMap((s) => s.parts)
  const marks = (test: (status: string, note: string) => boolean): boolean =>
    drawn.some(
      ({ line: { columns }, figure }) =>
        figure.doubtful &&
        test(columns.status[figure.index] ?? '', columns.notes?.[figure.index] ?? ''),
    )
  const isDerived = (_: string, note: string) => /^derived/i.test(note)
  const isProvisional = (status: string) => /p/i.test(status)
  const kinds = [
    marks(isDerived) ? 'Derived from cumulative figures' : '',
    marks((status, note) => !isDerived(status, note) && !isProvisional(status)) ? 'Estimated' : '',
    marks((status, note) => !isDerived(status, note) && isProvisional(status)) ? 'Provisional' : '',
  ].filter(Boolean)
  if (kinds.length > 0) {
    keys.push({
      mark: 'hollow',
      colour: several ? tokens.ink2 : drawn[0]!.line.ink.mark,
      label: kinds.join(', ').replace(/, (\w)/g, (_, c: string) => `, ${c.toLowerCase()}`),
      series: null,
    })
  }
  if (slots.some((s) => s.isTotalOnly)) {
    keys.push({
      mark: 'outline',
      colour: tokens.ink2,
      label: 'Only the total published',
      series: cast.total?.id ?? null,
    })
  }
  if (drawn.some(({ figure }) => figure.others.length > 0) && cast.parts.length === 1) {
    keys.push({ mark: 'stroke', colour: tokens.ink3, label: 'Another release', series: null })
  }
  for (const l of cast.mirrors)
    keys.push({ mark: 'diamond', colour: l.ink.mark, label: l.label, series: l.id })
  if (drawn.some(({ figure }) => figure.bound?.startsWith('>'))) {
    keys.push({ mark: 'up', colour: tokens.ink2, label: 'More than', series: null })
  }
  return keys
}
