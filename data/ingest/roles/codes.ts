import { areOne, type ColumnFacts } from '../facts.ts'
import { codeStem, dimensionOf, headerWord, labelStem } from '../words.ts'
import type { Settling } from './settling.ts'

/**
 * Columns that one of the known dimensions already speaks for become labels of it, labels alone
 * dimensions, and names beside codes their labels: `Indicator Name` beside `Indicator Code`.
 */
export function settleCodes({ facts, roles }: Settling): void {
  for (const [index, role] of roles.entries()) {
    const [kind, id] = role?.split(':') ?? []
    if (kind === 'label' && !roles.includes(`dimension:${id}`)) roles[index] = `dimension:${id}`
    const first = roles.indexOf(role)
    if (kind !== 'dimension' || first === index) continue
    roles[index] = areOne(facts, first, index)
      ? `label:${id}`
      : `dimension:${dimensionOf(facts.columns[index]!.name)}`
  }
  for (const column of facts.columns) {
    const code = roles[column.index] === undefined ? codeBeside(facts.columns, column) : undefined
    if (!code || !areOne(facts, code.index, column.index)) continue
    const own = roles[code.index]
    if (own !== undefined && !own.startsWith('dimension:')) continue
    const id = own?.slice('dimension:'.length) ?? codeStem(code.name) ?? dimensionOf(code.name)
    roles[code.index] = `dimension:${id}`
    roles[column.index] = `label:${id}`
  }
}

/** The column of codes that a column of names belongs to by their names. */
function codeBeside(columns: readonly ColumnFacts[], column: ColumnFacts): ColumnFacts | undefined {
  const stem = labelStem(column.name)
  if (stem === undefined) {
    const word = headerWord(column.name)
    return columns.find((other) => other !== column && codeStem(other.name) === word)
  }
  return columns.find(
    (other) =>
      other !== column && (codeStem(other.name) === stem || headerWord(other.name) === stem),
  )
}
