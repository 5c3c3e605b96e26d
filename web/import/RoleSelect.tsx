import type { Reading, Role } from '../../data/model/report.ts'
import type { Placed } from './columns.ts'
import { rolesFor, roleWords } from './roles.ts'

export interface ColumnsProps {
  reading: Reading
  /** Those of its columns that are looked at. */
  shown: Placed[]
  sample: { line: number; cells: string[] }[]
  /** Columns that a question is open on. */
  asked: readonly (string | null)[]
  isFixed: boolean
  onRole: (name: string, role: Role) => void
}

interface Props {
  column: Reading['columns'][number]
  all: readonly Role[]
  isFixed: boolean
  onRole: (role: Role) => void
}

/** What a column is, as a control. */
export const RoleSelect = ({ column, all, isFixed, onRole }: Props) => (
  <select
    class="role-select"
    aria-label={`What ${column.name} is`}
    disabled={isFixed}
    value={column.role}
    onChange={(event) => onRole(event.currentTarget.value as Role)}
  >
    {rolesFor(column, all).map(({ title, roles }) => (
      <optgroup key={title} label={title}>
        {roles.map((role) => (
          <option key={role} value={role} selected={role === column.role}>
            {roleWords(role)}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
)

/** One cell and what it was taken for. */
export const Reads = ({ reads }: { reads: { cell: string; reads: string } | null }) =>
  reads && (
    <span class="reads">
      <code dir="auto">{reads.cell}</code> read as {reads.reads}
    </span>
  )
