import type { TradeEvent } from '../model/dashboard.ts'
import { parseDay } from '../model/day.ts'
import type { Flag } from './drawing.ts'
import type { Frame } from './frame.ts'
import { line, type Point, rect, type Shape, text } from './marks.ts'
import { fontOf, measureText } from './measure.ts'
import { timeAt } from './time.ts'
import type { ChartTokens } from './tokens.ts'

const CLOSE = 19
const HEIGHT = 17

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
        [x, frame.box.top - 5],
        [x, bottom],
      ]
      return line(points, tokens.event, 1.1, { lineDash: [2, 3] })
    }),
  )
}

/** The flags themselves, over the plot. */
export function flagShapes(flags: Flag[], frame: Frame, tokens: ChartTokens): Shape[] {
  const top = frame.box.top - 5 - HEIGHT
  return flags.flatMap(({ label, x }) => {
    const half = Math.max(HEIGHT, measureText(label, fontOf(12, 700)) + 9) / 2
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
