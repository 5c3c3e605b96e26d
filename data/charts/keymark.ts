import type { Mark } from './drawing.ts'

const WIDE = new Set<Mark>([
  'line',
  'dash',
  'line-point',
  'dash-open',
  'span',
  'dash-span',
  'band',
  'stroke',
])

/** Pixels that a key's sign is wide; all are 16 high. */
export const keyWidth = (mark: Mark): number => (WIDE.has(mark) ? 26 : 16)

const line = (colour: string, more = ''): string =>
  `<path d="M0 8H26" stroke="${colour}" stroke-width="3" fill="none"${more}/>`
const ticks = (colour: string): string =>
  `<path d="M.75 3V13M25.25 3V13" stroke="${colour}" stroke-width="1.5" fill="none"/>`
const dot = (colour: string, x = 8): string => `<circle cx="${x}" cy="8" r="4.5" fill="${colour}"/>`
const ring = (colour: string, panel: string, x = 8): string =>
  `<circle cx="${x}" cy="8" r="4.5" fill="${panel}" stroke="${colour}" stroke-width="2"/>`
const arrow = (colour: string, isUp: boolean): string =>
  isUp
    ? `<path d="M8 12V3M4 7L8 2.5L12 7M2 14.5H14" stroke="${colour}" stroke-width="1.8" fill="none"/>`
    : `<path d="M8 4V13M4 9L8 13.5L12 9M2 1.5H14" stroke="${colour}" stroke-width="1.8" fill="none"/>`

const MARKS: Record<Mark, (colour: string, panel: string) => string> = {
  bar: (c) => `<rect width="16" height="16" fill="${c}"/>`,
  hollow: (c) =>
    `<rect x=".6" y=".6" width="14.8" height="14.8" fill="${c}" fill-opacity=".26" stroke="${c}" stroke-width="1.2"/>`,
  outline: (c) =>
    `<rect x=".5" y=".5" width="15" height="15" fill="none" stroke="${c}" stroke-dasharray="3 2"/>`,
  line: (c) => line(c),
  dash: (c) => line(c, ' stroke-dasharray="4 3"'),
  point: (c) => dot(c),
  open: (c, panel) => ring(c, panel),
  square: (c) => `<rect x="3.5" y="3.5" width="9" height="9" fill="${c}"/>`,
  'open-square': (c, panel) =>
    `<rect x="4" y="4" width="8" height="8" fill="${panel}" stroke="${c}" stroke-width="2"/>`,
  triangle: (c) => `<path d="M8 2.5L13 12.5H3Z" fill="${c}"/>`,
  diamond: (c, panel) =>
    `<path d="M8 2L14 8L8 14L2 8Z" fill="${panel}" stroke="${c}" stroke-width="2"/>`,
  'line-point': (c) => line(c) + dot(c, 13),
  'dash-open': (c, panel) => line(c, ' stroke-dasharray="4 3"') + ring(c, panel, 13),
  span: (c) => line(c) + ticks(c),
  'dash-span': (c) => line(c, ' stroke-dasharray="5 3"') + ticks(c),
  band: (c) =>
    `<path d="M0 8H26" stroke="${c}" stroke-width="7" stroke-opacity=".45" fill="none"/>${ticks(c)}`,
  up: (c) => arrow(c, true),
  down: (c) => arrow(c, false),
  stroke: (c) => `<path d="M0 8H26" stroke="${c}" stroke-width="1.2" fill="none"/>`,
  cross: (c) => `<path d="M5 5L11 11M5 11L11 5" stroke="${c}" stroke-width="1.4" fill="none"/>`,
  gap: (c) =>
    `<path d="M0 13L4 4M6 13L10 4M12 13L16 4" stroke="${c}" stroke-width="1" fill="none"/>`,
}

/** The sign of a key as the inside of an SVG, `keyWidth` wide and 16 high. */
export const keyMark = (mark: Mark, colour: string, panel: string): string =>
  MARKS[mark](colour, panel)
