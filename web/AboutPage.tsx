import { Waiting } from './charts/States.tsx'
import { api } from './client.ts'
import { useRemote } from './remote.ts'
import { ButtonLink } from './ui/Button.tsx'
import { PageHead } from './ui/PageHead.tsx'
import { counted, dateWords } from './words.ts'

/** Where the figures come from and what may be done with them, dataset by dataset. */
export function AboutPage() {
  const { value, error } = useRemote('datasets', api.datasets)
  return (
    <>
      <PageHead title="Data and licence">
        <p>
          Entrepot stores trade figures with everything that was said of them: the page that told
          each, the day it was published, the file and line it came in by. Missing is shown as
          missing, estimates as estimates, and a bound as a bound.
        </p>
      </PageHead>
      <div class="grid">
        {!value && <Waiting>{error?.message ?? 'Reading the datasets …'}</Waiting>}
        {value?.datasets.map((dataset) => (
          <section key={dataset.id} class="panel prose w6" aria-labelledby={`about-${dataset.id}`}>
            <h2 id={`about-${dataset.id}`}>
              <a href={`/explore?dataset=${dataset.id}`}>{dataset.title}</a>
            </h2>
            <p class="sub">
              {counted(dataset.series, 'series', 'series')},{' '}
              {counted(dataset.observations, 'period', 'periods')},{' '}
              {counted(dataset.releases, 'release', 'releases')}
              {dataset.updated && `; newest of ${dateWords(dataset.updated)}`}
            </p>
            {dataset.description && <p>{dataset.description}</p>}
            {dataset.source && (
              <p>
                <b>Source:</b> {dataset.source}
              </p>
            )}
            {dataset.licence && (
              <p>
                <b>Licence:</b> {dataset.licence}
              </p>
            )}
            <div class="controls">
              <ButtonLink icon="download" href={`/api/datasets/${dataset.id}.csv`}>
                Everything as CSV
              </ButtonLink>
            </div>
          </section>
        ))}
      </div>
    </>
  )
}
