import type { Columns } from '../../data/model/columns.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { dateWords } from '../words.ts'

const newest = (days: (string | null | undefined)[]): string | undefined =>
  days
    .filter((day) => day != null)
    .sort()
    .at(-1)

/** When the figures were last told: the newest day of publication, else the day they were taken in. */
export function LastTold({ columns }: { columns: Columns }) {
  const published = newest(columns.series.map(({ updated }) => updated))
  const list = useRemote(published ? null : 'datasets', api.datasets).value
  if (published) return <span class="updated"> Last updated {dateWords(published)}.</span>
  const ids = JSON.stringify(columns.query)
  const own = list?.datasets.filter(({ id }) => ids.includes(`"${id}/`))
  const taken = newest(own?.map(({ imported }) => imported) ?? [])
  return taken ? <span class="updated"> Undated; taken in on {dateWords(taken)}.</span> : null
}
