import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Failure, Waiting } from '../charts/States.tsx'
import { retry } from '../remote.ts'
import { address } from '../router.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { counted } from '../words.ts'
import { Frame } from './Frame.tsx'
import { useFocus } from './focus.ts'
import { useFresh } from './fresh.ts'
import { Ledger } from './Ledger.tsx'
import { imports } from './requests.ts'
import { SignedIn } from './SignedIn.tsx'
import { UndoDialog } from './UndoDialog.tsx'

/** While a file is being read or written. */
const LOOK_AGAIN_MS = 2000

/** The ledger: every file taken in, newest first; older ones on pages of their own. */
export function ImportsPage() {
  const cursor = new URLSearchParams(address.value.search).get('before')
  const key = `imports?${cursor ?? ''}`
  const { value, error, retryAt, loading } = useFresh(key, () => imports.list(cursor))
  const isRunning = value?.imports.some(({ status }) => status === 'running') ?? false
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => retry(key), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isRunning, key])
  const panel = useRef<HTMLElement>(null)
  useFocus(panel, key, loading)
  const undoing = useSignal<number | null>(null)
  const isAll = useSignal(false)
  const cancelled = value?.imports.filter(({ status }) => status === 'cancelled').length ?? 0
  const lines = value?.imports.filter(({ status }) => isAll.value || status !== 'cancelled') ?? []
  return (
    <Frame>
      <PageHead title="Imports">
        <p>
          Every file taken in, newest first. Undo brings back the values that were there before.
        </p>
        <SignedIn />
      </PageHead>
      <section ref={panel} class="panel" aria-busy={loading} aria-label="Every import">
        {!value && error && <Failure error={error} retryAt={retryAt} resource={key} />}
        {!value && !error && <Waiting>Reading the ledger …</Waiting>}
        {value && lines.length === 0 && (
          <p class="said">
            <b>No file has been taken in{cursor && ' before this one'}.</b>{' '}
            <a href="/upload">Upload a CSV</a> to begin.
          </p>
        )}
        {lines.length > 0 && (
          <Ledger
            lines={lines}
            onUndo={(id) => {
              undoing.value = id
            }}
          />
        )}
        {(cancelled > 0 || value?.next || cursor) && (
          <div class="panel-controls">
            {cursor && <ButtonLink href="/imports">Newest</ButtonLink>}
            {value?.next && (
              <ButtonLink href={`/imports?before=${value.next}`}>Older imports</ButtonLink>
            )}
            {cancelled > 0 && (
              <Button
                kind="bare"
                aria-pressed={isAll.value}
                onClick={() => {
                  isAll.value = !isAll.value
                }}
              >
                {isAll.value ? 'Hide' : 'Show'}{' '}
                {counted(cancelled, 'that was cancelled', 'that were cancelled')}
              </Button>
            )}
          </div>
        )}
      </section>
      {undoing.value !== null && (
        <UndoDialog
          id={undoing.value}
          onClose={() => {
            undoing.value = null
          }}
        />
      )}
    </Frame>
  )
}
