import { useSignal } from '@preact/signals'
import type { Change } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { whole } from '../words.ts'
import { type ChangeRow, changeRows, repeatsTitle } from './changes.ts'

const TONES: Record<ChangeRow['tag'], Tone> = {
  new: 'good',
  finer: 'event',
  revised: 'event',
  'taken out': 'warn',
  kept: 'plain',
}
const FEW = 12

interface Props {
  changes: readonly Change[]
  /** How many there are in all. */
  total: number
  /** Headings of the two values. */
  heads?: { before: string; after: string; change: string }
  /** Whether titles lead to their series: those of a preview may not be there yet. */
  isLinked: boolean
  /** Words below the table, by how many are shown. */
  below?: (shown: number) => string
}

const HEADS = { before: 'Before', after: 'After', change: 'Change' }

/** Figures before and after, the first of them until all are asked for. */
export function ChangeTable({ changes, total, heads = HEADS, isLinked, below }: Props) {
  const all = useSignal(false)
  const rows = changeRows(changes)
  const shown = all.value ? rows : rows.slice(0, FEW)
  const hasDistance = rows.some(({ change }) => change !== '')
  // What is kept is all of one kind, and the value before is the one that a reader goes on to see.
  const isKept = rows[0]?.tag === 'kept'
  return (
    <>
      {rows.length > 0 && (
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">Period</th>
              <th scope="col" class="figure">
                {heads.before}
              </th>
              <th scope="col" class="figure">
                {heads.after}
              </th>
              {hasDistance && (
                <th scope="col" class="figure">
                  {heads.change}
                </th>
              )}
              {!isKept && (
                <th scope="col">
                  <span class="unseen">Kind</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={`${row.series} ${row.period}`}>
                <td class="title">
                  {repeatsTitle(shown, i) ? (
                    <span class="unseen">{row.title}</span>
                  ) : isLinked ? (
                    <a href={`/series/${row.series}`}>{row.title}</a>
                  ) : (
                    row.title
                  )}
                  {row.unit && !repeatsTitle(shown, i) && <small>{row.unit}</small>}
                </td>
                <td class="period">{row.period}</td>
                <td class={isKept ? 'figure' : 'figure before'}>
                  {isKept ? <b>{row.before}</b> : row.before}
                  <span class="on-phones" aria-hidden="true">
                    {isKept ? ' stays; file:' : ' →'}
                  </span>
                </td>
                <td class={isKept ? 'figure before' : 'figure'}>
                  {isKept ? row.after : <b>{row.after}</b>}
                </td>
                {hasDistance && <td class="figure by">{row.change}</td>}
                {!isKept && (
                  <td class="kind">
                    <Tag tone={TONES[row.tag]}>{row.tag}</Tag>
                  </td>
                )}
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
            Show {rows.length === total ? 'all' : 'the first'} {whole(rows.length)}
          </Button>
        </p>
      )}
      {below && <p class="quiet">{below(shown.length)}</p>}
    </>
  )
}
