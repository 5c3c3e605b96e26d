import { lookUp } from '../../model/look-up.ts'
import type { Question } from '../../model/report.ts'
import { flowIn, flowsIn } from '../codes/flows.ts'
import { isNameless } from '../column-names.ts'
import { type ColumnFacts, type Facts, isHalfNumeric, isNumeric } from '../facts.ts'
import { areOfCountries } from '../headings/country-headings.ts'
import { isRemarkOn } from '../headings/remarks.ts'
import { saidOf } from '../profile.ts'
import { isPriced } from '../units/currencies.ts'
import { namesMeasure } from '../units/measured.ts'
import { splitUnit } from '../units/units.ts'
import { isCodeName, isQuantity, roleOfHeader } from '../words.ts'
import { areNamesakes, settleNamesakes } from './namesakes.ts'
import { areOfPanel } from './panel.ts'
import { mayBeCodes } from './rest.ts'
import { answered, named as namesOf, option, type Settling } from './settling.ts'

/** What a column is that nobody but a person calls one of values: nothing known, or `Units`. */
const NO_VALUE: readonly (string | undefined)[] = [undefined, 'unit']

/** Finds the columns that hold the values, or asks. */
export function settleValue(settling: Settling): void {
  const { facts, roles, options, profile, questions, says } = settling
  // `Units` over numbers are how many were sold; beside a value, `Unit` may be the code of one.
  const isOpen = !roles.includes('value')
  for (const column of facts.columns) {
    const isTold = options.columns?.[column.name] ?? profile?.columns?.[column.name]
    const isCounted = isOpen || /^units$/i.test(column.name)
    if (roles[column.index] === 'unit' && isCounted && isNumeric(column) && !isTold)
      roles[column.index] = undefined
  }
  const askOfNamesakes = settleNamesakes(settling)
  const told = facts.columns.filter(({ name }) => lookUp(options.columns, name) === 'value')
  // What a person adds to the values changes nothing of what the others are.
  const isSilent = (column: ColumnFacts) =>
    roles[column.index] === undefined ||
    (told.includes(column) && NO_VALUE.includes(settling.unsaid[column.index]))
  const named = facts.columns.filter(
    (column) => roles[column.index] === 'value' && !isSilent(column),
  )
  const silent = facts.columns.filter(
    (column) => isSilent(column) && !/^flags?[ _]|[ _]footnotes?$/i.test(column.name),
  )
  // `CN` among countries is one of them, and no code of goods.
  const open = areCountries(settling, [...named, ...silent.filter(isNumeric)])
    ? silent
    : silent.filter(({ name }) => !isCodeName(name))
  const unnamed = withBadCells(settling, named, open)
  const values = named.filter(({ name }) => !isQuantity(name))
  // Beside columns of periods a figure belongs to one of them, and who knows to which.
  const isOfPeriods = ({ name }: ColumnFacts) => !settling.words.includes(name)
  const beside =
    settling.isSpread && named.some(isOfPeriods)
      ? []
      : unnamed.filter(({ name }) => splitUnit(name).unit !== null || namesMeasure(name))
  // `Total` beside names of countries is all of them, not the only value.
  const clear = values.length === 1 && !areCountries(settling, [...named, ...unnamed])
  const candidates = clear ? [...named, ...beside] : [...named, ...unnamed]
  const all =
    options.answers?.['value-column'] === '*' ||
    clear ||
    areNamesakes(candidates) ||
    areMeasures(settling, candidates)
  const answer = answered(settling, 'value-column')
  const isClear = candidates.length === 1 || all
  const found = answer ? [answer] : isClear ? candidates : clearWithout(settling, told, candidates)
  const chosen = facts.columns.filter((column) => found.includes(column) || told.includes(column))
  // Numbers that a person takes for no values may still be codes of goods.
  for (const column of [...named, ...candidates])
    roles[column.index] = answer && mayBeCodes(column) ? undefined : 'ignore'
  for (const { index } of chosen) roles[index] = 'value'
  if (chosen.length === 0) questions.push(valueQuestion(facts, candidates))
  else if (named.length === 0 && candidates.length === 1 && !answer && told.length === 0) {
    says.push(`“${chosen[0]!.name}” is the only column of numbers.`)
  }
  askOfNamesakes()
}

/** Columns that are measures without a doubt where some that a person made values are left aside. */
function clearWithout(
  settling: Settling,
  told: readonly ColumnFacts[],
  columns: readonly ColumnFacts[],
): ColumnFacts[] {
  const others = columns.filter((column) => !told.includes(column))
  const fits = (column: ColumnFacts) =>
    others.includes(column) || areMeasures(settling, [...others, column])
  const fitting = columns.filter(fits)
  return fitting.length < columns.length && areMeasures(settling, fitting) ? fitting : []
}

