import type { Role } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import { respread } from './spread.ts'
import type { Emit, Layout } from './view.ts'

/**
 * Names in levels, each with its name, as pandas writes them: a level that has a name is a column of its own, and one
 * without tells the measures apart.
 */
export const levelled: Layout = (view, { levels }) => {
  if (!levels) return undefined
  const { left, names, codes } = levels
  const columns = view.header.slice(left).map((_, i) => i)
  const told = (i: number, isNamed: boolean) =>
    codes.flatMap((level, l) => ((names[l] !== '') === isNamed ? [level[i] ?? ''] : []))
  const measures = [...new Set(columns.map((i) => told(i, false).join(' ')))]
  const groups = Map.groupBy(columns, (i) => told(i, true).join('\u001f'))
  if (
    new Set(columns.map((i) => codes.map((level) => level[i]).join('\u001f'))).size < columns.length
  )
    return undefined
  const records = [...groups.values()].map((own) => ({
    codes: told(own[0]!, true),
    at: measures.map((measure) => own.find((i) => told(i, false).join(' ') === measure)),
  }))
  const made = [...names.filter(Boolean), ...(measures[0] === '' ? ['value'] : measures)]
  const spread = (row: string[], emit: Emit) => {
    for (const record of records) {
      const figures = record.at.map((i) => (i === undefined ? '' : (row[left + i] ?? '')))
      const [only = -1, more] = record.at.flatMap((i) => i ?? [])
      emit(
        [...row.slice(0, left), ...record.codes, ...figures],
        more === undefined ? left + only : -1,
      )
    }
  }
  return {
    ...view,
    header: [...view.header.slice(0, left), ...made],
    roles: [...view.roles.slice(0, left), ...made.map(() => undefined)],
    from: [...view.from.slice(0, left), ...made.map(() => -1)],
    ...respread(view, () => spread),
    fan: view.fan * records.length,
    spent: new Map<number, Role>([
      ...view.spent,
      ...columns.map((i): [number, Role] => [view.from[left + i]!, 'value']),
    ]),
    says: [
      ...view.says,
      `Columns have names in ${names.length} levels: those of ${names.filter(Boolean).map(quoted).join(', ')} tell their figures apart.`,
    ],
  }
}
