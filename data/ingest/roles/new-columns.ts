import type { DatasetDescription } from '../../model/dataset.ts'
import type { Question, Role } from '../../model/report.ts'
import { isWhole } from '../../model/whole.ts'
import { flowsOf } from '../codes/flows.ts'
import { answerTo } from '../decide/deciding.ts'
import { type ColumnFacts, isNumeric } from '../facts.ts'
import { areOfCountries } from '../headings/country-headings.ts'
import { quoted } from '../issues.ts'
import { namesFlow, valuesOf } from '../records/described.ts'
import { dimensionOf, roleOfHeader } from '../words.ts'
import { mayBeCodes, tellsApart } from './rest.ts'
import { named, type Settling } from './settling.ts'

const DIMENSION = 'dimension'
const IGNORE = 'ignore'

/**
 * Columns that the dataset of a file does not have. One that tells series apart, as a chapter does beside
 * the partner, is asked about: left out in silence, figures of a part would be told as those of the whole.
 */
export function settleNewColumns(settling: Settling, dataset: DatasetDescription): void {
  const { columns, id } = dataset
  const { facts, roles, options, questions, says } = settling
  const left: ColumnFacts[] = []
  for (const column of facts.columns) {
    const { name, index, filled } = column
    if (Object.hasOwn(columns, name) || roles[index] !== 'ignore' || filled === 0) continue
    if (options.columns && Object.hasOwn(options.columns, name)) continue
    if (isOneMore(settling, dataset, column)) {
      roles[index] = 'value'
      continue
    }
    const dimension = dimensionIn(settling, column)
    const answer = answerTo(options, 'new-column', name)
    if (dimension && answer === DIMENSION) roles[index] = dimension
    else if (!dimension || answer === IGNORE) left.push(column)
    else questions.push(questionOf(column, id))
  }
  if (left.length > 0) says.push(`Not read, since the dataset has no such columns: ${named(left)}.`)
}

const questionOf = ({ name, examples }: ColumnFacts, dataset: string): Question => ({
  code: 'new-column',
  column: name,
  message: `${quoted(name)} is a column that the dataset ${quoted(dataset)} does not have. Does it tell its series apart? If the file is of other series altogether, import it into a dataset of its own.`,
  options: [
    {
      value: DIMENSION,
      label: 'Each of its codes is a series of its own',
      example: examples.join(', '),
    },
    {
      value: IGNORE,
      label: 'It is left out: the figures are those of the series that are there',
    },
  ],
})

/** A country or a flow more among those that are headings of the dataset's figures. */
function isOneMore(
  { facts, roles }: Settling,
  dataset: DatasetDescription,
  column: ColumnFacts,
): boolean {
  const table = { roles, words: [], told: {} }
  const held = valuesOf(dataset)
  const here = held.filter((name) => facts.columns.some((one) => one.name === name))
  if (here.length === 0 || !isNumeric(column)) return false
  const all = [...held, column.name]
  const areFlows = namesFlow(dataset) && flowsOf(all) !== undefined
  return areFlows || (areOfCountries(held, table) && areOfCountries([...here, column.name], table))
}

/** The dimension that a column may be; undefined where it tells no series apart, or stands for all of it. */
function dimensionIn({ facts, roles }: Settling, column: ColumnFacts): Role | undefined {
  const { name, index, distinct } = column
  const known = roleOfHeader(name)
  const role: Role = known?.startsWith('dimension:') ? known : `dimension:${dimensionOf(name)}`
  if (roles.includes(role) || !mayBeCodes(column)) return undefined
  const isNamed =
    role === known &&
    [...distinct.keys()].some((code) => !isWhole(role.slice('dimension:'.length), code))
  return isNamed || tellsApart(facts, roles, index) ? role : undefined
}
