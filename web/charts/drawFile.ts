import { draw, type Look } from '../../data/charts/draw.ts'
import { drawSvg } from '../../data/charts/svg.ts'
import type { Columns } from '../../data/model/columns.ts'
import type { Panel, TradeEvent } from '../../data/model/dashboard.ts'
import { save, toPng, withFonts } from './picture.ts'
import { rangeOf, type View } from './view.ts'

interface Picture {
  panel: Panel
  columns: Columns
  events: TradeEvent[]
  view: View
  name: string
}

/** Draws the chart as the reader has it, with title and source, into a file. */
export async function drawFile(kind: 'png' | 'svg', picture: Picture): Promise<void> {
  const { panel, columns, events, view, name } = picture
  const look: Look = {
    theme: 'light',
    width: 1152,
    height: panel.height ?? 420,
    phone: false,
    hidden: view.hidden,
    isolate: view.only,
    log: view.log,
    range: rangeOf(view, columns),
  }
  const drawing = draw(panel, columns, events, look)
  const svg = await withFonts(drawSvg(drawing, look))
  save(kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await toPng(svg), name)
}
