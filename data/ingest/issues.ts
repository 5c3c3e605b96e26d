import type { Issue } from '../model/report.ts'
import { copyOf } from './copy.ts'

/** Issues that a report shows; the store keeps all. */
export const SHOWN_ISSUES = 200
const SHOWN_CHARACTERS = 200
const GRAVITY: Record<Issue['severity'], number> = { rejected: 0, warning: 1, note: 2 }

/** Rejected first, then warnings, then notes, each in the order of lines. */
export const gravestFirst = (issues: readonly Issue[]): Issue[] =>
  issues.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.line - b.line)

/** Collects what a person should know. Memory stays bounded when what waits is taken now and then. */
export interface IssueLog {
  add(issue: Issue): void
  total(): number
  /** The gravest, for the report. */
  shown(): Issue[]
  waiting(): number
  /** Those that were added since the last call. */
  take(): Issue[]
}

export function createIssueLog(): IssueLog {
  const shown: Record<Issue['severity'], Issue[]> = { rejected: [], warning: [], note: [] }
  let waiting: Issue[] = []
  let total = 0
  return {
    add(issue) {
      total++
      const value = issue.value === null ? null : shortened(issue.value)
      const kept = { ...issue, value, message: copyOf(issue.message) }
      waiting.push(kept)
      if (shown[issue.severity].length < SHOWN_ISSUES) shown[issue.severity].push(kept)
    },
    total: () => total,
    shown: () => gravestFirst(Object.values(shown).flat()).slice(0, SHOWN_ISSUES),
    waiting: () => waiting.length,
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}

/** As much of a text of a file as a report shows. */
export const shortened = (text: string): string =>
  copyOf(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)

/** A cell in a sentence. */
export const quoted = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
