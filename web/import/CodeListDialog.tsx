import { useSignal } from '@preact/signals'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { counted } from '../words.ts'
import type { GivenCode } from './options.ts'
import { roleWords } from './roles.ts'
import { pairsOf } from './unknown-codes.ts'

interface Props {
  /** Those that texts are unknown of. */
  dimensions: string[]
  onCodes: (given: GivenCode[]) => void
  onClose: () => void
}

/** Many texts with their codes at once, as two columns of a spreadsheet. */
export function CodeListDialog({ dimensions, onCodes, onClose }: Props) {
  const pasted = useSignal('')
  const dimension = useSignal(dimensions[0] ?? '')
  const { pairs, wrong } = pairsOf(pasted.value)
  const say = () => {
    onClose()
    onCodes(pairs.map((pair) => ({ dimension: dimension.value, ...pair })))
  }
  return (
    <Dialog
      wide
      title="Give the codes as a list"
      onClose={onClose}
      actions={
        <Button kind="main" disabled={pairs.length === 0} onClick={say}>
          Read it so{pairs.length > 0 && `: ${counted(pairs.length, 'code', 'codes')}`}
        </Button>
      }
    >
      {dimensions.length > 1 && (
        <label class="field">
          <span>What they are codes of</span>
          <select
            value={dimension.value}
            onChange={({ currentTarget }) => {
              dimension.value = currentTarget.value
            }}
          >
            {dimensions.map((id) => (
              <option key={id} value={id}>
                {roleWords(`dimension:${id}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>A line each: the text of the file, then its code, as copied from two columns</span>
        <textarea
          class="paste"
          rows={10}
          spellcheck={false}
          placeholder={'Freedonia\tFRD\nRuritania\tRRT'}
          value={pasted.value}
          onInput={({ currentTarget }) => {
            pasted.value = currentTarget.value
          }}
        />
      </label>
      <p role="status" class={wrong.length > 0 ? 'bad' : undefined}>
        {wrong.length > 0 &&
          `${counted(wrong.length, 'line is', 'lines are')} no text with a code and left out: “${wrong[0]!.slice(0, 60)}”.`}
      </p>
    </Dialog>
  )
}
