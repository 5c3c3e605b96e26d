import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ImportReport } from '../../data/model/report.ts'
import { address } from '../router.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { DropStep } from './DropStep.tsx'
import { Frame } from './Frame.tsx'
import { useFocus } from './focus.ts'
import { useFresh } from './fresh.ts'
import { useIncoming } from './incoming.ts'
import { asAsked } from './options.ts'
import { ReadingStep } from './ReadingStep.tsx'
import { ReportStep } from './ReportStep.tsx'
import { RunningPanel, SendingPanel } from './RunningPanel.tsx'
import { imports } from './requests.ts'
import { Steps } from './Steps.tsx'
import { sending } from './sending.ts'
import { stepOf } from './steps.ts'
import { createTaking, uploadAddress } from './taking.ts'
import { WriteStep } from './WriteStep.tsx'
import { fileWords, leadWords } from './words.ts'

/** A new dataset has the title that the reader gives it. */
const titleOf = (report: ImportReport, title: string | undefined) =>
  (report.newDataset && report.status === 'preview' && title) || report.datasetTitle

/** Taking a file in: drop, how it was read, report, write. Which import and which step stand in the address. */
export function UploadPage() {
  const params = new URLSearchParams(address.value.search)
  const id = Number(params.get('import')) || null
  const { value, error, loading } = useFresh(id === null ? null : `import/${id}`, () =>
    imports.one(id!),
  )
  const taking = useSignal(createTaking()).value
  const { answered } = taking
  useEffect(() => {
    answered.value = null
  }, [value])
  // While another import is asked for, the one before stays on the page, unless it was answered already.
  const known = answered.value?.id === id ? answered.value : value
  const report = id === null ? null : known
  const title = params.get('title') || report?.options.title
  const options = { ...report?.options, ...(title && { title }) }
  const step = stepOf(params.get('step'), report)
  const isOver = useIncoming((file) => taking.take(file, report, options))
  const isBusy = taking.busy.value !== null || (loading && report?.id !== id)
  // What goes on in a busy part of the page is not read aloud, and sending tells how far it is.
  const isStale = isBusy && !sending.value
  const href = (to: typeof step) => uploadAddress(id, to, title)

  const body = useRef<HTMLDivElement>(null)
  useFocus(body, sending.value ? 'sending' : `${step} ${report?.status}`, isBusy, report?.id)

  return (
    <Frame>
      <PageHead title={report && step !== 'drop' ? `Upload: ${fileWords(report.file)}` : 'Upload'}>
        {report && step !== 'drop' ? (
          <p>
            {leadWords(report).before}
            {report.datasetTitle && <b>{titleOf(report, title)}</b>}
            {leadWords(report).after}
          </p>
        ) : (
          <p>Four steps, and nothing is written before the last.</p>
        )}
      </PageHead>
      <Steps report={report} current={step} href={href} />
      {(taking.wrong.value || (error && !report)) && (
        <Wrong>{taking.wrong.value || error?.message}</Wrong>
      )}
      <div ref={body} class={isStale ? 'step busy' : 'step'} aria-busy={isStale}>
        {sending.value ? (
          <SendingPanel />
        ) : report?.status === 'running' ? (
          <RunningPanel report={report} onCancel={() => taking.cancel(report)} />
        ) : step === 'drop' || !report ? (
          id !== null && !report && !error ? null : (
            <DropStep before={report} onFile={(file) => taking.take(file, report, options)} />
          )
        ) : step === 'reading' ? (
          <ReadingStep
            report={taking.asked.value ? asAsked(report, taking.asked.value) : report}
            options={taking.asked.value ?? options}
            effect={taking.effect(report)}
            isBusy={isBusy}
            onOptions={(next) => taking.readAgain(report, next, 'reading')}
            onTitle={(next) => taking.entitle(report, next)}
            onReport={() => taking.go(report, 'report', title)}
            backHref={href('drop')}
          />
        ) : step === 'report' ? (
          <ReportStep
            report={report}
            isBusy={isBusy}
            onOptions={(next) => taking.readAgain(report, next, 'report')}
            options={options}
            effect={taking.effect(report)}
            onWrite={(partial) => taking.write(report, partial, options)}
            backHref={href('reading')}
            againHref={href('drop')}
          />
        ) : (
          <WriteStep report={report} />
        )}
      </div>
      {isOver.value && (
        <div class="drop-anywhere" aria-hidden="true">
          <p>Drop the file to read it</p>
        </div>
      )}
    </Frame>
  )
}

/** What went wrong, brought into sight wherever the reader is on the page. */
function Wrong({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [children])
  return (
    <p ref={box} class="wrong" role="alert">
      {children}
    </p>
  )
}
