import type { Columns } from './columns.ts'
import type { Panel } from './dashboard.ts'
import { parsePeriod, type TimePeriod } from './period.ts'
import { rangeWords } from './words.ts'

/**
 * A short name of the figures of an answer: other periods, values, status or bounds give another one
 * (FNV-1a, 32 bits, as eight hex digits). A panel keeps that of the figures its claim was checked against.
 */
export function fingerprint({ series }: Columns): string {
  const told = series.map(({ id, periods, values, status, bounds }) => [
    id,
    periods,
    values,
    status,
    bounds,
  ])
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify(told)) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** What stands over a chart: its claim while the figures are those it was checked against, else its name. */
export const headline = (panel: Panel, columns: Columns | null, isChanged: boolean): string =>
  panel.claim && !isChanged && (!columns || isChecked(panel, columns)) ? panel.claim : panel.name

/** The source line, with the remark while the figures are those it speaks of. */
export const sourceWords = (panel: Panel, columns: Columns | null): string =>
  panel.remark && columns && isChecked(panel, columns)
    ? `${panel.source} ${panel.remark}`
    : panel.source

/** Words that name no figures they were checked against are their author's. */
export const isChecked = ({ checked }: Panel, columns: Columns): boolean =>
  checked === undefined || checked === fingerprint(columns)

/** What stands under it, `{range}` being the time that is drawn: the zoom, else that of all figures. */
export function subtitle(panel: Panel, columns: Columns | null, zoom: TimePeriod | null): string {
  const range = zoom ?? (columns && spanOf(columns))
  return panel.subtitle.replace(/(, )?\{range\}/, (_, comma = '') =>
    range ? comma + rangeWords(range) : '',
  )
}

/** From the first to the last day of all figures; null where there are none. */
function spanOf({ series }: Columns): TimePeriod | null {
  let span: TimePeriod | null = null
  for (const { periods, values } of series) {
    periods.forEach((text, i) => {
      const period = values[i] === null ? undefined : parsePeriod(text)
      if (!period) return
      span = {
        first: Math.min(period.first, span?.first ?? period.first),
        last: Math.max(period.last, span?.last ?? period.last),
      }
    })
  }
  return span
}
