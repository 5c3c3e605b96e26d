import { basename } from 'node:path'
import type { DatasetDescription } from '../model/dataset.ts'
import type { Question, ReadingOptions, Role } from '../model/report.ts'
import { codeWords } from './code-words.ts'
import { codeOf, hasList } from './codes.ts'
import { createFacts, type Facts } from './facts.ts'
import { quoted } from './issues.ts'
import { laidOut } from './layout.ts'
import { inOrderOf, mapColumns } from './map.ts'
import type { Mapped } from './mapping.ts'
import { isNumberText } from './number-evidence.ts'
import { openTable } from './open.ts'
import { constantsFound, type Profile, profileOf } from './profile.ts'
import { type Constants, seriesOf } from './series.ts'
import { withSettled } from './settled.ts'
import { spreadRows } from './spread.ts'
import type { Table } from './table.ts'
import { flowOfTitle, toldAbove, toldOverPeriods } from './told-above.ts'
import { type UnitColumn, withUnitColumn } from './unit-column.ts'
import { unitAbove, unitInBrackets } from './units.ts'
import { Unreadable } from './unreadable.ts'
import type { View } from './view.ts'
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
  /** How a person settles it, with what was settled for such files before. */
  options: ReadingOptions
  fileName: string
  above: string[]
  /** It was decided by every record, not by the first ones alone. */
  isThorough: boolean
}

/** Titles and notes above the header. */
const linesAbove = ({ preamble }: Table): string[] => preamble.map(({ text }) => text)

/**
 * Opens a file and decides how it is read; looks further than the sample only where that decides, or where
 * it is to be thorough.
 */
export async function understand(
  path: string,
  options: ReadingOptions,
  fileName = basename(path),
  isThorough = false,
): Promise<Understood> {
  const encoding = options.encoding ?? options.answers?.encoding
  const table = await openTable(path, { ...options, encoding })
  if (table.sample.rows.length === 0) {
    const message = 'The file has a header but no rows below it: there is nothing to import.'
    throw new Unreadable('no-rows', message, table.dialect.headerLine)
  }
  const profile = profileOf(table.header, linesAbove(table), table.sample.rows[0])
  return understandTable(table, {
    fileName,
    options,
    profile,
    isThorough: isThorough || table.whole,
  })
}

type Asked = Pick<Understood, 'fileName' | 'options' | 'profile' | 'isThorough'>

/** The same of an open table, by the description of the dataset that it belongs to, where there is one. */
async function understandTable(
  table: Table,
  { fileName, options, profile, isThorough }: Asked,
  description?: DatasetDescription,
  unit?: UnitColumn,
): Promise<Understood> {
  const above = linesAbove(table)
  const { delimiter } = table.dialect
  const notes = table.sample.notes.flatMap(({ code, value }) =>
    code === 'note-line' && value !== null ? [value] : [],
  )
  const around = { options, above, notes, fileName, profile, header: table.header, delimiter }
  const laid = laidOut(table.header, table.sample.rows, around)
  const view = unit ? withUnitColumn(laid, unit) : laid
  const { constants, says, questions } = constantsOf(view, profile, around, table.header)
  const known = {
    laid: view.roles,
    isSpread: view.spread !== null,
    profile,
    description,
    around: { ...around, constants },
    isThorough,
  }
  let facts = createFacts(view.header)
  facts.see(view.rows)
  let mapped = mapColumns(facts, options, known)
  if (mapped.undecided && !table.whole) {
    facts = createFacts(view.header)
    for await (const batch of table.records()) {
      facts.see(spreadRows(batch.rows, view.spread))
      mapped = mapColumns(facts, options, known)
      if (!mapped.undecided) break
    }
  }
  const flow = profile ? undefined : flowOfTitle(above, mapped.mapping, constants)
  if (flow !== undefined) {
    constants.flow = flow
    says.push(`The flow is ${flow}, by ${WHERE.above}.`)
  }
  mapped.says.unshift(...view.says, ...says)
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
    options,
    fileName,
    above,
    isThorough,
  }
}

/** What the columns of the file are, those that became something else among them. */
function fileColumns(header: string[], { from, spent }: View, { mapping }: Mapped): FileColumns {
  const roles = header.map((_, i): Role => {
    const long = from.indexOf(i)
    return spent.get(i) ?? (long < 0 ? 'ignore' : mapping.roles[long]!)
  })
  return { header, roles, from }
}

const WHERE = { name: 'the name of the file', above: 'a line above the header' } as const

