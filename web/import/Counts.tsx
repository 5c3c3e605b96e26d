import type { ImportReport } from '../../data/model/report.ts'
import { whole } from '../words.ts'
import { COUNTS, countsWords, countWord } from './words.ts'

/** What few files have is shown where there is any. */
const RARE = new Set<(typeof COUNTS)[number]>(['confirmed', 'kept', 'removed'])

/** The counts of a report with a bar of them: every count that is not none can be seen in it. */
export function Counts({ report }: { report: ImportReport }) {
  const shown = COUNTS.filter((name) => !RARE.has(name) || report[name] > 0)
  return (
    <section class="counts" aria-label="Figures">
      <h2 class="unseen" tabIndex={-1}>
        Figures: {countsWords(report)}
      </h2>
      <dl>
        {shown.map((name) => (
          <div key={name} class="count">
            <dt>{countWord(name)}</dt>
            <dd class={name === 'rejected' && report.rejected > 0 ? 'bad' : undefined}>
              {whole(report[name])}
            </dd>
          </div>
        ))}
      </dl>
      <div class="counts-bar" aria-hidden="true">
        {shown
          .filter((name) => report[name] > 0)
          .map((name) => (
            <span key={name} class={name} style={{ flexGrow: report[name] }} />
          ))}
      </div>
    </section>
  )
}
