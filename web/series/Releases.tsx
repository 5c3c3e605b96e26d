import { useSignal } from '@preact/signals'
import { boundSign, numberText } from '../../data/model/numbers.ts'
import { Waiting } from '../charts/States.tsx'
import { api, type ReleaseRow } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button } from '../ui/Button.tsx'
import { OuterLink } from '../ui/OuterLink.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { counted, dateWords, spelledPeriod } from '../words.ts'
import { carrierOf } from './carrier.ts'
import { tellingWords } from './telling.ts'

interface Row extends ReleaseRow {
  isFirst: boolean
  words: string
}

const FEW = 24

/** Newest period first; of each the selected release, then the others as they were told. */
function rowsOf(releases: ReleaseRow[]): Row[] {
  const periods = new Map<string, ReleaseRow[]>()
  for (const release of releases) {
    const group = periods.get(release.period) ?? []
    group.push(release)
    periods.set(release.period, group)
  }
  return [...periods.values()].reverse().flatMap((group) =>
    [...group]
      .sort((a, b) => Number(b.selected) - Number(a.selected))
      .map((release, i) => ({
        ...release,
        isFirst: i === 0,
        words: tellingWords(release, group),
      })),
  )
}

const valueText = ({ value, decimals, bound }: Row): string =>
  value === null
    ? 'no data'
    : `${bound ? `${boundSign(bound)}\u202f` : ''}${numberText(value, { decimals })}`

/** Every release of every period: the selected one in ink with a tag, the others grey. */
export function Releases({ id, cumulative }: { id: string; cumulative: boolean }) {
  const { value, error } = useRemote(`history/${id}`, () => api.history(id))
  const all = useSignal(false)
  if (!value) return <Waiting>{error?.message ?? 'Reading the releases …'}</Waiting>
  const rows = rowsOf(value.observations)
  const shown = all.value ? rows : rows.slice(0, FEW)
  const areSourced = rows.some((row) => row.source || row.sourceUrl || row.published)
  const isSaid = areSourced || rows.some(({ words }) => words !== '')
  const what: Column<Row> = { head: 'What it is', cell: (row) => row.words, stacked: 'line' }
  const sourced: Column<Row>[] = [
    {
      head: 'Carried by',
      stacked: 'headed',
      cell: ({ source, sourceUrl }) => (
        <OuterLink href={sourceUrl} title={source ?? undefined}>
          {carrierOf(source) ?? (sourceUrl ? 'page' : 'not stated')}
        </OuterLink>
      ),
    },
    {
      head: 'Published',
      tight: true,
      stacked: 'headed',
      cell: ({ published }) => (published ? dateWords(published) : 'not stated'),
    },
  ]
  return (
    <>
      <Table
        caption="Releases of every period"
        stacks
        rows={shown}
        rowKey={(row) => `${row.period} ${row.import} ${row.line}`}
        rowClass={(row) => (row.selected ? undefined : 'past')}
        columns={[
          {
            head: 'Period',
            tight: true,
            cell: (row) => (row.isFirst ? <b>{spelledPeriod(row.period, cumulative)}</b> : ''),
          },
          {
            head: 'Value',
            figure: true,
            cell: (row) => (row.selected ? <b>{valueText(row)}</b> : valueText(row)),
          },
          { head: '', cell: (row) => row.selected && <Tag>selected</Tag> },
          ...(isSaid ? [what] : []),
          ...(areSourced ? sourced : []),
          {
            head: 'File, line',
            tight: true,
            stacked: 'headed',
            cell: (row) => (
              <a href={`/imports/${row.import}`}>
                {row.file}, {row.line}
              </a>
            ),
          },
        ]}
      />
      {!areSourced && (
        <p class="more">No file says who carried these figures, or when they were published.</p>
      )}
      {rows.length > shown.length && (
        <p class="more">
          {shown.length} of {counted(rows.length, 'release', 'releases')} shown.{' '}
          <Button
            onClick={() => {
              all.value = true
            }}
          >
            Show all {rows.length}
          </Button>
        </p>
      )}
    </>
  )
}
