import { CustomChart, type CustomSeriesOption } from 'echarts/charts'
import { GridComponent, type GridComponentOption } from 'echarts/components'
import { type ComposeOption, type ECharts, init, setPlatformAPI, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import { FAMILY, measureText } from './measure.ts'

/** The only file that brings ECharts in. Its types may be imported anywhere, its functions are loaded with the first chart. */
export type EChartsOption = ComposeOption<CustomSeriesOption | GridComponentOption>
export type Chart = ECharts

use([CustomChart, GridComponent, CanvasRenderer, SVGRenderer])
// One table of widths everywhere, so that Node and the browser place every label alike.
setPlatformAPI({ measureText: (text, font) => ({ width: measureText(text, font) }) })

/** A live chart in an element of the page. */
export const openChart = (element: HTMLElement, width: number, height: number): Chart =>
  init(element, null, { renderer: 'canvas', width, height })

/**
 * The option as the inside of an SVG, without a page. ECharts counts its ids up from one drawing to the
 * next; they are rewritten to `name`, so that the same figures give the same bytes.
 */
export function renderSvg(option: EChartsOption, width: number, height: number, name: string) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return (
    svg
      .replace(/\bzr\d+-/g, `${name}-`)
      .replace(/ pointer-events="visible"| class="[^"]*-cls-\d+"/g, '')
      .replace(/<style >[\s\S]*?<\/style>\n?/, '')
      // Not every reader of SVG files knows baselines other than the usual one.
      .replaceAll(' dominant-baseline="central"', ' dy=".35em"')
      .replaceAll(' xml:space="preserve"', '')
      // The family is said once, by whoever holds the drawing.
      .replaceAll(`font-family:${FAMILY.sans};`, '')
      .replace(/style="font: (\d+) ([\d.]+)px [^"]*"/g, 'font-weight="$1" font-size="$2"')
      .replace(/style="font-size:([\d.]+)px;"/g, 'font-size="$1"')
      .replace(/><\/(path|circle|rect)>/g, '/>')
  )
}
