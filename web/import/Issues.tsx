import { useSignal } from '@preact/signals'
import type { ImportReport } from '../../data/model/report.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { counted, whole } from '../words.ts'
import { groupIssues, type IssueGroup, issuesWords, moreLines, splitMessage } from './issues.ts'

const TAGS: Record<IssueGroup['severity'], { tone: Tone; word: string }> = {
  rejected: { tone: 'bad', word: 'rejected' },
  warning: { tone: 'warn', word: 'look' },
  note: { tone: 'plain', word: 'note' },
}

const FEW = 25

/** Every issue at its line, the gravest first, with the cell as it was. */
export function Issues({ report, title }: { report: ImportReport; title: string }) {
  const all = useSignal(false)
  const groups = groupIssues(report.issues)
  const shown = all.value ? groups : groups.slice(0, FEW)
  const isPart = report.issuesTotal > report.issues.length
  return (
    <section class="panel" id="issues" aria-labelledby="issues-title">
      <h2 id="issues-title" tabIndex={-1}>
        {title}
      </h2>
      <p class="sub">{issuesWords(report)}</p>
      <table class="issues">
        <thead>
          <tr>
            <th scope="col" class="figure line">
              Line
            </th>
            <th scope="col">Issue</th>
            <th scope="col">In the file</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((issue) => (
            <IssueRow
              key={`${issue.line} ${issue.column} ${issue.message}`}
              issue={issue}
              isPart={isPart}
            />
          ))}
        </tbody>
      </table>
      {(shown.length < groups.length || isPart) && (
        <p class="more">
          {isPart &&
            `The ${whole(report.issues.length)} gravest of ${whole(report.issuesTotal)} are here. `}
          {shown.length < groups.length && (
            <Button
              onClick={() => {
                all.value = true
              }}
            >
              Show all {groups.length}
            </Button>
          )}
        </p>
      )}
      <div class="panel-controls">
        <ButtonLink href={`/api/imports/${report.id}/issues.csv`} download>
          Download {report.issuesTotal === 1 ? 'the issue' : 'all issues'} (CSV)
        </ButtonLink>
        {report.reading && (
          <ButtonLink href={`/api/imports/${report.id}/annotated.csv`} download>
            The file with its issues (CSV)
          </ButtonLink>
        )}
      </div>
    </section>
  )
}

function IssueRow({ issue, isPart }: { issue: IssueGroup; isPart: boolean }) {
  const { tone, word } = TAGS[issue.severity]
  const { first, rest } = splitMessage(issue.message)
  const more = moreLines(issue.more, isPart)
  return (
    <tr>
      <td class="figure line">
        <span class="on-phones">line </span>
        {whole(issue.line)}
      </td>
      <td class="words">
        <Tag tone={tone}>{word}</Tag> <b>{first}</b>
        {rest && ` ${rest}`}
        {more && <span class="muted"> {more}.</span>}
      </td>
      <td class="in-file">
        {issue.column && (
          <code class="cell-name" dir="auto">
            {issue.column}
          </code>
        )}
        {issue.value === null ? null : issue.value === '' ? (
          <span class="muted">empty cell</span>
        ) : (
          <code class="cell" dir="auto">
            {issue.value}
          </code>
        )}
      </td>
    </tr>
  )
}

/** The words where nothing is wrong. */
export const noIssues = (rows: number): string =>
  `No issues: ${counted(rows, 'row was', 'rows were')} read, and every one is good.`
