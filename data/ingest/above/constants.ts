import type { Question } from '../../model/report.ts'
import { codeWords } from '../codes/code-words.ts'
import { codeOf, hasList } from '../codes/codes.ts'
import { quoted } from '../issues.ts'
import type { Surroundings, View } from '../layouts/view.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import { constantsFound, type Profile } from '../profile.ts'
import type { Constants } from '../records/series.ts'
import { unitNamed } from '../units/listed-units.ts'
import { unitAbove, unitBelow } from '../units/unit-above.ts'
import { splitUnit, unitInBrackets } from '../units/units.ts'
import { unjoined } from '../unjoined.ts'
import { toldAbove, toldOverPeriods } from './told-above.ts'

/** Where words for every row stand. */
export const WHERE = {
  name: 'the name of the file',
  above: 'a line above the header',
  names: 'the heading of the names beside the periods',
} as const

/**
 * Words for every row: from the source's profile, the lines above the table, the name of the file, its
 * layout, and, above all, from a person. What is only assumed is said; what must be known is asked for.
 */
export function constantsOf(
  view: View,
  profile: Profile | undefined,
  {
    options,
    above,
    notes,
    fileName,
  }: Pick<Surroundings, 'options' | 'above' | 'notes' | 'fileName'>,
  header: string[],
) {
  const found = constantsFound(profile ?? {}, fileName, above)
  const lineUnit = unitAbove(above)
  const { unit: unitOfHeading, ...ofHeading } = profile ? {} : toldOverPeriods(view)
  const unitOfNames = unitOfHeading ?? unitOfCorner(view, header)
  const unit = lineUnit ?? unitOfNames ?? unitBelow(notes)
  const told: Constants = { ...options.constants }
  for (const id of profile?.ask ?? []) {
    const answer = options.answers?.[id]
    if (answer) told[id] ??= answer
  }
  const ofSource = { ...profile?.constants, ...known(found.constants) }
  const ofLines = Object.fromEntries(
    Object.entries(toldAbove(above, header, ofSource)).filter(
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
    says.push(`The flow is ${codeWords('flow', ofHeading.flow)}, by the heading of the periods.`)
  if (unit !== null && constants.unit === unit && !told.unit) {
    const heading = unitOfHeading === undefined ? 'the names beside the periods' : 'the periods'
    const where =
      lineUnit !== null
        ? WHERE.above
        : unitOfNames !== null
          ? `the heading of ${heading}`
          : 'a line below the table'
    says.push(`The unit is ${quoted(unit)}, by ${where}.`)
  }
  const questions = (profile?.ask ?? []).flatMap((id) => (constants[id] ? [] : [askFor(id)]))
  return { constants, says, questions }
}

/** The headings of names, where periods are columns. */
export function besideNames({ spread, from, rows }: View, header: readonly string[]): string[] {
  if (!spread) return []
  const isWord = (cell = '') => missingStatus(cell) === undefined && !isNumberText(cell)
  const isOfNames = (at: number) => rows.some((row) => isWord(row[at]))
  return from.flatMap((i, at) => (isOfNames(at) && header[i]) || [])
}

/** Where periods are columns, the one heading of names may say the unit of all figures. */
function unitOfCorner(view: View, header: readonly string[]): string | null {
  const { spread, spent } = view
  if (!spread) return null
  const names = besideNames(view, header)
  const years = [...spent].flatMap(([i, role]) => (role === 'period' && header[i]) || [])
  const unitOf = (name: string) =>
    unitInBrackets(name) ??
    (/\s/.test(unjoined(name)) ? unitOfWhole(unjoined(name)) : undefined) ??
    unitOfJoined(name)
  const units = [...names, ...years].flatMap((name) => unitOf(name) ?? [])
  return units.length === 1 ? units[0]! : null
}

/** `млн долл. США`, `million_units`, `% ВВП`. */
const unitOfWhole = (name: string): string | undefined =>
  unitNamed(name) ?? (/^(?:в |in |as )?[%％] /i.test(name) ? 'percent' : undefined)

/** `exports_mln_usd`, `country_usd_bn`: the unit of a list of ours at the end of a name that a program has joined. */
function unitOfJoined(name: string): string | undefined {
  const unit = unjoined(name) === name ? null : splitUnit(name).unit
  return unit !== null && unitNamed(unit) !== undefined ? unit : undefined
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
