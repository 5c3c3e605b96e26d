import { basename } from 'node:path'
import type { DatasetDescription } from '../model/dataset.ts'
import type { ReadingOptions, Role } from '../model/report.ts'
import { besideNames, constantsOf, WHERE } from './above/constants.ts'
import { flowOfTitle, isTitle, sidesOfTitle } from './above/told-above.ts'
import { codeWords } from './codes/code-words.ts'
import { isOfTrade, SIDES } from './codes/whose-trade.ts'
import { withSettled } from './datasets/settled.ts'
import { type UnitColumn, withUnitColumn } from './datasets/unit-column.ts'
import { codesTakenOver, type ToldCodes } from './decide/told-codes.ts'
import { createFacts, type Facts } from './facts.ts'
import { namesNoFlow } from './headings/heading-codes.ts'
import { laidOut } from './layout.ts'
import { spreadRows } from './layouts/spread.ts'
import type { View } from './layouts/view.ts'
import { mapColumns } from './map.ts'
import type { Mapped } from './mapping.ts'
import { type Profile, profileOf } from './profile.ts'
import { openTable } from './reader/open.ts'
import type { RecordBatch, Table } from './reader/table.ts'
import { keyOrderOf } from './records/key-order.ts'
import { type Constants, seriesOf } from './records/series.ts'
import { Unreadable } from './unreadable.ts'
import { roleOfHeader } from './words.ts'

/** The columns of the file, and those of the table in long form that come from them. */
export interface FileColumns {
  header: string[]
  roles: Role[]
  /** The file's column of each column in long form; -1 where it is made. */
  from: number[]
}

/** A file whose form and columns are understood, before its values are read. */
export interface Understood {
  table: Table
  view: View
  facts: Facts
  mapped: Mapped
  file: FileColumns
  profile: Profile | undefined
  constants: Constants
  /** Those of them that a title tells, and a dataset may be without. */
  sides: Constants
  /** How a person settles it, with what was settled for such files before. */
  options: ReadingOptions
  /** What was said of texts that no list has, for files of any dataset. */
  elsewhere: ToldCodes
  fileName: string
  above: string[]
  /** It was decided by every record, not by the first ones alone. */
  isThorough: boolean
}

/** Titles and notes above the header. */
const linesAbove = ({ preamble }: Table): string[] => preamble.map(({ text }) => text)

/** Lines that speak of trade between the header and the first row: `Экспорт товаров, млрд долларов` alone. */
const titlesBelow = ({ sample: { notes, lines } }: Table): string[] =>
  notes.flatMap(({ code, line, value }) =>
    code === 'note-line' && line! < (lines[0] ?? 0) && isOfTrade(value ?? '') ? [value!] : [],
  )

/**
 * Opens a file and decides how it is read; looks further than the sample only where that decides, or where
 * it is to be thorough.
 */
export function understand(
  path: string,
  options: ReadingOptions,
  fileName = basename(path),
  isThorough = false,
  elsewhere: ToldCodes = {},
): Understood {
  const encoding = options.encoding ?? options.answers?.encoding
  const table = openTable(path, { ...options, encoding })
  if (table.sample.rows.length === 0) {
    const message = 'The file has a header but no rows below it: there is nothing to import.'
    throw new Unreadable('no-rows', message, table.dialect.headerLine)
  }
  const profile = profileOf(table.header, linesAbove(table), table.sample.rows[0])
  return understandTable(table, {
    fileName,
    options,
    elsewhere,
    profile,
    isThorough: isThorough || table.whole,
  })
}

/** Records that have the width of their table, where most have it: others say nothing of its columns. */
function believed({ rows, faults }: RecordBatch, width: number): string[][] {
  const isWhole = (row: string[], i: number) =>
    !faults.has(i) && row.length >= width && row.slice(width).every((cell) => cell.trim() === '')
  const whole = rows.filter(isWhole)
  return whole.length * 2 >= rows.length ? whole : rows
}

type Asked = Pick<Understood, 'fileName' | 'options' | 'elsewhere' | 'profile' | 'isThorough'>

