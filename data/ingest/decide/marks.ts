import type { ColumnFacts } from '../facts.ts'
import { quoted } from '../issues.ts'
import type { DecimalMark } from '../numbers/numbers.ts'
import { answerTo, type Deciding } from './deciding.ts'

export interface Mark {
  mark: DecimalMark
  /** False where no number that was seen has any mark: later ones may. */
  isKnown: boolean
}

/** The mark that is usual in a source or a language, and whose habit it is. */
export interface Usual {
  mark: DecimalMark
  whose: string
}

export interface Habits {
  /** The mark of the source or the language, whatever other cells are like. */
  usual: (doubtful?: string) => Usual | undefined
  /** The mark by which a number of two readings is read where nothing else decides. */
  likely: (column: ColumnFacts, doubtful: string) => Usual | undefined
  /** Columns of numbers that are no values, such as growth that is left out: they are written alike. */
  others: readonly ColumnFacts[]
}

const OTHERS = 'other columns of the file are'

/**
 * The decimal mark of each value column: told, proved by its cells or those of another column of the same
 * file (a spreadsheet may have written a source's numbers anew), usual in the source, likely by what the
 * column is and how the file is written; else asked.
 */
export function decideMarks(
  columns: readonly ColumnFacts[],
  { usual, likely, others: beside }: Habits,
  deciding: Deciding,
): Mark[] {
  const { options, says } = deciding
  const proved = columns.map(({ name, numbers }) => {
    const answer = answerTo(options, 'decimal-mark', name) ?? options.decimalMark
    return answer === '.' || answer === ',' ? answer : numbers.mark()
  })
  const all = [...proved, ...beside.map(({ numbers }) => numbers.mark())]
  const sure = new Set(all.filter((mark) => mark !== undefined))
  const shared = sure.size === 1 ? [...sure][0] : undefined
  const guessed = columns.map((column, i) => {
    const doubtful = proved[i] === undefined ? column.numbers.doubtful() : undefined
    return doubtful === undefined ? undefined : likely(column, doubtful)
  })
  // A file that parts thousands by one sign in one column has no fractions behind it in another.
  const alike = new Set(guessed.flatMap((usual) => usual?.mark ?? []))
  const asOthers = alike.size === 1 && { mark: [...alike][0]!, whose: OTHERS }
  return columns.map((column, i) => {
    const { name, numbers } = column
    const own = proved[i]
    if (own === ',' && numbers.mark() === ',') {
      says.push(`Numbers in ${quoted(name)} have a decimal comma.`)
    }
    const doubtful = numbers.doubtful()
    if (own !== undefined) return { mark: own, isKnown: true }
    if (doubtful === undefined) return unseen(usual()?.mark, deciding)
    const others = shared && { mark: shared, whose: OTHERS }
    const habit = usual(doubtful)
    const sureOne = others && others.mark !== habit?.mark ? others : habit
    // A later cell may prove what is only likely so far.
    if (sureOne === undefined) deciding.undecided = true
    const found = sureOne ?? guessed[i] ?? asOthers
    if (!found) return ask(name, doubtful, deciding)
    const { mark, whose } = found
    says.push(
      `${quoted(doubtful)} in ${quoted(name)} is read with ${mark === '.' ? 'a decimal point' : 'a decimal comma'}, as ${whose}.`,
    )
    return { mark, isKnown: true }
  })
}

/** No number has a mark so far: where that may be the sample's fault, the others are looked at, too. */
function unseen(usual: DecimalMark | undefined, deciding: Deciding): Mark {
  const isKnown = usual !== undefined || deciding.isThorough
  if (!isKnown) return { mark: '.', isKnown }
  if (usual === undefined) deciding.undecided = true
  return { mark: usual ?? '.', isKnown }
}

function ask(name: string, doubtful: string, deciding: Deciding): Mark {
  const digits = doubtful.replace(/[.,]/g, '')
  const fraction = doubtful.replace(',', '.')
  const [whole, part] = doubtful.includes('.') ? [',', '.'] : ['.', ',']
  deciding.questions.push({
    code: 'decimal-mark',
    column: name,
    message: `“${doubtful}” in “${name}” may be a thousand or a fraction, and no other cell decides. What separates the decimals?`,
    options: [
      { value: part!, label: `“${part}”: it is a fraction`, example: `${doubtful} is ${fraction}` },
      { value: whole!, label: `“${whole}”: it is a thousand`, example: `${doubtful} is ${digits}` },
    ],
  })
  return { mark: '.', isKnown: true }
}
