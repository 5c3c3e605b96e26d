import type { SeriesColumns } from '../model/columns.ts'
import type { Panel } from '../model/dashboard.ts'
import { unitMark } from '../model/numbers.ts'
import { factorOf } from './scale.ts'

/** From this value on, in a unit without a size, figures are drawn in millions. */
const LONG = 1e6
/** From this value on, in a unit with a size, they are drawn in the next one. */
const LONG_SIZED = 1e4

const NEXT: Record<string, string> = { k: 'm', m: 'bn' }
const CURRENCY = /^[A-Z]{3}$/
/** What is counted or weighed one by one. */
const COUNTED =
  /^(?:t|tonnes?|tons?|kg|kilograms?|pieces?|units?|barrels?|litres?|vehicles?|cars?|items?)?$/i

/** The unit a thousand times as large, or a million times where it has no size yet; undefined where it has none. */
function larger(unit: string): string | undefined {
  const [, size = '', of = ''] = /^(?:([km])(?: |$))?(.*)$/.exec(unit) ?? []
  if (size === '' && CURRENCY.test(of)) return `${of} m`
  if (!COUNTED.test(of)) return undefined
  return `${size === '' ? 'm' : (NEXT[size] ?? '')} ${of}`.trim()
}

/**
 * The panel with its axis in millions or billions where its figures are too long to be taken in: customs
 * count dollars one by one. Tables and tooltips tell them as published.
 */
export function sized(panel: Panel, series: readonly SeriesColumns[]): Panel {
  // Who does not know what is counted does not know its millions.
  if (series.some(({ unit }) => unit === null)) return panel
  let unit = unitMark(panel.unit)
  const most = () =>
    series.reduce((high, { unit: stored, values }) => {
      const factor = factorOf(stored, unit)
      return values.reduce<number>((max, v) => Math.max(max, Math.abs(v ?? 0) * factor), high)
    }, 0)
  const isLong = () => most() >= (/^(?:[km])(?: |$)|^bn/.test(unit) ? LONG_SIZED : LONG)
  for (let next = larger(unit); next !== undefined && isLong(); next = larger(unit)) {
    unit = unitMark(next)
  }
  return unit === unitMark(panel.unit) ? panel : { ...panel, unit }
}
