import { signal } from '@preact/signals'
import { RequestError } from '../client.ts'
import { imports, type Session } from './requests.ts'

/** Whether this browser may write; null until it was asked. */
export const session = signal<Session | null>(null)

/** What waits for the token: told true when the reader has signed in, false when they would not. */
export const waiting = signal<((isSignedIn: boolean) => void) | null>(null)

/** Asks the server who is signed in here. */
export async function askSession(): Promise<void> {
  session.value = await imports.session()
}

const askForToken = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting.value?.(false)
    waiting.value = (isSignedIn) => {
      waiting.value = null
      resolve(isSignedIn)
    }
  })

/** Signs in, and lets what waited for it go on. Throws RequestError where the token is wrong. */
export async function signIn(token: string, name: string): Promise<void> {
  session.value = await imports.signIn(token, name)
  waiting.value?.(true)
}

export async function signOut(): Promise<void> {
  session.value = await imports.signOut()
}

/**
 * Carries out a write. The token is asked for before it, where nobody is signed in, and once more where
 * the session has run out meanwhile. Undefined when the reader would not sign in: nothing was done.
 */
export async function writing<T>(write: () => Promise<T>): Promise<T | undefined> {
  if (!session.value?.signedIn) await askSession()
  if (!session.value?.signedIn && !(await askForToken())) return undefined
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 401) throw error
    session.value = null
    return (await askForToken()) ? write() : undefined
  }
}
