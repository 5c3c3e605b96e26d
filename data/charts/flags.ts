import type { TradeEvent } from '../model/dashboard.ts'
import { parseDay } from '../model/day.ts'
import type { Flag } from './drawing.ts'
import type { Frame } from './frame.ts'
import { line, type Point, rect, type Shape, text } from './marks.ts'
import { fontOf, measureText } from './measure.ts'
import { type Box, type Placer, placer } from './place.ts'
import { timeAt } from './time.ts'
import type { ChartTokens } from './tokens.ts'

const CLOSE = 19
const HEIGHT = 17
const LIFT = 5

const halfOf = (label: string): number =>
  Math.max(HEIGHT, measureText(label, fontOf(12, 700)) + 9) / 2

/** Numbered flags for the events in sight; those closer than 19 pixels share one. */
export function flagsOf(events: TradeEvent[], frame: Frame): Flag[] {
  const flags: (Flag & { places: number[] })[] = []
  let number = 0
  for (const event of events) {
    const day = parseDay(event.date)
    const time = day === undefined ? Number.NaN : timeAt(day)
    if (!(time >= frame.time.min && time <= frame.time.max)) continue
    number++
    const x = Math.round(frame.x(time)) + 0.5
    const before = flags.at(-1)
    if (before && x - (before.places.at(-1) ?? 0) < CLOSE) {
      before.events.push(event)
      before.places.push(x)
      before.label = `${before.number}–${number}`
      before.x = (before.places[0]! + x) / 2
    } else flags.push({ number, label: String(number), events: [event], x, places: [x] })
  }
  return flags.map(({ places: _, ...flag }) => flag)
}

/** Dotted rules through the plots, one for each event. */
export function flagRules(
  flags: Flag[],
  frame: Frame,
  bottom: number,
  tokens: ChartTokens,
): Shape[] {
  return flags.flatMap(({ events }) =>
    events.map(({ date }) => {
      const x = Math.round(frame.x(timeAt(parseDay(date) ?? 0))) + 0.5
      const points: Point[] = [
        [x, frame.box.top - LIFT],
        [x, bottom],
      ]
      return line(points, tokens.event, 1.1, { lineDash: [2, 3] })
    }),
  )
}

/** The flags themselves, over the plot. */
export function flagShapes(flags: Flag[], frame: Frame, tokens: ChartTokens): Shape[] {
  const top = frame.box.top - LIFT - HEIGHT
  return flags.flatMap(({ label, x }) => {
    const half = halfOf(label)
    return [
      rect(x - half, top, x + half, top + HEIGHT, { fill: tokens.event }),
      text(label, x, top + HEIGHT / 2 + 0.5, tokens.onEvent, {
        align: 'center',
        size: 12,
        weight: 700,
      }),
    ]
  })
}

/** Where labels may stand: in the plot and over it beside the flags, to `right` if they may leave it. */
export function roomFor(events: TradeEvent[], frame: Frame, right = frame.box.right + 4): Placer {
  const inside: Box = { ...frame.box, top: 0, right }
  const room = placer(inside)
  for (const { label, x } of flagsOf(events, frame)) {
    const half = halfOf(label) + 2
    room.block({ left: x - half, right: x + half, top: 0, bottom: frame.box.top - LIFT + 2 }, 9)
  }
  return room
}
