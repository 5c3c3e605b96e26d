import '../styles/import.css'
import '../styles/import-reading.css'
import '../styles/import-report.css'
import '../styles/ledger.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { askSession, waiting } from './session.ts'
import { TokenDialog } from './TokenDialog.tsx'

/** What every page of imports stands in: its look, and the question for the token when a write needs it. */
export function Frame({ children }: { children: ComponentChildren }) {
  useEffect(() => {
    // Who is signed in is shown only; a write asks again.
    askSession().catch(() => {})
  }, [])
  return (
    <>
      {children}
      {waiting.value && <TokenDialog />}
    </>
  )
}
