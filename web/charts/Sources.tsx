import type { Columns, Source } from '../../data/model/columns.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { OuterLink } from '../ui/OuterLink.tsx'
import { Table } from '../ui/Table.tsx'
import { counted, dateWords, spelledPeriod } from '../words.ts'

interface Cited extends Source {
  /** What was drawn from it, in words. */
  told: string[]
}

function cited(columns: Columns): Cited[] {
  const pages = new Map<string, Cited>()
  for (const series of columns.series)
    series.sources.forEach((source, i) => {
      const key = source.url ?? source.source ?? ''
      const page = pages.get(key) ?? { ...source, told: [] }
      pages.set(key, page)
      series.sourceOf.forEach((at, j) => {
        const words = spelledPeriod(series.periods[j] ?? '', series.cumulative)
        if (at === i && !page.told.includes(words)) page.told.push(words)
      })
    })
  return [...pages.values()].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
}

const periods = ({ told }: Cited): string =>
  told.length > 3 ? `${told.slice(0, 2).join(', ')} and ${told.length - 2} more` : told.join(', ')

/** Every page that a chart's figures come from, the newest first. */
export function Sources({ columns, onClose }: { columns: Columns; onClose: () => void }) {
  const rows = cited(columns)
  return (
    <Dialog title="Sources" onClose={onClose} wide>
      <p>
        {counted(rows.length, 'page', 'pages')} told the figures of this chart. Every telling of a
        period, also those not drawn, is on the page of its series:{' '}
        {columns.series.map(({ id, title }, i) => (
          <span key={id}>
            {i > 0 && ', '}
            {id.includes('(') ? title : <a href={`/series/${id}`}>{title}</a>}
          </span>
        ))}
        .
      </p>
      <div class="dialog-table">
        <Table
          caption="Sources of the chart"
          rows={rows}
          rowKey={(row) => row.url ?? row.source ?? ''}
          columns={[
            {
              head: 'Page',
              cell: ({ source, url }) => (
                <OuterLink href={url}>{source ?? url ?? 'not stated'}</OuterLink>
              ),
            },
            { head: 'Told', cell: periods, wide: true },
            {
              head: 'Published',
              cell: ({ published }) => (published ? dateWords(published) : 'not stated'),
            },
          ]}
        />
      </div>
    </Dialog>
  )
}
