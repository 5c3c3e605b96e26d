import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ImportReport, Progress } from '../../data/model/report.ts'
import { refresh } from '../remote.ts'
import { type Pace, paced } from './pace.ts'

/**
 * How far a running import is, told by the server as it goes on. When it ends, everything that is shown
 * is asked again. The browser connects anew by itself where the line breaks.
 */
export function useFollowing(report: ImportReport | null): Signal<Pace | null> {
  const pace = useSignal<Pace | null>(null)
  const id = report?.status === 'running' ? report.id : null
  useEffect(() => {
    if (id === null) return
    pace.value = null
    const events = new EventSource(`/api/imports/${id}/progress`)
    events.addEventListener('progress', (event) => {
      const progress = JSON.parse(event.data) as Progress
      pace.value = paced(pace.peek(), progress, Date.now(), report?.rows || null)
    })
    events.addEventListener('done', () => {
      events.close()
      refresh()
    })
    return () => events.close()
  }, [id])
  return pace
}
