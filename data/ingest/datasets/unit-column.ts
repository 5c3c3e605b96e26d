import type { DatasetDescription } from '../../model/dataset.ts'
import type { Question } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import { respread } from '../layouts/spread.ts'
import type { View } from '../layouts/view.ts'
import type { Understood } from '../read.ts'
import { unitNamed } from '../units/listed-units.ts'

/** A column of units that a file does not have, and the text that stands in all of it. */
export interface UnitColumn {
  name: string
  unit: string
}

/** The column of units by which a dataset names its series, and which a later file left out. */
export function missingUnitColumn(
  { mapped: { mapping }, options }: Understood,
  { columns }: DatasetDescription,
): string | undefined {
  const hasCodes = mapping.series < 0 && mapping.dimensions.length > 0
  const name = Object.keys(columns).find((column) => columns[column] === 'unit')
  const isTold = name !== undefined && options.columns?.[name] !== undefined
  return hasCodes && mapping.unit < 0 && !isTold ? name : undefined
}

/** The same table with the column. */
export const withUnitColumn = (view: View, { name, unit }: UnitColumn): View => ({
  ...view,
  header: [...view.header, name],
  roles: [...view.roles, 'unit'],
  from: [...view.from, -1],
  ...respread(view, () => (row, emit) => emit([...row, unit], -1)),
})

/** What is in the column: as a person or the file says, else the one unit of the dataset, else to be asked. */
type UnitFound = { unit: string; says?: string } | { question: Question } | undefined

/** `units` are those of the dataset. */
export function unitFor(
  { options, constants, mapped }: Understood,
  { id }: DatasetDescription,
  column: string,
  units: readonly string[],
): UnitFound {
  const heading = mapped.mapping.values.find(({ unit }) => unit !== null)?.unit
  const said = options.constants?.unit ?? options.answers?.unit ?? constants.unit ?? heading
  if (said) return { unit: units.find((unit) => isSame(unit, said)) ?? said }
  const [only, more] = units
  if (only === undefined) return undefined
  if (more === undefined) {
    const says = `The unit is taken to be ${quoted(only)}, as in all of ${quoted(id)}: no column says it.`
    return { unit: only, says }
  }
  return {
    question: {
      code: 'unit',
      column: null,
      message: `${quoted(id)} gives the unit in ${quoted(column)}, which this file does not have. In what are its figures?`,
      options: units.slice(0, MOST).map((unit) => ({ value: unit, label: `In ${unit}` })),
    },
  }
}

const MOST = 50

const isSame = (a: string, b: string): boolean =>
  a === b || (unitNamed(a) !== undefined && unitNamed(a) === unitNamed(b))
