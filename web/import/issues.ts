import type { ImportReport, Issue } from '../../data/model/report.ts'
import { whole } from '../words.ts'

/** Issues that say the same of several lines, told once. */
export interface IssueGroup extends Issue {
  /** The lines after the first. */
  more: number[]
}

/** Groups what differs by line only, in the order in which it came: the gravest first. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>()
  for (const issue of issues) {
    const { severity, column, code, message, value } = issue
    const key = JSON.stringify([severity, column, code, message, value])
    const group = groups.get(key)
    if (group) group.more.push(issue.line)
    else groups.set(key, { ...issue, more: [] })
  }
  return [...groups.values()]
}

/** "also on line 351", "also on lines 351, 607 and 14 more", of which a part of the issues knows the least only. */
export function moreLines(lines: readonly number[], isPart = false): string {
  if (lines.length === 0) return ''
  const shown = lines.slice(0, 3).map(whole)
  const rest = lines.length - shown.length
  const last =
    rest > 0
      ? `${isPart ? 'at least ' : ''}${whole(rest)} more`
      : shown.length > 1
        ? shown.pop()
        : undefined
  return `also on ${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${last ? ` and ${last}` : ''}`
}

/** A message's first sentence, which is set bold, and what follows it. */
export function splitMessage(message: string): { first: string; rest: string } {
  const match = /^(.+?[.!?:;])\s+(.+)$/s.exec(message)
  return match ? { first: match[1]!, rest: match[2]! } : { first: message, rest: '' }
}

/** "Three", "12": a number that begins a sentence. */
export const countWords = (n: number): string => NUMBERS[n] ?? whole(n)

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** "Five issues, the gravest first. Rejected rows stay out; the other 814 figures can be written without them." */
export function issuesWords(report: ImportReport): string {
  const { issuesTotal, rejected, added, revised, confirmed, unchanged, kept, status } = report
  const words = `${countWords(issuesTotal)} ${issuesTotal === 1 ? 'issue' : 'issues, the gravest first'}.`
  if (rejected === 0) return report.error ? words : `${words} None keeps a row out.`
  const good = added + revised + confirmed + unchanged + kept
  if (status !== 'preview') return words
  return good === 0
    ? `${words} Nothing in the file is good: there is nothing to write.`
    : `${words} What is rejected can be left out; the other ${good === 1 ? 'figure is' : `${whole(good)} figures are`} good.`
}