/**
 * Words for every row: from the source's profile, the lines above the table, the name of the file, its
 * layout, and, above all, from a person. What is only assumed is said; what must be known is asked for.
 */
function constantsOf(
  view: View,
  profile: Profile | undefined,
  { options, above, fileName }: { options: ReadingOptions; above: string[]; fileName: string },
  header: string[],
) {
  const found = constantsFound(profile ?? {}, fileName, above)
  const lineUnit = unitAbove(above)
  const { unit: unitOfHeading, ...ofHeading } = profile ? {} : toldOverPeriods(view)
  const unit = lineUnit ?? unitOfHeading ?? unitOfCorner(view, header)
  const told: Constants = { ...options.constants }
  for (const id of profile?.ask ?? []) {
    const answer = options.answers?.[id]
    if (answer) told[id] ??= answer
  }
  const ofSource = { ...profile?.constants, ...known(found.constants) }
  const ofLines = Object.fromEntries(
    Object.entries(toldAbove(above)).filter(
      ([id]) => ofSource[id] === undefined && !(profile && id.startsWith('source')),
    ),
  )
  const constants: Constants = {
    ...(unit === null ? {} : { unit }),
    ...ofSource,
    ...ofLines,
    ...ofHeading,
    ...view.constants,
    ...told,
  }
  const says = Object.entries(found.from).flatMap(([id, where]) =>
    constants[id] === undefined || told[id] !== undefined || found.constants[id] !== constants[id]
      ? []
      : [
          `The ${id} is taken to be ${codeWords(id, constants[id])} from ${WHERE[where]}: no column says so.`,
        ],
  )
  for (const [id, text] of Object.entries(ofLines)) {
    if (constants[id] === text && told[id] === undefined)
      says.push(`The ${id} is ${quoted(text)}, by ${WHERE.above}.`)
  }
  if (ofHeading.flow !== undefined && constants.flow === ofHeading.flow && !told.flow)
    says.push(`The flow is ${ofHeading.flow}, by the heading of the periods.`)
  if (unit !== null && constants.unit === unit && !told.unit) {
    const heading = unitOfHeading === undefined ? 'the names beside the periods' : 'the periods'
    const where = lineUnit === null ? `the heading of ${heading}` : WHERE.above
    says.push(`The unit is ${quoted(unit)}, by ${where}.`)
  }
  const questions = (profile?.ask ?? []).flatMap((id) => (constants[id] ? [] : [askFor(id)]))
  return { constants, says, questions }
}

/** Where periods are columns, the one heading of names may say the unit of all figures. */
function unitOfCorner(
  { spread, from, spent, rows }: View,
  header: readonly string[],
): string | null {
  if (!spread) return null
  const isOfNames = (at: number) => rows.some((row) => row[at] && !isNumberText(row[at]))
  const names = from.flatMap((i, at) => (isOfNames(at) && header[i]) || [])
  const years = [...spent].flatMap(([i, role]) => (role === 'period' && header[i]) || [])
  const units = [...names, ...years].flatMap((name) => unitInBrackets(name) ?? [])
  return units.length === 1 ? units[0]! : null
}

/** Countries that no list has are no countries: a part of a file's name that only looks like a code. */
const known = (constants: Constants): Constants =>
  Object.fromEntries(
    Object.entries(constants).filter(([id, text]) => !hasList(id) || codeOf(id, text).known),
  )

const FLOWS = { X: 'Exports', M: 'Imports' }

const askFor = (id: string): Question => ({
  code: id,
  column: null,
  message: `No column says the ${id}, nor does the name of the file. Which is it?`,
  options: Object.entries(FLOWS).map(([value, label]) => ({ value, label })),
})

const FIRST_KEYS = 100

/**
 * Keys of the first series of a file as a dataset would name them, to recognise it by; none where they
 * are no names.
 */
export function firstKeys(
  { facts, mapped, constants }: Understood,
  description: DatasetDescription,
): string[] {
  const keyed = inOrderOf(description, facts, mapped.mapping.keyed)
  const mapping = { ...mapped.mapping, keyed }
  const [value] = mapping.values
  const named = mapping.series >= 0 || mapping.keyed.length > 0
  if (!value || (!named && roleOfHeader(value.name) !== undefined)) return []
  const keys = new Set<string>()
  for (const row of facts.sample) {
    for (const { key } of seriesOf(row, mapping, constants).drafts) keys.add(key)
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
): Promise<Understood> => {
  const options = withSettled(seen.options, description.settled)
  return understandTable(seen.table, { ...seen, options }, description, unit)
}
