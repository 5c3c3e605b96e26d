import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ImportReport } from '../../data/model/report.ts'
import { useFollowing } from './following.ts'
import { ProgressPanel } from './ProgressPanel.tsx'
import { paceWords } from './pace.ts'
import { sending, sendingWords, stopSending } from './sending.ts'

/** A file on its way to the server. */
export function SendingPanel() {
  const now = useSignal(Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now()
    }, 500)
    return () => clearInterval(timer)
  }, [])
  const on = sending.value
  if (!on) return null
  const isThere = on.sent >= on.total
  return (
    <ProgressPanel
      title={isThere ? `Reading ${on.file}` : `Sending ${on.file}`}
      words={sendingWords(on, now.value)}
      fraction={isThere || on.total === 0 ? null : on.sent / on.total}
      note={`You may look at other pages of Entrepot meanwhile; closing this tab ${isThere ? 'changes nothing' : 'stops the sending'}.`}
      onCancel={isThere ? undefined : stopSending}
    />
  )
}

const LOST =
  'Entrepot does not answer; this page asks again every few seconds. If the program was ended, nothing of this file is in the store.'

interface Props {
  report: ImportReport
  onCancel: () => void
}

/** An import that the server is carrying out, whether or not somebody looks. */
export function RunningPanel({ report, onCancel }: Props) {
  const following = useFollowing(report)
  const pace = following.pace.value
  const isLost = following.isLost.value
  const words = {
    waiting: `${report.file} waits for its turn`,
    reading: `Reading ${report.file}`,
    comparing: `Comparing ${report.file} with the store`,
    writing: `Writing ${report.file}`,
    done: `${report.file} is done`,
  }
  return (
    <ProgressPanel
      title={pace ? words[pace.phase] : `${report.file} is on its way`}
      words={isLost ? LOST : pace ? paceWords(pace) : 'Waiting to hear how far it is.'}
      fraction={pace?.fraction ?? null}
      note={
        <>
          Leaving the page does not stop it: it goes on, and{' '}
          <a href={`/imports/${report.id}`}>import {report.id}</a> says how far.
        </>
      }
      onCancel={onCancel}
    />
  )
}
