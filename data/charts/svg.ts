import { parseDay } from '../model/day.ts'
import { dayWords } from '../model/words.ts'
import type { Drawing, Look } from './drawing.ts'
import { keyMark, keyWidth } from './keymark.ts'
import { FAMILY, fontOf, measureText, wrapText } from './measure.ts'
import { escaped, shapeSvg } from './shape-svg.ts'
import { type ChartTokens, tokensOf } from './tokens.ts'

interface Pen {
  parts: string[]
  /** Bottom of what is written. */
  y: number
  left: number
  width: number
  tokens: ChartTokens
}

/** Lines of text one under the other, each on its baseline. */
function write(
  pen: Pen,
  lines: string[],
  form: { size: number; line: number; weight?: number; colour: string; serif?: boolean },
): void {
  const { size, line, weight = 400, colour, serif } = form
  const family = serif ? ` font-family="${FAMILY.serif}"` : ''
  for (const words of lines) {
    const baseline = pen.y + line * 0.5 + size * 0.34
    pen.parts.push(
      `<text x="${pen.left}" y="${round(baseline)}" font-size="${size}" font-weight="${weight}" fill="${colour}"${family}>${escaped(words)}</text>`,
    )
    pen.y += line
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Lines of about the same length: as narrow as their number allows. */
function balanced(text: string, width: number, font: string): string[] {
  const count = wrapText(text, width, font).length
  let narrow = width
  while (narrow > 80 && wrapText(text, narrow - 8, font).length === count) narrow -= 8
  return wrapText(text, narrow, font)
}

function writeKeys(pen: Pen, drawing: Drawing): void {
  const font = fontOf(14)
  let x = pen.left
  if (drawing.keys.length === 0) return
  pen.y += 10
  for (const { mark, colour, label } of drawing.keys) {
    const sign = keyWidth(mark)
    const width = sign + 9 + measureText(label, font)
    if (x > pen.left && x + width > pen.left + pen.width) {
      x = pen.left
      pen.y += 24
    }
    pen.parts.push(
      `<g transform="translate(${round(x)} ${round(pen.y)})">${keyMark(mark, colour, pen.tokens.panel)}<text x="${sign + 9}" y="13" font-size="14" fill="${pen.tokens.ink2}">${escaped(label)}</text></g>`,
    )
    x += width + 22
  }
  pen.y += 20
}

/** "Source: ...", where the panel does not begin so itself. */
const sourceLine = (source: string): string =>
  source === '' || /^sources?:/i.test(source) ? source : `Source: ${source}`

/** The events in as many columns as fit, each beside its flag. */
function writeEvents(pen: Pen, drawing: Drawing): void {
  const { tokens } = pen
  const entries = drawing.flags.flatMap(({ number, events }) =>
    events.map((event, i) => ({ number: number + i, event })),
  )
  if (entries.length === 0) return
  pen.y += 12
  const columns = Math.max(1, Math.min(3, Math.floor(pen.width / 260), entries.length))
  const pitch = pen.width / columns
  for (let from = 0; from < entries.length; from += columns) {
    let deepest = 0
    entries.slice(from, from + columns).forEach(({ number, event }, column) => {
      const left = pen.left + column * pitch
      const day = parseDay(event.date)
      const date = day === undefined ? event.date : dayWords(day)
      const first = measureText(`${date} `, fontOf(14, 600))
      // The date is bold and stands on the first line; the title flows round it.
      const room = pitch - 38
      const words = wrapText(event.title, room, fontOf(14))
      const head = wrapText(event.title, room - first, fontOf(14))[0] ?? ''
      const rest = wrapText(event.title.slice(head.length).trim(), room, fontOf(14))
      const lines = head === event.title ? [head] : [head, ...rest]
      deepest = Math.max(deepest, words.length === 0 ? 1 : lines.length)
      pen.parts.push(
        `<rect x="${round(left)}" y="${round(pen.y)}" width="17" height="17" fill="${tokens.event}"/>`,
        `<text x="${round(left + 8.5)}" y="${round(pen.y + 12.8)}" font-size="12" font-weight="700" text-anchor="middle" fill="${tokens.onEvent}">${number}</text>`,
        ...lines.map((line, i) => {
          const bold =
            i === 0 ? `<tspan font-weight="600" fill="${tokens.ink}">${escaped(date)}</tspan> ` : ''
          return `<text x="${round(left + 26)}" y="${round(pen.y + 13.5 + i * 19)}" font-size="14" fill="${tokens.ink2}">${bold}${escaped(line)}</text>`
        }),
      )
    })
    pen.y += deepest * 19 + 7
  }
}

/**
 * A drawing as a complete picture for a file: title, subtitle, keys, plot, events and source. `look` is
 * the one it was drawn for; the file is 48 pixels wider than its plot and as high as it needs. Runs in
 * Node and in the browser.
 */
export function drawSvg(drawing: Drawing, look: Look): string {
  const tokens = tokensOf(look)
  const margin = look.phone ? 16 : 24
  const width = look.width + margin * 2
  const pen: Pen = { parts: [], y: margin - 4, left: margin, width: look.width, tokens }
  const title = look.phone ? 20 : 23
  write(
    pen,
    balanced(drawing.title, Math.min(look.width, title * 34), `600 ${title}px ${FAMILY.serif}`),
    {
      size: title,
      line: Math.round(title * 1.22),
      weight: 600,
      colour: tokens.ink,
      serif: true,
    },
  )
  pen.y += 4
  write(pen, wrapText(drawing.subtitle, Math.min(look.width, 620), fontOf(15)), {
    size: 15,
    line: 21,
    colour: tokens.ink2,
  })
  writeKeys(pen, drawing)
  pen.y += 12
  pen.parts.push(
    `<g transform="translate(${margin} ${round(pen.y)})">`,
    ...drawing.layers.flatMap(({ shapes }) => shapes.map(shapeSvg)),
    '</g>',
  )
  pen.y += look.height
  writeEvents(pen, drawing)
  const remarks = drawing.notes.flatMap((note) => wrapText(note, look.width, fontOf(13)))
  const source = wrapText(sourceLine(drawing.source), look.width, fontOf(13))
  pen.y += 12
  write(pen, [...remarks, ...source], { size: 13, line: 18, colour: tokens.ink3 })
  const height = Math.ceil(pen.y + margin - 4)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FAMILY.sans}">`,
    `<title>${escaped(drawing.title)}</title>`,
    `<desc>${escaped(drawing.summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${tokens.panel}"/>`,
    `<rect width="${width}" height="2" fill="${tokens.ink}"/>`,
    ...pen.parts,
    '</svg>',
    '',
  ].join('\n')
}
