import type {
  ImportReport,
  Mode,
  ReadColumn,
  Reading,
  ReadingOptions,
  Role,
} from '../../data/model/report.ts'
import { slugOf } from '../../data/model/slug.ts'
import { allColumns } from './columns.ts'

/**
 * Options with one thing changed. Another encoding, delimiter or header line gives other columns, so
 * what was said of the columns before no longer holds.
 */
export function changed(options: ReadingOptions, change: Partial<ReadingOptions>): ReadingOptions {
  const isAnotherTable = ['encoding', 'delimiter', 'headerLine'].some((name) => name in change)
  if (!isAnotherTable) return { ...options, ...change }
  const { columns: _, answers: __, ...kept } = options
  return { ...kept, ...change }
}

/** A report as it will be when its file is read as asked: the controls show the choice at once. */
export function asAsked(report: ImportReport, asked: ReadingOptions): ImportReport {
  const { reading } = report
  const { encoding, delimiter, headerLine, decimalMark, columns = {} } = asked
  return {
    ...report,
    dataset: asked.dataset ?? report.dataset,
    reading: reading && {
      ...reading,
      encoding: encoding ?? reading.encoding,
      delimiter: delimiter ?? reading.delimiter,
      headerLine: headerLine ?? reading.headerLine,
      decimalMark: decimalMark ?? reading.decimalMark,
      columns: withRoles(reading.columns, columns),
      ...(reading.made && { made: withRoles(reading.made, columns) }),
    },
  }
}

const withRoles = (columns: readonly ReadColumn[], told: Record<string, Role>): ReadColumn[] =>
  columns.map((column) => ({ ...column, role: told[column.name] ?? column.role }))

/** Roles that any number of columns may have; of the others a file has one each. */
const SEVERAL = /^(value|ignore|attribute:.*)$/

/** Gives a column a role; the column that had it, where only one can, is left out. */
export function withRole(
  options: ReadingOptions,
  reading: Pick<Reading, 'columns' | 'made'>,
  name: string,
  role: Role,
): ReadingOptions {
  const before = allColumns(reading).find((column) => column.role === role && column.name !== name)
  const left: Record<string, Role> =
    before && !SEVERAL.test(role) ? { [before.name]: 'ignore' } : {}
  return { ...options, columns: { ...options.columns, ...left, [name]: role } }
}

/** Takes answers back, so that their questions are asked again. */
export function withoutAnswers(options: ReadingOptions, codes: readonly string[]): ReadingOptions {
  const kept = Object.entries(options.answers ?? {}).filter(([code]) => !codes.includes(code))
  return { ...options, answers: Object.fromEntries(kept) }
}

/** Says something for every row; an empty text says it no more. */
export function withConstant(options: ReadingOptions, name: string, text: string): ReadingOptions {
  const { [name]: _, ...others } = options.constants ?? {}
  return { ...options, constants: text === '' ? others : { ...others, [name]: text } }
}

/** What a text of a dimension stands for. */
export interface GivenCode {
  dimension: string
  text: string
  code: string
}

/** Says what texts stand for, beside what was said before; an empty code takes it back. */
export function withCodes(options: ReadingOptions, given: readonly GivenCode[]): ReadingOptions {
  const codes = new Map(
    Object.entries(options.codes ?? {}).map(([id, of]) => [id, new Map(Object.entries(of))]),
  )
  for (const { dimension, text, code } of given) {
    const of = codes.get(dimension) ?? new Map<string, string>()
    if (code === '') of.delete(text)
    else of.set(text, code)
    codes.set(dimension, of)
  }
  const told = [...codes].map(([id, of]) => [id, Object.fromEntries(of)])
  return { ...options, codes: Object.fromEntries(told) }
}

export const withMode = ({ mode: _, ...options }: ReadingOptions, mode: Mode): ReadingOptions =>
  mode === 'revise' ? options : { ...options, mode }

/** The id of a dataset that a file of this name would make beside those that there are. */
export function newDatasetId(file: string, taken: readonly string[]): string {
  const slug = slugOf(file)
  let id = slug
  for (let n = 2; taken.includes(id); n++) id = `${slug}-${n}`
  return id
}
