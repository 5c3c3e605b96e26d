import { type ColumnsProps, Reads, RoleSelect } from './RoleSelect.tsx'
import { readsOf } from './reads.ts'

/** The columns one under the other, for narrow pages: name, role, and one cell. */
export function ColumnList({ reading, asked, isFixed, onRole }: ColumnsProps) {
  const { columns, decimalMark } = reading
  const all = columns.map(({ role }) => role)
  return (
    <ul class="column-list">
      {columns.map((column) => {
        const reads = readsOf(column, decimalMark, asked.includes(column.name))
        return (
          <li key={column.name} class={column.role === 'ignore' ? 'ignored' : undefined}>
            <span class="column-name">{column.name}</span>
            <RoleSelect
              column={column}
              all={all}
              isFixed={isFixed}
              onRole={(role) => onRole(column.name, role)}
            />
            {reads ? <Reads reads={reads} /> : <code class="reads">{column.examples[0]}</code>}
          </li>
        )
      })}
    </ul>
  )
}
