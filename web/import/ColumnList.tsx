import { allColumns } from './columns.ts'
import { type ColumnsProps, Reads, RoleSelect } from './RoleSelect.tsx'
import { readsOf } from './reads.ts'

/** The columns one under the other, for narrow pages and for what stands in no column: name, role, and some cells. */
export function ColumnList({ reading, shown, asked, isFixed, onRole }: ColumnsProps) {
  const all = allColumns(reading).map(({ role }) => role)
  return (
    <ul class="column-list">
      {shown.map((column) => {
        const reads = readsOf(column, reading.decimalMark, asked.includes(column.name))
        return (
          <li key={column.index} class={column.role === 'ignore' ? 'ignored' : undefined}>
            <span class="column-name" title={column.name} dir="auto">
              {column.name}
            </span>
            <RoleSelect
              column={column}
              all={all}
              isFixed={isFixed}
              onRole={(role) => onRole(column.name, role)}
            />
            {reads ? (
              <Reads reads={reads} />
            ) : (
              <code class="reads" dir="auto">
                {column.examples.join(', ')}
              </code>
            )}
          </li>
        )
      })}
    </ul>
  )
}
