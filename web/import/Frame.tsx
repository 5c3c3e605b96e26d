import '../styles/import.css'
import '../styles/import-reading.css'
import '../styles/import-report.css'
import '../styles/ledger.css'
import type { ComponentChildren } from 'preact'
import { waiting } from './session.ts'
import { TokenDialog } from './TokenDialog.tsx'

/** What every page of imports stands in: its look, and the question for the token when a write needs it. */
export const Frame = ({ children }: { children: ComponentChildren }) => (
  <>
    {children}
    {waiting.value && <TokenDialog />}
  </>
)
