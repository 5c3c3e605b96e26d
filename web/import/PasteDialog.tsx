import { useSignal } from '@preact/signals'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { pastedFile } from './incoming.ts'

interface Props {
  onClose: () => void
  onFile: (file: File) => void
}

/** A table from a spreadsheet or a page, pasted as text. */
export function PasteDialog({ onClose, onFile }: Props) {
  const text = useSignal('')
  const name = useSignal('pasted-table')
  const read = () => {
    onClose()
    onFile(pastedFile(text.value, name.value))
  }
  return (
    <Dialog
      wide
      title="Paste a table"
      onClose={onClose}
      actions={
        <Button kind="main" disabled={text.value.trim() === ''} onClick={read}>
          Read it
        </Button>
      }
    >
      <label class="field">
        <span>The table with its header, as copied from a spreadsheet or as CSV</span>
        <textarea
          class="paste"
          rows={10}
          spellcheck={false}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
        />
      </label>
      <label class="field">
        <span>What to call it</span>
        <input
          type="text"
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value
          }}
        />
      </label>
    </Dialog>
  )
}
