import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  /** Words of the head; empty for a column of actions or tags. */
  head: string
  cell: (row: Row) => ComponentChildren
  /** Figures stand at the right, in digits of one width. */
  figure?: boolean
  /** Never broken over lines. */
  tight?: boolean
  /** Leaves the table on phones. */
  wide?: boolean
  /** Where rows stack: a line of its own, or one that says its head before it. */
  stacked?: 'line' | 'headed'
  /** Its head is a button that sorts by the column; `is` says whether and how the rows are. */
  sort?: { is: 'ascending' | 'descending' | 'none'; by: () => void }
}

interface Props<Row> {
  /** What the table holds, for a screen reader. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string | number
  rowClass?: (row: Row) => string | undefined
  /** On a narrow page each row becomes a few lines instead of scrolling. */
  stacks?: boolean
}

/** A table whose head and first column stay while the rest scrolls. */
export function Table<Row>({ caption, columns, rows, rowKey, rowClass, stacks }: Props<Row>) {
  const classOf = (c: Column<Row>) =>
    [c.figure && 'figure', c.tight && 'tight', c.wide && 'wide-only', c.stacked]
      .filter(Boolean)
      .join(' ') || undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard.
    <section class={stacks ? 'table-box stacks' : 'table-box'} tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.head} scope="col" class={classOf(c)} aria-sort={c.sort?.is}>
                {c.sort ? (
                  <button type="button" class="sorts" onClick={c.sort.by}>
                    {c.head}
                  </button>
                ) : (
                  c.head || <span class="unseen">Actions</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} class={rowClass?.(row)}>
              {columns.map((c) => (
                <td
                  key={c.head}
                  class={classOf(c)}
                  data-head={c.stacked === 'headed' ? c.head : undefined}
                >
                  {c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
