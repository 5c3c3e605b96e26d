import type { ImportReport } from '../../data/model/report.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { mainUnit, unitSentence } from './changes.ts'
import { noIssues } from './Issues.tsx'
import { quietWords } from './words.ts'

const TITLES: Partial<Record<ImportReport['status'], string>> = {
  committed: 'What changed',
  undone: 'What it had changed',
}

/** The figures that change, before and after, and words for those that do not. */
export function Changes({ report }: { report: ImportReport }) {
  const { changes, changesTotal, status, newDataset, issuesTotal, rows } = report
  const isUnitOpen = status === 'preview' && newDataset && mainUnit(changes) === null
  const hasRevisions = changes.some(({ kind }) => kind === 'revised')
  return (
    <section class="panel" aria-labelledby="changes-title">
      <h2 id="changes-title" tabIndex={-1}>
        {TITLES[status] ?? 'What changes'}
      </h2>
      <p class="sub">
        {changes.length > 0
          ? `Figures as a reader sees them${hasRevisions ? ', the largest revisions first' : ''}. ${unitSentence(changes)}${isUnitOpen ? ' One can be said for every row in step 2.' : ''}`
          : 'No figure that a reader sees.'}
      </p>
      <ChangeTable
        changes={changes}
        total={changesTotal}
        isLinked={status === 'committed'}
        below={(shown) =>
          quietWords(report, shown) +
          (issuesTotal === 0 && report.kept === 0 && rows > 0 ? ` ${noIssues(rows)}` : '')
        }
      />
    </section>
  )
}
