import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ImportReport } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { askSession, session } from './session.ts'
import { bytesWords } from './words.ts'

interface Props {
  /** The file that the next one corrects, where there is one. */
  before: ImportReport | null
  onFile: (file: File) => void
}

/** Where a file comes in: dropped, chosen, or pasted as a table. */
export function DropStep({ before, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const isPasting = useSignal(false)
  useEffect(() => {
    // The server says how large a file may be; where it does not answer, sending will tell.
    if (session.peek() === null) askSession().catch(() => {})
  }, [])
  const most = session.value?.maxUpload
  return (
    <section class="panel">
      <h2 tabIndex={-1}>
        {before ? `Drop ${before.file} again, corrected` : 'Drop a CSV file here'}
      </h2>
      <p class="sub">
        {before
          ? 'It takes the place of the one that was read before. '
          : 'or choose one: commas, semicolons or tabs, in any usual encoding. '}
        {most && `At most ${bytesWords(most)}. `}
        Nothing is written before you have seen the report.
      </p>
      <div class="drop-box">
        <input
          ref={input}
          class="unseen"
          type="file"
          tabIndex={-1}
          aria-label="A CSV file"
          accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            currentTarget.value = ''
            if (file) onFile(file)
          }}
        />
        <Button kind="main" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <button
          type="button"
          class="as-link"
          onClick={() => {
            isPasting.value = true
          }}
        >
          or paste a table
        </button>
      </div>
      <p class="quiet">
        Drop it as the office wrote it: periods in rows or as columns, titles above, notes below.
        What only you can know is asked. A file that goes into a dataset that is here already is
        known by its columns: <a href="/about">download one</a> to see them.
      </p>
      {isPasting.value && (
        <PasteDialog
          onClose={() => {
            isPasting.value = false
          }}
          onFile={onFile}
        />
      )}
    </section>
  )
}