/** The same of an open table, by the description of the dataset that it belongs to, where there is one. */
function understandTable(
  table: Table,
  { fileName, options, elsewhere, profile, isThorough }: Asked,
  description?: DatasetDescription,
  unit?: UnitColumn,
): Understood {
  const above = [...linesAbove(table), ...titlesBelow(table)]
  const { header, levels, whole: isWhole } = table
  const { delimiter } = table.dialect
  const notes = table.sample.notes.flatMap(({ code, value }) =>
    code === 'note-line' && value !== null ? [value] : [],
  )
  const around = { options, above, notes, isWhole, fileName, profile, header, delimiter, levels }
  const laid = laidOut(table.header, believed(table.sample, table.header.length), around)
  const view = unit ? withUnitColumn(laid, unit) : laid
  const keyed = description && keyOrderOf(description)
  const ofHeadings = sidesOfHeadings(view, options, keyed)
  const { constants, says, questions } = constantsOf(
    { ...view, constants: { ...withoutSides(view.constants), ...ofHeadings } },
    profile,
    around,
    table.header,
  )
  for (const [id, code] of Object.entries(ofHeadings))
    says.push(`The ${id} is ${codeWords(id, code)}, by the headings of the periods.`)
  const known = {
    laid: view.roles,
    isSpread: view.spread !== null,
    isAsked: view.questions.length + questions.length > 0,
    profile,
    description,
    elsewhere,
    around: { ...around, constants },
    isThorough,
  }
  let facts = createFacts(view.header)
  facts.see(view.rows)
  let mapped = mapColumns(facts, options, known)
  if (mapped.undecided && !table.whole) {
    facts = createFacts(view.header)
    for (const batch of table.records()) {
      facts.see(spreadRows(believed(batch, table.header.length), view.spread))
      mapped = mapColumns(facts, options, known)
      if (!mapped.undecided) break
    }
  }
  const corner = above.length > 0 ? [] : besideNames(view, table.header).filter(isTitle)
  const titles = [...above, ...corner]
  // A dataset may be older than that such a heading tells a flow.
  const lacksFlow = corner.length > 0 && keyed !== undefined && !keyed.includes('flow')
  const flow =
    profile || lacksFlow
      ? undefined
      : flowOfTitle(titles, mapped.mapping, constants, options.columns)
  const sides = profile ? {} : sidesOfTitle(titles, mapped.mapping, constants, keyed)
  const ofTitle = { ...sides, ...(flow !== undefined && { flow }) }
  for (const [id, code] of Object.entries(ofTitle)) {
    constants[id] = code
    const where = corner.length > 0 ? WHERE.names : WHERE.above
    says.push(`The ${id} is ${codeWords(id, code)}, by ${where}.`)
  }
  mapped.says.unshift(...view.says, ...says)
  mapped.says.push(...codesTakenOver(facts, mapped.mapping.roles, elsewhere, options.codes))
  mapped.questions.push(...view.questions, ...questions)
  const file = fileColumns(table.header, view, mapped)
  return {
    table,
    view,
    facts,
    mapped,
    file,
    profile,
    constants,
    sides: { ...(corner.length > 0 ? ofTitle : sides), ...ofHeadings },
    options,
    elsewhere,
    fileName,
    above,
    isThorough,
  }
}

/**
 * The sides of trade that the headings of periods tell, `2023 imports from China`, and nobody else does; none by
 * which the `keyed` dataset of the file does not tell its series apart.
 */
const sidesOfHeadings = (
  { constants }: View,
  options: ReadingOptions,
  keyed: readonly string[] = SIDES,
): Constants =>
  Object.fromEntries(
    SIDES.flatMap((id) => {
      const code = constants[id]
      return code && !options.constants?.[id] && keyed.includes(id) ? [[id, code]] : []
    }),
  )

const withoutSides = (constants: Constants): Constants =>
  Object.fromEntries(Object.entries(constants).filter(([id]) => !SIDES.some((side) => side === id)))

/** What the columns of the file are, those that became something else among them. */
function fileColumns(header: string[], { from, spent }: View, { mapping }: Mapped): FileColumns {
  const roles = header.map((_, i): Role => {
    const long = from.indexOf(i)
    return spent.get(i) ?? (long < 0 ? 'ignore' : mapping.roles[long]!)
  })
  return { header, roles, from }
}

const FIRST_KEYS = 100

/**
 * Keys of the first series of a file as a dataset would name them, to recognise it by; none where they
 * are no names.
 */
export function firstKeys(
  { facts, mapped, constants, sides }: Understood,
  description: DatasetDescription,
): string[] {
  const keyOrder = keyOrderOf(description)
  // A dataset may be older than that titles and headings tell sides of the trade.
  const lacks = (id: string) => !keyOrder.includes(id)
  const told = Object.entries(constants).filter(([id]) => !(id in sides && lacks(id)))
  const missing: readonly string[] = SIDES.filter(lacks)
  const values = mapped.mapping.values.map((value) => ({
    ...value,
    codes: namesNoFlow(description, value.name)
      ? []
      : value.codes.filter(({ dimension }) => !missing.includes(dimension)),
  }))
  const mapping = { ...mapped.mapping, values, keyOrder }
  const [value] = mapping.values
  const named = mapping.series >= 0 || mapping.keyed.length > 0
  if (!value || (!named && roleOfHeader(value.name) !== undefined)) return []
  const keys = new Set<string>()
  for (const row of facts.sample) {
    for (const { key } of seriesOf(row, mapping, Object.fromEntries(told)).drafts) keys.add(key)
    if (keys.size >= FIRST_KEYS) break
  }
  return [...keys]
}

/** The dataset that our own downloads name in their rows. */
export const namedDataset = ({ facts, mapped }: Understood): string | undefined =>
  facts.sample[0]?.[mapped.mapping.dataset]?.trim()

/** Reads again by the description of the dataset that the file turned out to belong to. */
export const remap = (
  seen: Understood,
  description: DatasetDescription,
  unit?: UnitColumn,
): Understood => {
  const options = withSettled(seen.options, description.settled)
  return understandTable(seen.table, { ...seen, options }, description, unit)
}
