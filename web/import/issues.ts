import type { ImportReport, Issue } from '../../data/model/report.ts'
import { whole } from '../words.ts'

/** Issues that say the same of several lines, told once. */
export interface IssueGroup extends Issue {
  /** The lines after the first. */
  more: number[]
}

/** A report without the issues of what is kept, which a list of its own shows. */
export function withoutKept(report: ImportReport): ImportReport {
  if (report.kept === 0) return report
  const issues = report.issues.filter(({ code }) => code !== 'kept')
  return {
    ...report,
    issues,
    issuesTotal: Math.max(issues.length, report.issuesTotal - report.kept),
  }
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

/** "Also on line 351", "Also on lines 351, 607 and 14 more", of which a part of the issues knows the least only. */
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
  return `Also on ${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${last ? ` and ${last}` : ''}`
}

/** A message's first sentence, which is set bold, and what follows it; what is quoted has no ends of sentences. */
export function splitMessage(message: string): { first: string; rest: string } {
  const bare = message.replace(/“[^”]*”/g, (quoted) => '“'.repeat(quoted.length))
  const gap = /(?<=.[.!?:;])\s+(?=\S)/s.exec(bare)
  if (!gap) return { first: message, rest: '' }
  return { first: message.slice(0, gap.index), rest: message.slice(gap.index + gap[0].length) }
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
  if (report.options.mode?.startsWith('replace'))
    return `${words} What is rejected must be mended first.`
  return good === 0
    ? `${words} Nothing in the file is good: there is nothing to write.`
    : `${words} What is rejected can be left out; the other ${good === 1 ? 'figure is' : `${whole(good)} figures are`} good.`
}
