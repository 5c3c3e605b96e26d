import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ImportReport } from '../../data/model/report.ts'
import { refresh } from '../remote.ts'
import type { Step } from './pace.ts'

interface Following {
  pace: Signal<Step | null>
  /** The line is broken, and nothing is known until it is there again. */
  isLost: Signal<boolean>
}

/**
 * How far a running import is, told by the server as it goes on. When it ends, everything that is shown
 * is asked again. The browser connects anew by itself where the line breaks.
 */
export function useFollowing(report: ImportReport | null): Following {
  const pace = useSignal<Step | null>(null)
  const isLost = useSignal(false)
  const id = report?.status === 'running' ? report.id : null
  useEffect(() => {
    if (id === null) return
    pace.value = null
    isLost.value = false
    const events = new EventSource(`/api/imports/${id}/progress`)
    events.addEventListener('open', () => {
      isLost.value = false
    })
    events.addEventListener('error', () => {
      isLost.value = true
    })
    events.addEventListener('progress', (event) => {
      pace.value = JSON.parse(event.data) as Step
    })
    events.addEventListener('done', () => {
      events.close()
      refresh()
    })
    return () => events.close()
  }, [id])
  return { pace, isLost }
}
