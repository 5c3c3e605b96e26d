import { whole } from '../words.ts'
import { type ColumnsProps, Reads, RoleSelect } from './RoleSelect.tsx'
import { readsOf } from './reads.ts'

const ROWS = 6

/** The first rows as they stand in the file, each column's role over it. */
export function ReadingGrid({ reading, sample, asked, isFixed, onRole }: ColumnsProps) {
  const { columns, decimalMark } = reading
  const all = columns.map(({ role }) => role)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard.
    <section class="table-box reading-grid" tabIndex={0} aria-label="The first rows of the file">
      <table>
        <thead>
          <tr>
            <th scope="col" class="figure line-number">
              Line
            </th>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                class={column.role === 'ignore' ? 'ignored' : undefined}
              >
                <span class="column-name">{column.name}</span>
                <RoleSelect
                  column={column}
                  all={all}
                  isFixed={isFixed}
                  onRole={(role) => onRole(column.name, role)}
                />
                <Reads reads={readsOf(column, decimalMark, asked.includes(column.name))} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, ROWS).map(({ line, cells }) => (
            <tr key={line}>
              <td class="figure line-number">{whole(line)}</td>
              {columns.map((column, i) => (
                <td
                  key={column.name}
                  class={column.role === 'ignore' ? 'ignored' : undefined}
                  title={cells[i]}
                >
                  {cells[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
