import type { ImportReport } from '../../data/model/report.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Changes } from './Changes.tsx'
import { Counts } from './Counts.tsx'
import { Issues } from './Issues.tsx'
import { outWords, writeWords } from './words.ts'

interface Props {
  report: ImportReport
  isBusy: boolean
  onWrite: (partial: boolean) => void
  /** For a file that was refused as a whole: a preview of what is good in it. */
  onReadAgain: () => void
  backHref: string
  againHref: string
}

/** What the file would change and what is wrong with it, before anything is written. */
export function ReportStep(props: Props) {
  const { report } = props
  if (report.status === 'unchanged') return <Unchanged report={report} />
  if (report.status !== 'preview') return <NotRead {...props} />
  return (
    <>
      <Counts report={report} />
      <div class={report.issuesTotal > 0 ? 'report-grid' : undefined}>
        {report.issuesTotal > 0 && <Issues report={report} title="What stops or needs a look" />}
        <Changes report={report} />
      </div>
      <WriteBar {...props} />
    </>
  )
}

function WriteBar({ report, isBusy, onWrite, backHref, againHref }: Props) {
  const { added, revised, removed, confirmed, rejected } = report
  const isAnything = added + revised + removed + confirmed > 0
  const words = writeWords(report)
  return (
    <div class="write-bar">
      <div class="controls">
        <ButtonLink href={backHref}>Back</ButtonLink>
        {report.issuesTotal > 0 && (
          <ButtonLink href={againHref}>Correct the file and drop it again</ButtonLink>
        )}
      </div>
      <p>
        {!isAnything
          ? rejected > 0
            ? 'Without what is rejected there is nothing to write.'
            : 'Nothing to write: the store holds all of it.'
          : rejected > 0
            ? 'Nothing is written while some are rejected, unless you leave them out.'
            : ''}
      </p>
      {isAnything && (
        <Button kind="main" disabled={isBusy} onClick={() => onWrite(rejected > 0)}>
          {rejected > 0 ? `Write ${words} without the ${outWords(report)}` : `Write ${words}`}
        </Button>
      )}
    </div>
  )
}

const Unchanged = ({ report: { file, identicalTo, datasetTitle } }: { report: ImportReport }) => (
  <section class="panel">
    <h2 tabIndex={-1}>This file is already in</h2>
    <p class="said">
      {file} is identical to <a href={`/imports/${identicalTo}`}>import {identicalTo}</a>
      {datasetTitle && `, which told “${datasetTitle}”`}. Nothing to write.
    </p>
    <div class="panel-controls">
      <ButtonLink href="/upload">Upload another file</ButtonLink>
      <ButtonLink href="/imports">See all imports</ButtonLink>
    </div>
  </section>
)

const TITLES: Partial<Record<ImportReport['status'], string>> = {
  rejected: 'Nothing was written',
  failed: 'The import failed',
  cancelled: 'The import was dropped',
}

/** A file that gave nothing to write: why, and what to do next. */
const NotRead = ({ report, isBusy, onReadAgain, backHref, againHref }: Props) => (
  <>
    <section class="panel">
      <h2 tabIndex={-1}>{TITLES[report.status] ?? 'Nothing to write'}</h2>
      <p class="said">
        {report.error ?? 'Nothing of this file is in the store. Drop it again to read it again.'}
      </p>
      <div class="panel-controls">
        {report.status === 'rejected' && (
          <ButtonLink href={backHref}>Change how it is read</ButtonLink>
        )}
        {report.status === 'rejected' && report.rejected < report.rows && (
          <Button disabled={isBusy} onClick={onReadAgain}>
            See what the good rows would change
          </Button>
        )}
        <ButtonLink kind="main" href={againHref}>
          {report.status === 'rejected' ? 'Correct the file and drop it again' : 'Drop it again'}
        </ButtonLink>
      </div>
    </section>
    {report.issues.some(({ message }) => message !== report.error) && (
      <Issues report={report} title="What is wrong with it" />
    )}
  </>
)
