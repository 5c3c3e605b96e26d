import { useSignal } from '@preact/signals'
import { Button } from '../ui/Button.tsx'

interface Props {
  /** What is said, above the field. */
  label: string
  placeholder: string
  onSay: (text: string) => void
}

/** One thing to type and say. */
export function SayForm({ label, placeholder, onSay }: Props) {
  const typed = useSignal('')
  const say = (event: Event) => {
    event.preventDefault()
    const text = typed.value.trim()
    if (text !== '') onSay(text)
  }
  return (
    <form class="say" onSubmit={say}>
      <label class="field">
        <span>{label}</span>
        <input
          type="text"
          placeholder={placeholder}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      </label>
      <Button type="submit" disabled={typed.value.trim() === ''}>
        Say so
      </Button>
    </form>
  )
}
