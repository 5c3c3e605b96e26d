import { useEffect } from 'preact/hooks'
import { toast } from '../ui/Toast.tsx'
import { errorWords } from './requests.ts'
import { askSession, session, signOut } from './session.ts'

/** Says who is signed in here, with the way out; nothing where nobody is. */
export function SignedIn() {
  useEffect(() => {
    // Who is signed in is shown only; a write asks again.
    if (session.peek() === null) askSession().catch(() => {})
  }, [])
  const now = session.value
  if (!now?.signedIn) return null
  const leave = () =>
    signOut().then(
      () => toast('Signed out'),
      (error) => toast(errorWords(error)),
    )
  return (
    <p class="signed-in">
      Signed in{now.name && ` as ${now.name}`}.{' '}
      <button type="button" class="as-link" onClick={leave}>
        Sign out
      </button>
    </p>
  )
}
