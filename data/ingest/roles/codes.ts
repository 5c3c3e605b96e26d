import type { Role } from '../../model/report.ts'
import { codeOf, hasCode, hasList } from '../codes/codes.ts'
import { isSummaryWord } from '../codes/summaries.ts'
import { areOne, type ColumnFacts, type Facts, isNumeric } from '../facts.ts'
import { oddCodes } from '../records/codes-and-names.ts'
import { splitUnit } from '../units/units.ts'
import {
  codeStem,
  dimensionOf,
  headerWord,
  isCodeName,
  isLabelWord,
  labelStem,
  rootOf,
} from '../words.ts'
import { isUnitAlone } from './cells.ts'
import type { Settling } from './settling.ts'

/**
 * Columns that one of the known dimensions already speaks for become labels of it, labels alone
 * dimensions, and names beside codes their labels: `Indicator Name` beside `Indicator Code`.
 */
export function settleCodes(settling: Settling): void {
  const { facts, roles, options, isSpread } = settling
  for (const { index, name, distinct } of facts.columns) {
    const [kind, id = ''] = roles[index]?.split(':') ?? []
    // A person knows better than a heading.
    if (kind !== 'dimension' || options.columns?.[name]) continue
    // `进出口(亿元)` holds figures of total trade, not flows.
    const isFigure = hasList(id) && [...distinct.keys()].some((text) => /^-?\d+[.,]\d/.test(text))
    // `Measure` over `$` and `Tonnes` says in what figures are.
    const isOfUnits = id === 'measure' && !isSpread && [...distinct.keys()].every(isUnitAlone)
    if (isFigure || isOfUnits || splitUnit(name).unit !== null) roles[index] = undefined
  }
  const alike = Map.groupBy(facts.columns, ({ name }) => rootOf(name))
  for (const column of facts.columns) {
    const [kind, id] = roles[column.index]?.split(':') ?? []
    if (kind !== 'label' || roles.includes(`dimension:${id}`)) continue
    const code = codeBeside(alike.get(rootOf(column.name)) ?? [], column)
    const isOpen = code && !roles[code.index] && areOne(facts, code.index, column.index)
    roles[isOpen ? code.index : column.index] = `dimension:${id}`
  }
  settleTwins(settling)
  preferNames(settling)
  settleNames(settling)
  settleListed(settling)
  for (const column of facts.columns) {
    if (roles[column.index] !== undefined) continue
    const code = codeBeside(alike.get(rootOf(column.name)) ?? [], column)
    if (!code || !areOne(facts, code.index, column.index)) continue
    const own = roles[code.index]
    if (own !== undefined && !own.startsWith('dimension:')) continue
    const id = own?.slice('dimension:'.length) ?? (rootOf(code.name) || dimensionOf(code.name))
    roles[code.index] = `dimension:${id}`
    roles[column.index] = `label:${id}`
  }
}

/** `Description` right behind a code, or before one, says that code in words, where each has one of the other. */
function settleNames({ facts, roles }: Settling): void {
  for (const { index, name, distinct } of facts.columns) {
    if (roles[index] !== undefined || !isLabelWord(name)) continue
    const code = [facts.columns[index - 1], facts.columns[index + 1]].find(
      (column) =>
        column &&
        (column.index < index || holdsCodes(column)) &&
        (isOpenCode(roles, column) || roles[column.index]?.startsWith('dimension:')) &&
        areOne(facts, column.index, index),
    )
    if (!code) continue
    const isOpen = isOpenCode(roles, code)
    const [, known = dimensionOf(code.name)] = roles[code.index]?.split(':') ?? []
    const texts = [...distinct.keys()]
    const areCountries = texts.length > 1 && texts.every((text) => hasCode('reporter', text))
    const id = isOpen && areCountries && !roles.includes(REPORTER) ? 'reporter' : known
    if (isOpen) roles[code.index] = `dimension:${id}`
    roles[index] = `label:${id}`
  }
}

const isOpenCode = (roles: Settling['roles'], { index, name }: ColumnFacts): boolean =>
  roles[index] === undefined && isCodeWord(name)

/** Whether its texts are codes and not words: each has a digit, none a word. */
const holdsCodes = ({ distinct }: ColumnFacts): boolean =>
  [...distinct.keys()].every((text) => /\d/.test(text) && !/\p{L}{3}/u.test(text))

/** `Code` beside `Country` holds the codes of those names, where a list of ours has them. */
function settleListed({ facts, roles }: Settling): void {
  for (const { index, name, distinct } of facts.columns) {
    if (roles[index] !== undefined || !isCodeWord(name) || distinct.size === 0) continue
    const names = [index - 1, index + 1].find((at) => {
      const [kind, id = ''] = roles[at]?.split(':') ?? []
      const isCode = (text: string) => /^\p{Lu}+$/u.test(text) && hasCode(id, text)
      return kind === 'dimension' && areOne(facts, index, at) && [...distinct.keys()].every(isCode)
    })
    if (names === undefined) continue
    const role = roles[names]!
    roles[index] = role
    roles[names] = role.replace('dimension:', 'label:') as Role
  }
}

