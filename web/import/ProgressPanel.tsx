import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'

interface Props {
  title: string
  /** How far it is: "Reading: 1 200 000 rows, 350 000 a second, about 15 s left". */
  words: string
  /** 0 to 1; null where the end is not known. */
  fraction: number | null
  /** What becomes of it when the reader leaves. */
  note: ComponentChildren
  onCancel?: () => void
}

const READ_ALOUD_MS = 5000

/** Work on its way: a bar, words that are read aloud now and then, Cancel. */
export function ProgressPanel({ title, words, fraction, note, onCancel }: Props) {
  const aloud = useSignal(words)
  const now = useSignal(words)
  now.value = words
  useEffect(() => {
    const timer = setInterval(() => {
      aloud.value = now.peek()
    }, READ_ALOUD_MS)
    return () => clearInterval(timer)
  }, [])
  const percent = fraction === null ? undefined : Math.round(fraction * 100)
  return (
    <section class="panel">
      <h2 tabIndex={-1}>{title}</h2>
      <div
        class={percent === undefined ? 'progress endless' : 'progress'}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span class="progress-done" style={{ width: `${percent ?? 100}%` }} />
      </div>
      <p class="progress-words">{words}</p>
      <p class="unseen" role="status">
        {aloud.value}
      </p>
      <div class="progress-foot">
        <p class="muted">{note}</p>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </section>
  )
}
