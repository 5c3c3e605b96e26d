import type { Reading } from '../../data/model/report.ts'

/** A column with its place in the file, from 0. */
export type Placed = Reading['columns'][number] & { index: number }

/** The columns of the file, and what tells series apart and stands in none. */
export const allColumns = ({ columns, made = [] }: Pick<Reading, 'columns' | 'made'>) => [
  ...columns,
  ...made,
]

/** The columns whose names hold a text, in the order of the file; all of them where nothing is sought. */
export function findColumns(columns: Reading['columns'], sought: string): Placed[] {
  const text = sought.trim().toLocaleLowerCase()
  return columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ name }) => name.toLocaleLowerCase().includes(text))
}