const REPORTER = 'dimension:reporter'

/** `Kod`, `Code`: a heading that is nothing but the word for a code. */
const isCodeWord = (name: string): boolean =>
  /^(?:code|kod|kód|code_?id|код|nummer|código|编码|代码|編碼|コード|코드)$/i.test(name.trim())

/** Of several columns of one dimension the one that says it best; the others label it, or are dimensions of their own. */
function settleTwins({ facts, roles }: Settling): void {
  const twins = Map.groupBy(facts.columns, ({ index }) => roles[index])
  for (const [role, columns] of twins) {
    const [kind, id = ''] = role?.split(':') ?? []
    if (kind !== 'dimension' || columns.length < 2) continue
    const best = columns.reduce((a, b) => (worth(id, b) > worth(id, a) ? b : a))
    for (const column of columns) {
      if (column === best) continue
      if (isLabelOf(facts, best, column) || namesMost(facts, id, best, column))
        roles[column.index] = `label:${id}`
      else {
        const own = dimensionOf(column.name)
        roles[column.index] = `dimension:${own}`
        // One that is called as the dimension is it: the codes beside it go by their own name.
        if (own === id) roles[best.index] = `dimension:${dimensionOf(best.name)}`
      }
    }
    const labels = columns.filter(({ index }) => roles[index] === `label:${id}`)
    for (const { index } of labels.filter((column) => column !== labels.find(isWords)))
      roles[index] = 'ignore'
  }
}

/** Where both say one thing only, the other labels it by its heading, as its code, or by words. */
const isLabelOf = (facts: Facts, best: ColumnFacts, column: ColumnFacts): boolean =>
  areOne(facts, best.index, column.index) &&
  (column.distinct.size > 1 ||
    rootOf(column.name) === rootOf(best.name) ||
    codeStem(column.name) !== undefined ||
    [...column.distinct.keys()].every((text) => /\p{L}{3}/u.test(text) && !isSummaryWord(text)))

/** Whether a column of its name has the same countries or flows in most rows: in the others is a slip. */
function namesMost({ sample }: Facts, id: string, best: ColumnFacts, column: ColumnFacts): boolean {
  if (!hasList(id) || rootOf(column.name) !== rootOf(best.name)) return false
  const codeIn = (row: readonly string[], { index }: ColumnFacts) => codeOf(id, row[index]!).code
  const alike = sample.filter((row) => codeIn(row, best) === codeIn(row, column))
  return alike.length * 4 >= sample.length * 3
}

/**
 * Of a source's own codes for what a list of ours has, and their names, the names: `6` is `Export` to WITS, and
 * `CH` China where `RS` is Russia.
 */
function preferNames({ facts, roles, says }: Settling): void {
  for (const code of facts.columns) {
    const [kind, id = ''] = roles[code.index]?.split(':') ?? []
    const label = facts.columns[roles.indexOf(`label:${id}`)]
    if (kind !== 'dimension' || !hasList(id) || !label) continue
    const [odd] = oddCodes(facts, id, code.index, label.index)
    if (odd) {
      says.push(
        `“${code.name}” has codes of its own (“${odd[0]}” is ${odd[1]}): “${label.name}” is read.`,
      )
    } else if (worth(id, label) <= worth(id, code) || worth(id, label) < 1) continue
    roles[label.index] = `dimension:${id}`
    roles[code.index] = 'ignore'
  }
}

const isWords = (column: ColumnFacts): boolean => !isCodeName(column.name) && !isNumeric(column)

/**
 * How well a column names the codes of a dimension. Numbers come last where a list of ours has the codes:
 * each office counts countries in its own way. `Total` below `Area` is that of towns and villages.
 */
function worth(id: string, column: ColumnFacts): number {
  if (!hasList(id)) return isCodeName(column.name) ? 1 : 0
  const texts = [...column.distinct.keys()]
  const isNamed = (text: string) => codeOf(id, text).known && !isSummaryWord(text)
  const known = texts.filter(isNamed).length
  return known / Math.max(texts.length, 1) - (texts.some((text) => /\d/.test(text)) ? 1 : 0)
}

/** The column of codes that a column of names belongs to by their names: `Item Code (CPC)` and `Item`. */
function codeBeside(alike: readonly ColumnFacts[], column: ColumnFacts): ColumnFacts | undefined {
  if (codeStem(column.name) !== undefined) return undefined
  const others = alike.filter((other) => other !== column)
  const code = others.find((other) => codeStem(other.name) !== undefined)
  if (code || labelStem(column.name) === undefined) return code
  return others.find((other) => headerWord(other.name) === rootOf(other.name))
}
