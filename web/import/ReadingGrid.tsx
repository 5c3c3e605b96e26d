import { whole } from '../words.ts'
import { allColumns } from './columns.ts'
import { type ColumnsProps, Reads, RoleSelect } from './RoleSelect.tsx'
import { readsOf } from './reads.ts'

const ROWS = 6

/** The first rows as they stand in the file, each column's role over it. */
export function ReadingGrid({ reading, shown, sample, asked, isFixed, onRole }: ColumnsProps) {
  const all = allColumns(reading).map(({ role }) => role)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard.
    <section class="table-box reading-grid" tabIndex={0} aria-label="The first rows of the file">
      <table>
        <thead>
          <tr>
            <th scope="col" class="figure line-number">
              Line
            </th>
            {shown.map((column) => (
              <th
                key={column.index}
                scope="col"
                class={column.role === 'ignore' ? 'ignored' : undefined}
              >
                <span class="column-name" title={column.name} dir="auto">
                  {column.name}
                </span>
                <RoleSelect
                  column={column}
                  all={all}
                  isFixed={isFixed}
                  onRole={(role) => onRole(column.name, role)}
                />
                <Reads reads={readsOf(column, reading.decimalMark, asked.includes(column.name))} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, ROWS).map(({ line, cells }) => (
            <tr key={line}>
              <td class="figure line-number">{whole(line)}</td>
              {shown.map(({ index, role }) => (
                <td
                  key={index}
                  class={role === 'ignore' ? 'ignored' : undefined}
                  title={cells[index]}
                >
                  <bdi>{cells[index]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
