import { respread } from './spread.ts'
import type { Layout } from './view.ts'

/** Several dimensions in the first column, named alike: `freq,unit,geo\TIME_PERIOD`, as Eurostat's TSV. */
const NAMES = /^([\w ]+(?:,[\w ]+)*)\\([\w ]+)$/

export const joined: Layout = (view) => {
  const [, list, axis] = NAMES.exec(view.header[0]?.trim() ?? '') ?? []
  if (list === undefined) return undefined
  const names = list.split(',').map((name) => name.trim())
  const split = (row: string[]): string[] => {
    const parts = (row[0] ?? '').split(',').map((part) => part.trim())
    const fitting = parts.length === names.length ? parts : names.map(() => '')
    return [...fitting, ...row.slice(1)]
  }
  const own = view.from[0]!
  return {
    ...view,
    header: [...names, ...view.header.slice(1)],
    roles: [...names.map(() => undefined), ...view.roles.slice(1)],
    from: [...names.map(() => own), ...view.from.slice(1)],
    ...respread(view, () => (row, emit) => emit(split(row), -1)),
    spent: new Map([...view.spent, [own, 'attribute:dimensions']]),
    says: [
      ...view.says,
      `The first column holds ${names.length} columns in one: ${names.join(', ')}; the others are named by ${axis}.`,
    ],
  }
}
