import { useSignal } from '@preact/signals'
import type { ImportReport } from '../../data/model/report.ts'
import { shortLabels } from '../explore/labels.ts'
import { Button } from '../ui/Button.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { type ChangeRow, changeRows, repeatsTitle, unitSentence } from './changes.ts'
import { noIssues } from './Issues.tsx'
import { quietWords } from './words.ts'

const TONES: Record<ChangeRow['tag'], Tone> = {
  new: 'good',
  finer: 'event',
  revised: 'event',
  'taken out': 'warn',
}
const TITLES: Partial<Record<ImportReport['status'], string>> = {
  committed: 'What changed',
  undone: 'What it had changed',
}
const FEW = 12

/** The figures that change, before and after, and words for those that do not. */
export function Changes({ report }: { report: ImportReport }) {
  const all = useSignal(false)
  const rows = changeRows(report.changes)
  const shown = all.value ? rows : rows.slice(0, FEW)
  const titles = [...new Set(rows.map(({ title }) => title))]
  const labels = new Map(shortLabels(titles).map((label, i) => [titles[i], label]))
  const hasRevisions = report.changes.some(({ kind }) => kind === 'revised')
  const hasDistance = rows.some(({ change }) => change !== '')
  return (
    <section class="panel" aria-labelledby="changes-title">
      <h2 id="changes-title" tabIndex={-1}>
        {TITLES[report.status] ?? 'What changes'}
      </h2>
      <p class="sub">
        {rows.length > 0
          ? `Figures as a reader sees them${hasRevisions ? ', the largest revisions first' : ''}. ${unitSentence(report.changes)}`
          : 'No figure that a reader sees.'}
      </p>
      {rows.length > 0 && (
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">Period</th>
              <th scope="col" class="figure">
                Before
              </th>
              <th scope="col" class="figure">
                After
              </th>
              {hasDistance && (
                <th scope="col" class="figure">
                  Change
                </th>
              )}
              <th scope="col">
                <span class="unseen">Kind</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={`${row.series} ${row.period}`}>
                <td class="title">
                  {repeatsTitle(shown, i) ? (
                    <span class="unseen">{labels.get(row.title)}</span>
                  ) : report.status === 'committed' ? (
                    <a href={`/series/${row.series}`} title={row.title}>
                      {labels.get(row.title)}
                    </a>
                  ) : (
                    <span title={row.title}>{labels.get(row.title)}</span>
                  )}
                  {row.unit && !repeatsTitle(shown, i) && <small>{row.unit}</small>}
                </td>
                <td class="period">{row.period}</td>
                <td class="figure before">
                  {row.before}
                  <span class="on-phones" aria-hidden="true">
                    {' '}
                    →
                  </span>
                </td>
                <td class="figure">
                  <b>{row.after}</b>
                </td>
                {hasDistance && <td class="figure by">{row.change}</td>}
                <td class="kind">
                  <Tag tone={TONES[row.tag]}>{row.tag}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <p class="more">
          <Button
            onClick={() => {
              all.value = true
            }}
          >
            Show {rows.length === report.changesTotal ? 'all' : 'the first'} {rows.length}
          </Button>
        </p>
      )}
      <p class="quiet">
        {quietWords(report, all.value ? rows.length : shown.length)}
        {report.issuesTotal === 0 && report.rows > 0 && ` ${noIssues(report.rows)}`}
      </p>
    </section>
  )
}