/**
 * Whether several columns of numbers are measures without a doubt: their names say a flow, a unit, a country or what
 * is counted, each has remarks of its own, a profile says so, the table is a panel, or it holds nothing else than them and the period, each a series.
 */
function areMeasures(settling: Settling, columns: ColumnFacts[]): boolean {
  const { facts, roles, profile } = settling
  if (columns.length < 2) return false
  const isTold = ({ name }: ColumnFacts) => saidOf(profile?.columns, name) === 'value'
  if (profile?.rest === 'value' || columns.every(isTold)) return true
  const flows = flowsIn(columns.map(({ name }) => name))
  const speaks = ({ name }: ColumnFacts, i: number) =>
    flows[i] !== undefined ||
    splitUnit(name).unit !== null ||
    isQuantity(name) ||
    namesMeasure(name) ||
    isPriced(name) ||
    roleOfHeader(name) === 'unit'
  if (columns.every(speaks) || haveOneHead(columns)) return true
  const isRemarked = ({ name }: ColumnFacts) =>
    facts.columns.some((other) => isRemarkOn(name, other.name))
  if (columns.every(isRemarked)) return true
  if (areCountries(settling, columns) || areOfPanel(settling, columns)) return true
  // Rows of one period more than once are told apart by something: by one of these columns, perhaps.
  if (isRepeated(facts, [roles.indexOf('period'), roles.indexOf('period_part')])) return false
  const silent = (column: ColumnFacts) => {
    const role = roles[column.index]
    if (role?.startsWith('period')) return true
    return (role === undefined || role === 'ignore' || role === 'value') && !isText(column, facts)
  }
  return facts.columns.every((column) => columns.includes(column) || silent(column))
}

/** `Geschlecht männlich`, `Geschlecht weiblich`, `Geschlecht Insgesamt`: names below one heading. */
function haveOneHead(columns: readonly ColumnFacts[]): boolean {
  const words = columns.map(({ name }) => name.split(' '))
  const isOne = words.every(([first, ...others]) => first === words[0]![0] && others.length > 0)
  return isOne && !columns.some(({ name }) => isNameless(name))
}

/**
 * Columns of numbers, and those that hold a cell or two that is none: it is an issue at its line, and no reason
 * to lose a column. Such a one names a flow or a country as those beside it do, or, alone, says what it tells.
 */
function withBadCells(
  settling: Settling,
  named: readonly ColumnFacts[],
  open: readonly ColumnFacts[],
): ColumnFacts[] {
  const numeric = open.filter(isNumeric)
  const likely = open.filter(isHalfNumeric)
  const all = [...named, ...likely]
  const isFlow = ({ name }: ColumnFacts) => flowIn(splitUnit(name).stem) !== undefined
  const isMeant =
    all.length > 1
      ? all.every(isFlow) || areCountries(settling, all)
      : all.every((column) => isFlow(column) || splitUnit(column.name).unit !== null)
  return isMeant ? likely : numeric
}

/** Whether the headings of columns are countries, or flows of countries, of which figures are told. */
function areCountries({ roles }: Settling, columns: readonly ColumnFacts[]): boolean {
  const names = columns.map(({ name }) => name)
  return areOfCountries(names, { roles, words: [], told: {} })
}

/** Whether rows say the same in columns that tell their period; none of them where there are none. */
const isRepeated = ({ sample }: Facts, indexes: readonly number[]): boolean => {
  const told = indexes.filter((index) => index >= 0)
  if (told.length === 0) return false
  return new Set(sample.map((row) => told.map((i) => row[i]).join('\u001f'))).size < sample.length
}

/** A column of words, that tell the rows apart. */
const isText = (column: ColumnFacts, { columns }: Facts): boolean =>
  columns.includes(column) &&
  column.filled > 0 &&
  column.periods < column.filled &&
  !isNumeric(column)

function valueQuestion(facts: Facts, candidates: ColumnFacts[]): Question {
  const all = { value: '*', label: 'All of them: each is a measure of its own' }
  const likely = candidates.length > 0 ? candidates : facts.columns.filter(({ numeric }) => numeric)
  return {
    code: 'value-column',
    column: null,
    message:
      candidates.length > 0
        ? `${namesOf(candidates)} hold numbers. Which are the values?`
        : likely.length > 0
          ? 'No column holds numbers only. Which one holds the values?'
          : 'No cell is a number: as it is read, there are no figures in it. Is its header on another line, or are its cells parted by another sign?',
    options: [...likely.map(option), ...(candidates.length > 1 ? [all] : [])],
  }
}
