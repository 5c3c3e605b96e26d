import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ImportReport } from '../../data/model/report.ts'
import { Waiting } from '../charts/States.tsx'
import { NotFound } from '../NotFound.tsx'
import { refresh } from '../remote.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/Toast.tsx'
import { instantWords } from '../words.ts'
import { Changes } from './Changes.tsx'
import { Counts } from './Counts.tsx'
import { Frame } from './Frame.tsx'
import { useFresh } from './fresh.ts'
import { Issues } from './Issues.tsx'
import { withoutKept } from './issues.ts'
import { KeptFigures } from './KeptFigures.tsx'
import { ReadingFacts } from './ReadingFacts.tsx'
import { RunningPanel } from './RunningPanel.tsx'
import { errorWords, imports } from './requests.ts'
import { writing } from './session.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { UndoneFacts } from './UndoneFacts.tsx'
import { MovedCharts } from './WriteStep.tsx'
import { byWords, fileWords, leadWords, rejectedThen, STATUS_WORDS } from './words.ts'

/** One import: what it told, how it was read, what was wrong with it, and the way back. */
export function ImportPage({ id }: { id: number }) {
  const { value: report, error } = useFresh(`import/${id}`, () => imports.one(id))
  const isUndoing = useSignal(false)
  useEffect(() => {
    if (report && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [report === null])
  if (error?.status === 404) return <NotFound what={error.message} />
  if (!report)
    return (
      <Frame>
        <Waiting>{error ? errorWords(error) : 'Reading the import …'}</Waiting>
      </Frame>
    )
  return (
    <Frame>
      <PageHead
        title={fileWords(report.file)}
        crumb={
          <>
            <a href="/imports">Imports</a> / {report.id}
          </>
        }
        controls={
          report.status === 'committed' && (
            <Button
              icon="undo"
              onClick={() => {
                isUndoing.value = true
              }}
            >
              Undo
            </Button>
          )
        }
      >
        <p>
          {leadWords(report).before}
          {report.dataset && report.status === 'committed' ? (
            <a href={`/explore?dataset=${report.dataset}`}>{report.datasetTitle}</a>
          ) : (
            report.datasetTitle && <b>{report.datasetTitle}</b>
          )}
          {leadWords(report).after}
        </p>
        <p class="import-when">
          {instantWords(report.importedAt)} by {byWords(report.importedBy)}
          {report.undoneAt && `; undone ${instantWords(report.undoneAt)}`}
        </p>
      </PageHead>
      <div class="step">
        <Standing report={report} />
        {report.rows > 0 && report.status !== 'unchanged' && <Counts report={report} />}
        <div class="report-grid">
          {withoutKept(report).issuesTotal > 0 && (
            <Issues report={withoutKept(report)} title="Issues" />
          )}
          {isTold(report) && <Changes report={report} />}
          {isTold(report) && <KeptFigures report={report} />}
          {report.status === 'committed' && <MovedCharts report={report} />}
        </div>
        {report.reading && <ReadingFacts reading={report.reading} />}
      </div>
      {isUndoing.value && (
        <UndoDialog
          id={id}
          onClose={() => {
            isUndoing.value = false
          }}
        />
      )}
    </Frame>
  )
}

const isTold = ({ status }: ImportReport): boolean =>
  status === 'committed' || status === 'undone' || status === 'preview'

/** What an import waits for that somebody left in the middle. */
const WAITS: Partial<Record<ImportReport['status'], string>> = {
  preview: 'It was read and compared. Nothing of it is in the store before somebody writes it.',
  ambiguous: 'It cannot be read before somebody answers. Nothing of it is in the store.',
}

/** How an import stands that is not simply written, and what can be done about it. */
function Standing({ report }: { report: ImportReport }) {
  const { id, status, identicalTo, error, undo } = report
  const cancel = () =>
    writing(() => imports.cancel(id)).then(refresh, (cause) => toast(errorWords(cause)))
  if (status === 'committed') return null
  if (status === 'running') return <RunningPanel report={report} onCancel={cancel} />
  return (
    <section class="panel standing">
      <h2>{STATUS_WORDS[status].replace(/^./, (letter) => letter.toUpperCase())}</h2>
      <p class="said">
        {status !== 'unchanged' && error}
        {!error && WAITS[status]}
        {status === 'unchanged' && (
          <>
            This file is already in: identical to{' '}
            <a href={`/imports/${identicalTo}`}>import {identicalTo}</a>, nothing to write.
            {report.rejected > 0 && ` ${rejectedThen(report)}`}
          </>
        )}
        {status === 'cancelled' && !error && 'It was cancelled before anything was written.'}
        {status === 'undone' &&
          'What it told is taken back, save what other imports told as well. The file can be taken in again.'}
      </p>
      {undo && <UndoneFacts undo={undo} />}
      {(status === 'preview' || status === 'ambiguous' || status === 'rejected') && (
        <div class="panel-controls">
          <ButtonLink kind="main" href={`/upload?import=${id}`}>
            {status === 'preview' ? 'Go on to write it' : 'Go on with it'}
          </ButtonLink>
          {status === 'preview' && <Button onClick={cancel}>Discard it</Button>}
        </div>
      )}
    </section>
  )
}
