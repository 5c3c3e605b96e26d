import type { Mark } from './drawing.ts'

const line = (colour: string, more = ''): string =>
  `<path d="M0 8H26" stroke="${colour}" stroke-width="3" fill="none"${more}/>`
const ticks = (colour: string): string =>
  `<path d="M.75 3V13M25.25 3V13" stroke="${colour}" stroke-width="1.5" fill="none"/>`
const dot = (colour: string): string => `<circle cx="13" cy="8" r="4.5" fill="${colour}"/>`
const ring = (colour: string, panel: string): string =>
  `<circle cx="13" cy="8" r="4.5" fill="${panel}" stroke="${colour}" stroke-width="2"/>`
const arrow = (colour: string, isUp: boolean): string =>
  isUp
    ? `<path d="M13 12V3M9 7L13 2.5L17 7M7 14.5H19" stroke="${colour}" stroke-width="1.8" fill="none"/>`
    : `<path d="M13 4V13M9 9L13 13.5L17 9M7 1.5H19" stroke="${colour}" stroke-width="1.8" fill="none"/>`

const MARKS: Record<Mark, (colour: string, panel: string) => string> = {
  bar: (c) => `<rect x="5" y="0" width="16" height="16" fill="${c}"/>`,
  hollow: (c) =>
    `<rect x="5.6" y=".6" width="14.8" height="14.8" fill="${c}" fill-opacity=".26" stroke="${c}" stroke-width="1.2"/>`,
  outline: (c) =>
    `<rect x="5.5" y=".5" width="15" height="15" fill="none" stroke="${c}" stroke-dasharray="3 2"/>`,
  line: (c) => line(c),
  dash: (c) => line(c, ' stroke-dasharray="4 3"'),
  point: dot,
  open: ring,
  square: (c) => `<rect x="8.5" y="3.5" width="9" height="9" fill="${c}"/>`,
  'open-square': (c, panel) =>
    `<rect x="9" y="4" width="8" height="8" fill="${panel}" stroke="${c}" stroke-width="2"/>`,
  triangle: (c) => `<path d="M13 2.5L18 12.5H8Z" fill="${c}"/>`,
  diamond: (c, panel) =>
    `<path d="M13 2L19 8L13 14L7 8Z" fill="${panel}" stroke="${c}" stroke-width="2"/>`,
  'line-point': (c) => line(c) + dot(c),
  'dash-open': (c, panel) => line(c, ' stroke-dasharray="4 3"') + ring(c, panel),
  span: (c) => line(c) + ticks(c),
  'dash-span': (c) => line(c, ' stroke-dasharray="5 3"') + ticks(c),
  band: (c) =>
    `<path d="M0 8H26" stroke="${c}" stroke-width="7" stroke-opacity=".45" fill="none"/>${ticks(c)}`,
  up: (c) => arrow(c, true),
  down: (c) => arrow(c, false),
  stroke: (c) => `<path d="M0 8H26" stroke="${c}" stroke-width="1.2" fill="none"/>`,
  cross: (c) => `<path d="M10 5L16 11M10 11L16 5" stroke="${c}" stroke-width="1.4" fill="none"/>`,
  gap: (c) =>
    `<path d="M4 14L8 6M10 14L14 6M16 14L20 6" stroke="${c}" stroke-width="1" fill="none"/>`,
}

/** The sign of a key as the inside of an SVG 26 wide and 16 high. */
export const keyMark = (mark: Mark, colour: string, panel: string): string =>
  MARKS[mark](colour, panel)
