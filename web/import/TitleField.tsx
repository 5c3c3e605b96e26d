import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

interface Props {
  title: string
  isFixed: boolean
  onTitle: (title: string) => void
}

/** The title of the dataset that the file makes: the reader's to choose until it is written. */
export function TitleField({ title, isFixed, onTitle }: Props) {
  const typed = useSignal(title)
  useEffect(() => {
    typed.value = title
  }, [title])
  return (
    <label class="field title-field">
      <span>Title of the new dataset</span>
      <input
        type="text"
        maxLength={120}
        disabled={isFixed}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onChange={() => onTitle(typed.value.trim())}
      />
    </label>
  )
}
