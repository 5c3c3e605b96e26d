import { useSignal } from '@preact/signals'
import type { ImportReport } from '../../data/model/report.ts'
import { chartAddress } from '../charts/address.ts'
import { wholeScope } from '../charts/scope.ts'
import { untouched } from '../charts/view.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Changes } from './Changes.tsx'
import { Counts } from './Counts.tsx'
import { KeptFigures } from './KeptFigures.tsx'
import { moved } from './moved.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { countsWords, otherTables, outWords, writeWords } from './words.ts'

/** What was written: the figures, where a reader sees them move, and the way back. */
export function WriteStep({ report }: { report: ImportReport }) {
  const isUndoing = useSignal(false)
  const isUndone = report.status === 'undone'
  return (
    <>
      <section class="panel">
        <h2 tabIndex={-1}>
          {isUndone
            ? 'Taken back'
            : `Written: ${countsWords({ ...report, unchanged: 0, kept: 0, rejected: 0 })}`}
        </h2>
        <p class="said">
          {isUndone
            ? 'What this import told is no longer in the store; the values before it are back.'
            : `${writeWords(report)} of ${report.file} now stand in `}
          {!isUndone && <a href={`/explore?dataset=${report.dataset}`}>{report.datasetTitle}</a>}
          {!isUndone && '.'}
          {!isUndone && report.rejected > 0 && ` Left out: ${outWords(report)}.`}
          {!isUndone && ` ${otherTables(report)}`}
          {!isUndone &&
            report.newDataset &&
            ' Later files with its columns and series go there too, read in the same way.'}
        </p>
        <div class="panel-controls">
          {!isUndone && (
            <Button
              icon="undo"
              onClick={() => {
                isUndoing.value = true
              }}
            >
              Undo
            </Button>
          )}
          <ButtonLink href={`/imports/${report.id}`}>Import {report.id} in the ledger</ButtonLink>
          <ButtonLink href="/upload">Upload another file</ButtonLink>
        </div>
      </section>
      <Counts report={report} />
      <div class="report-grid">
        <Changes report={report} />
        <KeptFigures report={report} />
        {!isUndone && <MovedCharts report={report} />}
      </div>
      {isUndoing.value && (
        <UndoDialog
          id={report.id}
          onClose={() => {
            isUndoing.value = false
          }}
        />
      )}
    </>
  )
}

const FEW = 6

/** The dashboards and charts that show a figure of this import. */
export function MovedCharts({ report }: { report: ImportReport }) {
  const { value } = useRemote('all-dashboards', async () => {
    const { dashboards } = await api.dashboards()
    return Promise.all(dashboards.map(({ id }) => api.dashboard(id)))
  })
  const series = [...new Set(report.changes.map((change) => change.series))]
  const isPart = report.changesTotal > report.changes.length
  const found = value ? moved(value, series) : []
  return (
    <section class="panel" aria-labelledby="moved-title">
      <h2 id="moved-title">Where it shows</h2>
      <p class="sub">
        {found.length > 0
          ? 'Dashboards with charts of the series that changed.'
          : `No dashboard draws ${isPart ? 'the series above' : 'these series'}; each has a page of its own.`}
      </p>
      {found.map(({ dashboard, panels }) => (
        <div key={dashboard.id} class="moved">
          <h3>
            <a href={dashboard.id === 'overview' ? '/' : `/d/${dashboard.id}`}>{dashboard.title}</a>
          </h3>
          <ul>
            {panels.slice(0, FEW).map((panel) => (
              <li key={panel.id}>
                <a href={chartAddress(panel, untouched, wholeScope, { dashboard: dashboard.id })}>
                  {panel.name}
                </a>
              </li>
            ))}
            {panels.length > FEW && <li class="muted">and {panels.length - FEW} more</li>}
          </ul>
        </div>
      ))}
      <div class="panel-controls">
        {series.length === 1 && !isPart ? (
          <ButtonLink href={`/series/${series[0]}`}>Open the series</ButtonLink>
        ) : (
          <ButtonLink href={`/explore?dataset=${report.dataset}`}>
            All series of the dataset
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
