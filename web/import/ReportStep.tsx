import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Changes } from './Changes.tsx'
import { Counts } from './Counts.tsx'
import { Issues } from './Issues.tsx'
import { withoutKept } from './issues.ts'
import { KeptFigures } from './KeptFigures.tsx'
import { MissingFigures } from './MissingFigures.tsx'
import { ModeChoice } from './ModeChoice.tsx'
import { isMissing } from './missing.ts'
import { newDatasetId, withMode } from './options.ts'
import { outWords, rejectedThen, writeWords } from './words.ts'
import { writing } from './writing.ts'

interface Props {
  report: ImportReport
  options: ReadingOptions
  /** What the last change did, in words. */
  effect: string
  isBusy: boolean
  onWrite: (partial: boolean) => void
  /** Reads the file again: to compare it otherwise, or for what is good in one that was refused as a whole. */
  onOptions: (options: ReadingOptions) => void
  backHref: string
  againHref: string
}

/** What the file would change and what is wrong with it, before anything is written. */
export function ReportStep(props: Props) {
  const { options, isBusy, onOptions } = props
  const report = withoutKept(props.report)
  if (report.status === 'unchanged') return <Unchanged {...props} />
  if (report.status !== 'preview') return <NotRead {...props} />
  return (
    <>
      <Counts report={report} />
      {!report.newDataset && (
        <ModeChoice
          report={report}
          isBusy={isBusy}
          onMode={(mode) => onOptions(withMode(options, mode))}
        />
      )}
      <div class={report.issuesTotal > 0 ? 'report-grid' : 'step'}>
        {report.issuesTotal > 0 && <Issues report={report} title="What stops or needs a look" />}
        <Changes report={report} />
        <KeptFigures report={report} />
        {isMissing(report.missing) && (
          <MissingFigures missing={report.missing} rejected={report.rejected} />
        )}
      </div>
      <WriteBar {...props} />
    </>
  )
}

function WriteBar({ report, effect, isBusy, onWrite, backHref, againHref }: Props) {
  const { rejected } = report
  const { mayWrite, says } = writing(report)
  const words = writeWords(report)
  return (
    <div class="write-bar">
      <div class="controls">
        <ButtonLink href={backHref}>Back</ButtonLink>
        {report.issuesTotal > 0 && (
          <ButtonLink kind={mayWrite ? 'plain' : 'main'} href={againHref}>
            Correct the file and drop it again
          </ButtonLink>
        )}
      </div>
      <p role="status">
        {effect && `${effect} `}
        {isBusy ? 'Comparing it again …' : says}
      </p>
      {mayWrite && (
        <Button kind="main" disabled={isBusy} onClick={() => onWrite(rejected > 0)}>
          {rejected > 0 ? `Write ${words} without the ${outWords(report)}` : `Write ${words}`}
        </Button>
      )}
    </div>
  )
}

/** A file that is in already: it can still make a dataset of its own. */
function Unchanged({ report, options, isBusy, onOptions }: Props) {
  const { file, identicalTo, datasetTitle, rejected } = report
  const { value } = useRemote('datasets', api.datasets)
  const own =
    value &&
    newDatasetId(
      file,
      value.datasets.map(({ id }) => id),
    )
  return (
    <section class="panel">
      <h2 tabIndex={-1}>This file is already in</h2>
      <p class="said">
        {file} is identical to <a href={`/imports/${identicalTo}`}>import {identicalTo}</a>
        {datasetTitle && `, which told “${datasetTitle}”`}. Nothing to write.
        {rejected > 0 && ` ${rejectedThen(report)}`}
      </p>
      <div class="panel-controls">
        <ButtonLink href="/upload">Upload another file</ButtonLink>
        <ButtonLink href="/imports">See all imports</ButtonLink>
        {own && (
          <Button disabled={isBusy} onClick={() => onOptions({ ...options, dataset: own })}>
            Make it a dataset of its own, “{own}”
          </Button>
        )}
      </div>
    </section>
  )
}

const TITLES: Partial<Record<ImportReport['status'], string>> = {
  rejected: 'Nothing was written',
  failed: 'The import failed',
  cancelled: 'Cancelled',
}

/** A report without the issue that its error tells already. */
function withoutError(report: ImportReport): ImportReport {
  const issues = report.issues.filter(({ message }) => message !== report.error)
  return {
    ...report,
    issues,
    issuesTotal: report.issuesTotal - (report.issues.length - issues.length),
  }
}

/** A file that gave nothing to write: why, and what to do next. */
const NotRead = ({ report, options, isBusy, onOptions, backHref, againHref }: Props) => (
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
          <Button disabled={isBusy} onClick={() => onOptions(options)}>
            See what the good rows would change
          </Button>
        )}
        <ButtonLink kind="main" href={againHref}>
          {report.status === 'rejected' ? 'Correct the file and drop it again' : 'Drop it again'}
        </ButtonLink>
      </div>
    </section>
    {withoutError(report).issues.length > 0 && (
      <Issues report={withoutError(report)} title="What is wrong with it" />
    )}
  </>
)
