import type { Reading, ReadingOptions, Role } from '../../data/model/report.ts'

/** Names in the address; a role or an answer carries the name of its column after the dot. */
const TEXTS = ['dataset', 'title', 'encoding', 'delimiter', 'published'] as const
const ROLE = 'role.'
const ANSWER = 'answer.'

/** What the reader changed of the reading, as the address bar holds it. */
export function optionsOf(params: URLSearchParams): ReadingOptions {
  const options: ReadingOptions = {}
  for (const name of TEXTS) {
    const value = params.get(name)
    if (value) options[name] = value
  }
  const mark = params.get('decimal')
  if (mark === '.' || mark === ',') options.decimalMark = mark
  const line = params.get('header')
  if (line && /^\d{1,6}$/.test(line)) options.headerLine = Number(line)
  for (const [name, value] of params) {
    if (name.startsWith(ROLE))
      options.columns = { ...options.columns, [name.slice(ROLE.length)]: value as Role }
    if (name.startsWith(ANSWER))
      options.answers = { ...options.answers, [name.slice(ANSWER.length)]: value }
  }
  return options
}

/** The options as parameters: what `optionsOf` reads back. */
export function optionParams(options: ReadingOptions): Record<string, string> {
  const params: Record<string, string> = {}
  for (const name of TEXTS) if (options[name]) params[name] = options[name]
  if (options.decimalMark) params.decimal = options.decimalMark
  if (options.headerLine !== undefined) params.header = String(options.headerLine)
  for (const [column, role] of Object.entries(options.columns ?? {})) params[ROLE + column] = role
  for (const [code, value] of Object.entries(options.answers ?? {})) params[ANSWER + code] = value
  return params
}

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

/** Roles that any number of columns may have; of the others a file has one each. */
const SEVERAL = /^(value|ignore|attribute:.*)$/

/** Gives a column a role; the column that had it, where only one can, is left out. */
export function withRole(
  options: ReadingOptions,
  { columns }: Pick<Reading, 'columns'>,
  name: string,
  role: Role,
): ReadingOptions {
  const roles: Record<string, Role> = { ...options.columns }
  const before = columns.find((column) => column.role === role && column.name !== name)
  if (before && !SEVERAL.test(role)) roles[before.name] = 'ignore'
  roles[name] = role
  return { ...options, columns: roles }
}

/** The id of a dataset that a file of this name would make beside those that there are. */
export function newDatasetId(file: string, taken: readonly string[]): string {
  const slug =
    file
      .replace(/\.[a-z0-9]{1,4}$/i, '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 56)
      .replace(/-+$/, '') || 'dataset'
  let id = slug
  for (let n = 2; taken.includes(id); n++) id = `${slug}-${n}`
  return id
}
