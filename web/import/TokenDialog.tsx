import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { errorWords } from './requests.ts'
import { signIn, waiting } from './session.ts'

/** Asks for the token once; what needed it goes on afterwards. */
export function TokenDialog() {
  const token = useSignal('')
  const name = useSignal('')
  const wrong = useSignal('')
  const isBusy = useSignal(false)
  const form = useId()
  const submit = async (event: Event) => {
    event.preventDefault()
    isBusy.value = true
    wrong.value = ''
    try {
      await signIn(token.value.trim(), name.value.trim())
    } catch (error) {
      wrong.value = errorWords(error)
      isBusy.value = false
    }
  }
  return (
    <Dialog
      title="Writing asks for the token"
      onClose={() => waiting.value?.(false)}
      actions={
        <>
          <Button onClick={() => waiting.value?.(false)}>Not now</Button>
          <Button
            kind="main"
            type="submit"
            form={form}
            disabled={isBusy.value || token.value.trim() === ''}
          >
            Sign in and go on
          </Button>
        </>
      }
    >
      <p>
        Reading is open to everybody, writing is not. The token was printed in the terminal when
        Entrepot first started, unless whoever runs it chose one as <code>ENTREPOT_TOKEN</code>.
        This browser is asked once and then remembered for 30 days.
      </p>
      <form id={form} class="token-form" onSubmit={submit}>
        <label class="field">
          <span>Token</span>
          <input
            type="password"
            autocomplete="current-password"
            value={token.value}
            aria-invalid={wrong.value !== ''}
            aria-describedby={`${form}-wrong`}
            onInput={(event) => {
              token.value = event.currentTarget.value
            }}
          />
        </label>
        <p id={`${form}-wrong`} role="alert" class="bad">
          {wrong.value}
        </p>
        <label class="field">
          <span>Your name, kept with what you import (may stay empty)</span>
          <input
            type="text"
            autocomplete="name"
            maxLength={80}
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value
            }}
          />
        </label>
      </form>
    </Dialog>
  )
}
