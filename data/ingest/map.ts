import type { DatasetDescription } from '../model/dataset.ts'
import type { Question, ReadingOptions, Role } from '../model/report.ts'
import type { ColumnFacts, Facts } from './facts.ts'
import type { DecimalMark } from './numbers.ts'
import { createPeriodEvidence, type DateOrder, type PeriodSpelling } from './periods.ts'
import { type Roles, rolesOf } from './roles.ts'
import { headerWord, isOwnDownload } from './words.ts'

export interface ValueColumn {
  index: number
  name: string
  /** Code of the dimension `measure`; null where the file has one measure only. */
  measure: string | null
  mark: DecimalMark
}

/** Where in a record each word of the model stands; -1 where it does not. */
export interface Mapping {
  by: Roles['by']
  /** One of our own downloads. */
  own: boolean
  header: string[]
  roles: Role[]
  series: number
  title: number
  period: number
  periodStart: number
  periodEnd: number
  unit: number
  unitMult: number
  frequency: number
  status: number
  bound: number
  source: number
  sourceUrl: number
  published: number
  note: number
  /** Names the dataset of each record, in our own downloads. */
  dataset: number
  values: ValueColumn[]
  dimensions: { index: number; id: string }[]
  /** Columns that make the key where the file has no series ids, in their order. */
  keyed: number[]
  /** Column of the labels of a dimension. */
  labels: Map<string, number>
  spelling: PeriodSpelling
  /** `C` is no status here but says that the period is cumulative. */
  cumulativeC: boolean
}

export interface Mapped {
  mapping: Mapping
  /** The decisions in plain words. */
  says: string[]
  /** Only a person can answer these; nothing is read before. */
  questions: Question[]
  /** More rows may settle what is open now. */
  undecided: boolean
}

/** Decides how a table is read, from its header and what its cells are like. */
export function mapColumns(
  facts: Facts,
  options: ReadingOptions = {},
  description?: DatasetDescription,
): Mapped {
  const { by, roles, questions, says } = rolesOf(facts, options, description)
  const at = (role: Role): number => roles.indexOf(role)
  const open = { undecided: false }
  const own = isOwnDownload(facts.columns.map(({ name }) => name))
  const strict = own || by === 'sdmx-csv' || by === 'shipped'
  const columns = facts.columns.filter(({ index }) => roles[index] === 'value')
  const values = columns.map((column) => ({
    index: column.index,
    name: column.name,
    measure: columns.length > 1 ? headerWord(column.name) : null,
    mark: strict ? '.' : decideMark(column, options, questions, says, open),
  }))
  const periodColumn = facts.columns[at('period')] ?? facts.columns[at('period_start')]
  const spelling = decideSpelling(facts, periodColumn, at('period') >= 0, options, questions, open)
  if (spelling.daysMean && periodColumn) {
    says.push(
      `Each day in “${periodColumn.name}” stands for the ${spelling.daysMean} that begins on it.`,
    )
  }
  const mapping: Mapping = {
    by,
    own,
    header: facts.columns.map(({ name }) => name),
    roles,
    series: at('series'),
    title: at('title'),
    period: at('period'),
    periodStart: at('period_start'),
    periodEnd: at('period_end'),
    unit: at('unit'),
    unitMult: at('attribute:unit_mult'),
    frequency: at('frequency'),
    status: at('status'),
    bound: at('bound'),
    source: at('source'),
    sourceUrl: at('source_url'),
    published: at('published'),
    note: at('note'),
    dataset: at('attribute:dataset'),
    values,
    dimensions: roles.flatMap((role, index) =>
      role.startsWith('dimension:') ? [{ index, id: role.slice(10) }] : [],
    ),
    keyed: keyedColumns(facts, roles),
    labels: new Map(
      roles.flatMap((role, index) => (role.startsWith('label:') ? [[role.slice(6), index]] : [])),
    ),
    spelling,
    cumulativeC: at('period_start') >= 0 && at('period_end') >= 0,
  }
  if (values.length > 1) {
    const names = values.map(({ name }) => `“${name}”`).join(', ')
    says.push(`${names} are measures: each is a series of its own.`)
  }
  return { mapping, says, questions, undecided: open.undecided }
}

/** Unit and frequency tell series apart beside dimensions; alone, where they are not the same everywhere. */
function keyedColumns({ columns }: Facts, roles: Role[]): number[] {
  const hasDimensions = roles.some((role) => role.startsWith('dimension:'))
  return columns
    .filter(({ index, distinct }) => {
      const role = roles[index]!
      if (role === 'unit' || role === 'frequency') return hasDimensions || distinct.size > 1
      return role.startsWith('dimension:')
    })
    .map(({ index }) => index)
}

const answerTo = (options: ReadingOptions, code: string, column: string): string | undefined =>
  options.answers?.[`${code}:${column}`] ?? options.answers?.[code]

function decideMark(
  { name, numbers }: ColumnFacts,
  options: ReadingOptions,
  questions: Question[],
  says: string[],
  open: { undecided: boolean },
): DecimalMark {
  const answer = answerTo(options, 'decimal-mark', name) ?? options.decimalMark
  if (answer === '.' || answer === ',') return answer
  const proved = numbers.mark()
  if (proved === ',') says.push(`Numbers in “${name}” have a decimal comma.`)
  const doubtful = numbers.doubtful()
  if (proved !== undefined || doubtful === undefined) return proved ?? '.'
  open.undecided = true
  const digits = doubtful.replace(/[.,]/g, '')
  const fraction = doubtful.replace(',', '.')
  const [whole, part] = doubtful.includes('.') ? [',', '.'] : ['.', ',']
  questions.push({
    code: 'decimal-mark',
    column: name,
    message: `“${doubtful}” in “${name}” may be a thousand or a fraction, and no other cell decides. What separates the decimals?`,
    options: [
      { value: part!, label: `“${part}”: it is a fraction`, example: `${doubtful} is ${fraction}` },
      { value: whole!, label: `“${whole}”: it is a thousand`, example: `${doubtful} is ${digits}` },
    ],
  })
  return '.'
}

function decideSpelling(
  facts: Facts,
  column: ColumnFacts | undefined,
  daysMayMean: boolean,
  options: ReadingOptions,
  questions: Question[],
  open: { undecided: boolean },
): PeriodSpelling {
  if (!column) return { daysMean: null, order: null }
  const answer = answerTo(options, 'date-order', column.name)
  const told: DateOrder | null = answer === 'dmy' || answer === 'mdy' ? answer : null
  const doubtful = column.spelling.doubtful()
  if (doubtful !== undefined && told === null) {
    open.undecided = true
    questions.push({
      code: 'date-order',
      column: column.name,
      message: `“${doubtful}” in “${column.name}” has two readings, and no other date decides. Which comes first?`,
      options: [
        { value: 'dmy', label: 'The day', example: `${doubtful} as day/month/year` },
        { value: 'mdy', label: 'The month', example: `${doubtful} as month/day/year` },
      ],
    })
    return { daysMean: null, order: null }
  }
  const order = told ?? column.spelling.order()
  const evidence = told === null ? column.spelling : seenAgain(facts, column, told)
  if (daysMayMean && evidence.daysMean() === null && evidence.onlyOneFirst()) open.undecided = true
  return { daysMean: daysMayMean ? evidence.daysMean() : null, order }
}

function seenAgain(facts: Facts, column: ColumnFacts, order: DateOrder) {
  const evidence = createPeriodEvidence(order)
  for (const row of facts.sample) evidence.see(row[column.index] ?? '')
  return evidence
}
