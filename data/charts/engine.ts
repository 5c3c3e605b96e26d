import { GraphicComponent, type GraphicComponentOption } from 'echarts/components'
import { type ComposeOption, type ECharts, init, setPlatformAPI, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { measureText } from './measure.ts'

/** The only file that brings ECharts in. Its types may be imported anywhere, its functions are loaded with the first chart. */
export type EChartsOption = ComposeOption<GraphicComponentOption>
export type Chart = ECharts

use([GraphicComponent, CanvasRenderer])
// One table of widths everywhere, so that Node and the browser place every label alike.
setPlatformAPI({ measureText: (text, font) => ({ width: measureText(text, font) }) })

/** A live chart in an element of the page. */
export const openChart = (element: HTMLElement, width: number, height: number): Chart =>
  init(element, null, { renderer: 'canvas', width, height })
