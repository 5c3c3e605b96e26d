import type { Issue } from '../model/report.ts'
import { copyOf } from './copy.ts'

/** Issues kept with an import; those beyond are counted only. */
export const KEPT_ISSUES = 100_000
const SHOWN_CHARACTERS = 200
const GRAVITY: Record<Issue['severity'], number> = { rejected: 0, warning: 1, note: 2 }

/** Collects what a person should know, in bounded memory. */
export interface IssueLog {
  add(issue: Issue): void
  total(): number
  /** Rejected first, then warnings, then notes, each in the order of lines. */
  sorted(): Issue[]
}

export function createIssueLog(): IssueLog {
  const issues: Issue[] = []
  let total = 0
  return {
    add(issue) {
      total++
      if (issues.length >= KEPT_ISSUES) return
      const value = issue.value === null ? null : shortened(issue.value)
      issues.push({ ...issue, value, message: copyOf(issue.message) })
    },
    total: () => total,
    sorted: () =>
      issues.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.line - b.line),
  }
}

const shortened = (text: string): string =>
  copyOf(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)

/** A cell in a sentence. */
export const quoted = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
