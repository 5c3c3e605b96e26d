import type { Columns } from '../../data/model/columns.ts'
import type { Panel } from '../../data/model/dashboard.ts'
import { parseQuery, seriesIds } from '../../data/model/query.ts'
import type { Scope } from './scope.ts'
import { shownQuery, type View } from './view.ts'

export type FileKind = 'csv' | 'full.csv' | 'json' | 'xlsx' | 'png' | 'svg'

/** The query of a chart's full series: what is stored, every period, without transformation. */
export function fullQuery(query: string, { asOf }: Scope): string {
  const ids = seriesIds(parseQuery(query))
  return `series=${ids.join(',')}${asOf ? `&asOf=${asOf}` : ''}`
}

/** The stable address of a chart's figures as a file; pictures have none, the page draws them. */
export function fileAddress(
  kind: Exclude<FileKind, 'png' | 'svg'>,
  panel: Panel,
  view: View,
  scope: Scope,
  columns: Columns | null,
): string {
  if (kind === 'full.csv') return `/api/data.csv?${fullQuery(panel.query, scope)}`
  return `/api/data.${kind}?${shownQuery(panel.query, view, scope, columns)}`
}

/** A name that says what is in the file: `monthly-trade.csv`, `monthly-trade-known-2023-12-31.svg`. */
export function fileName(kind: FileKind, panel: Panel, view: View, scope: Scope): string {
  const slug = panel.name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const parts = [slug || panel.id]
  if (kind === 'full.csv') parts.push('full-series')
  else {
    const range = [view.start ?? scope.from, view.end ?? scope.to].filter(Boolean)
    if (range.length) parts.push(range.join('-to-'))
  }
  if (scope.asOf) parts.push(`known-${scope.asOf}`)
  return `${parts.join('-')}.${kind === 'full.csv' ? 'csv' : kind}`
}
