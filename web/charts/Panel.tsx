import { useSignal } from '@preact/signals'
import type { Columns } from '../../data/model/columns.ts'
import type { Panel as PanelDocument, TradeEvent } from '../../data/model/dashboard.ts'
import { headline, sourceWords, subtitle } from '../../data/model/panel-words.ts'
import type { TimePeriod } from '../../data/model/period.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { lazy } from '../ui/lazy.tsx'
import { dateWords } from '../words.ts'
import { chartAddress, type PanelHome } from './address.ts'
import { eventsOf } from './events.ts'
import { LastTold } from './LastTold.tsx'
import { SourceLinks } from './SourceLinks.tsx'
import { Failure, Grid, Missing, Waiting } from './States.tsx'
import { isScoped, type Scope } from './scope.ts'
import { changed, dataQuery, rangeOf, type View } from './view.ts'

export interface PanelProps {
  panel: PanelDocument
  view: View
  onView: (view: View) => void
  scope: Scope
  events: TradeEvent[]
  /** The dashboard it belongs to; null where the page made it from a query. */
  home: PanelHome | null
  /** Stands over the chart in place of its claim or name, where the page says them already. */
  heading?: string
  /** The page's only chart: with every control, without "Open". */
  large?: boolean
}

const Figure = lazy(async () => (await import('./Figure.tsx')).Figure)
const Downloads = lazy(async () => (await import('./Downloads.tsx')).Downloads)
const Links = lazy(async () => (await import('./Links.tsx')).Links)

const HEIGHTS = { bars: 430, lines: 400, years: 330, pairs: 330, spans: 400, ranked: 340 }

/** The plot's height at 1440; phones take it between 320 and 430. */
export const plotHeight = (panel: PanelDocument): number => panel.height ?? HEIGHTS[panel.form]

const hasFigures = (columns: Columns): boolean =>
  columns.series.some((series) => series.values.some((value) => value !== null))

/** One chart with everything that belongs to it: words, keys, plot, events, source, and the ways out. */
export function Panel(props: PanelProps) {
  const { view, onView, scope, events, home, heading, large } = props
  const panel = { ...props.panel, events: eventsOf(props.panel, scope.events, events) }
  const query = dataQuery(panel.query, scope)
  const key = `data?${query}`
  const { value: columns, loading, error, retryAt } = useRemote(key, () => api.data(query))
  const dialog = useSignal<'download' | 'link' | null>(null)
  const part = useSignal<TimePeriod | null>(null)
  const isChanged = changed(view) || part.value !== null || (isScoped(scope) && !panel.checked)
  const words = subtitle(panel, columns, part.value ?? (columns && rangeOf(view, columns)))
  const height = plotHeight(panel)
  return (
    <section
      class={`panel chart w${panel.width}${panel.phone === 'hide' ? ' not-on-phones' : ''}`}
      id={panel.id}
      aria-label={panel.name}
      aria-busy={loading}
    >
      <header class="panel-head">
        <h2>{heading ?? headline(panel, columns, isChanged)}</h2>
        <p class="sub">
          {words}
          {scope.asOf && `${/[.]$/.test(words) ? '' : '.'} As known on ${dateWords(scope.asOf)}.`}
        </p>
      </header>
      <div class={loading && columns ? 'figure-box old' : 'figure-box'}>
        {columns && hasFigures(columns) ? (
          <Figure
            {...props}
            panel={panel}
            columns={columns}
            height={height}
            onPart={(time) => {
              part.value = time
            }}
          />
        ) : (
          <Grid height={height}>
            {error ? (
              <Failure error={error} retryAt={retryAt} resource={key} />
            ) : columns ? (
              <Missing columns={columns} asOf={scope.asOf} />
            ) : (
              <Waiting />
            )}
          </Grid>
        )}
      </div>
      <footer class="panel-foot">
        <p class="source">
          {sourceWords(panel, columns)} {columns && <SourceLinks columns={columns} />}
          {columns && <LastTold columns={columns} />}
          {error && columns && <span class="bad"> {error.message} These are the old figures.</span>}
        </p>
        <div class="actions">
          <Button
            kind="bare"
            icon={view.table ? 'chart' : 'table'}
            aria-pressed={view.table}
            onClick={() => onView({ ...view, table: !view.table })}
          >
            Table
          </Button>
          <Button
            kind="bare"
            icon="download"
            onClick={() => {
              dialog.value = 'download'
            }}
          >
            Download
          </Button>
          <Button
            kind="bare"
            icon="link"
            onClick={() => {
              dialog.value = 'link'
            }}
          >
            Link
          </Button>
          {!large && (
            <ButtonLink kind="bare" icon="open" href={chartAddress(panel, view, scope, home)}>
              Open
            </ButtonLink>
          )}
        </div>
      </footer>
      {dialog.value === 'download' && (
        <Downloads
          panel={panel}
          view={view}
          scope={scope}
          events={events}
          columns={columns}
          onClose={() => {
            dialog.value = null
          }}
        />
      )}
      {dialog.value === 'link' && (
        <Links
          panel={panel}
          view={view}
          scope={scope}
          columns={columns}
          home={home}
          onClose={() => {
            dialog.value = null
          }}
        />
      )}
    </section>
  )
}
