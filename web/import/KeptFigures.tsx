import type { ImportReport } from '../../data/model/report.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { unitSentence } from './changes.ts'
import { keptLead, keptRest } from './words.ts'

const HEADS = { before: 'Stays', after: 'In the file', change: 'Difference' }

/** What the file tells otherwise than it stands, and only adding leaves so; nothing where there is none. */
export function KeptFigures({ report }: { report: ImportReport }) {
  const { id, kept, keptFigures } = report
  if (kept === 0) return null
  return (
    <section class="panel" aria-labelledby="kept-title">
      <h2 id="kept-title">Kept as {kept === 1 ? 'it' : 'they'} stood</h2>
      <p class="sub">
        {keptLead(report)} {unitSentence(keptFigures)}
      </p>
      <ChangeTable
        changes={keptFigures}
        total={kept}
        heads={HEADS}
        isLinked
        below={() => keptRest(kept - keptFigures.length)}
      />
      <div class="panel-controls">
        <ButtonLink href={`/api/imports/${id}/issues.csv`} download>
          Download them with all issues (CSV)
        </ButtonLink>
      </div>
    </section>
  )
}
