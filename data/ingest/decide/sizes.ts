import type { Question } from '../../model/report.ts'
import type { ColumnFacts } from '../facts.ts'
import { quoted } from '../issues.ts'
import type { Sizing } from '../mapping.ts'
import { sizeOfUnit, smallestOf, unitInSize } from '../numbers/sizes.ts'
import { unitOf } from '../units/units.ts'
import { answerTo, type Deciding } from './deciding.ts'

/** What is known of the unit of a column beside the sizes at its numbers. */
export interface UnitTold {
  /** Units that its heading, its currency, a line above or a column of units says; none where nothing does. */
  units: readonly string[]
  /** Each row says its own: the numbers are told one by one, since the unit of a row stays as it is. */
  isOfRows: boolean
}

const ONES = 'ones'
const CELLS = 'cells'
const BOTH = 'both'

/**
 * How the sizes at the numbers of a column are read: all in one, which becomes part of its unit. What a
 * number without a size counts, or one with a size below a unit that has another, is asked.
 */
export function decideSizes(
  { name, numbers }: ColumnFacts,
  told: UnitTold,
  deciding: Deciding,
): { sizing: Sizing; unit: string | null } | null {
  const examples = numbers.sizes()
  const sizes = [...examples.keys()]
  if (sizes.length === 0) return null
  const bare = bareSize(name, numbers, sizes, deciding)
  const [ofUnit = '', ...others] = new Set(told.units.map((unit) => sizeOfUnit(unitOf(unit)).size))
  const unit = told.isOfRows || told.units.length === 0 ? null : unitOf(told.units[0]!)
  if (others.length > 0 || (ofUnit !== '' && sizes.some((size) => size !== ofUnit))) {
    const answer = answerTo(deciding.options, 'size-of-unit', name)
    const isOfCells = answer === CELLS && others.length === 0
    if (!isOfCells && answer !== BOTH)
      deciding.questions.push(
        unitQuestion(name, [...examples.values()][0]!, told.units[0]!, others),
      )
    return { sizing: { to: isOfCells ? ofUnit : '', bare }, unit }
  }
  const to =
    told.isOfRows || ofUnit !== '' ? ofUnit : smallestOf(bare === null ? sizes : [...sizes, bare])
  say(name, sizes, to, deciding)
  if (told.isOfRows) return { sizing: { to, bare }, unit: null }
  return { sizing: { to, bare }, unit: unitInSize(sizeOfUnit(unit ?? '').base, to) || null }
}

function say(name: string, sizes: readonly string[], to: string, { says }: Deciding): void {
  const words = [sizes.slice(0, -1).join(', '), sizes.at(-1)].filter(Boolean).join(' and ')
  const meaning = sizes.length > 1 || sizes[0] !== to ? `: all are read in ${to || ONES}` : ''
  says.push(`Numbers in ${quoted(name)} say how much they count, ${words}${meaning}.`)
}

/** Numbers below a thousand among thousands and millions count one by one; of others only a person knows. */
function bareSize(
  name: string,
  numbers: ColumnFacts['numbers'],
  sizes: readonly string[],
  { options, questions }: Deciding,
): string | null {
  const bare = numbers.bare()
  if (!bare) return null
  if (bare.isSmall && sizes.length > 1 && sizes.includes('thousand')) return ''
  const answer = answerTo(options, 'size', name)
  if (answer === ONES) return ''
  if (answer !== undefined && sizes.includes(answer)) return answer
  questions.push({
    code: 'size',
    column: name,
    message: `Some numbers in ${quoted(name)} say how much they count, such as ${quoted([...numbers.sizes().values()][0]!)}, and ${quoted(bare.example)} does not. What does it count?`,
    options: [
      { value: ONES, label: 'One by one', example: bare.example },
      ...sizes.map((size) => ({
        value: size,
        label: `The same as others: ${size}`,
        example: `${bare.example} ${size}`,
      })),
    ],
  })
  return null
}

function unitQuestion(
  name: string,
  example: string,
  unit: string,
  others: readonly string[],
): Question {
  const { base, size } = sizeOfUnit(unitOf(unit))
  const both = { value: BOTH, label: `Both: it counts so many times ${[size, base].join(' ')}` }
  const cells = { value: CELLS, label: `What stands at the number: it counts ${base}` }
  return {
    code: 'size-of-unit',
    column: name,
    message: `${quoted(example)} in ${quoted(name)} says how much it counts, and so does the unit ${quoted(unit)}. Which holds?`,
    options: others.length > 0 ? [both] : [cells, both],
  }
}
