import { lookUp } from '../../model/look-up.ts'
import { bareName } from '../column-names.ts'
import { answerTo } from '../decide/deciding.ts'
import { type ColumnFacts, isNumeric } from '../facts.ts'
import { quoted } from '../issues.ts'
import { isCodeName } from '../words.ts'
import { option, type Settling } from './settling.ts'

/** A column of figures, and those called as it is. */
interface Namesakes {
  name: string
  columns: readonly ColumnFacts[]
}

const SAME_NAME = 'same-name'
const ALL = '*'

/** Whether columns are called alike, but for the numbers that tell them apart. */
export const areNamesakes = (columns: readonly ColumnFacts[]): boolean =>
  columns.length > 1 && new Set(columns.map(({ name }) => bareName(name))).size === 1

/** Columns of numbers of one name each, that nobody has said anything of. */
function namesakesIn({ facts, roles, options }: Settling): Namesakes[] {
  const open = facts.columns.filter(
    (column) =>
      (roles[column.index] ?? 'value') === 'value' &&
      lookUp(options.columns, column.name) === undefined &&
      isNumeric(column) &&
      !isCodeName(bareName(column.name)),
  )
  return [...Map.groupBy(open, ({ name }) => bareName(name))].flatMap(([name, columns]) =>
    columns.length > 1 && columns[0]!.name === name ? [{ name, columns }] : [],
  )
}

/** Whether columns hold the same in every row that was looked at. */
const areSame = ([, ...others]: readonly ColumnFacts[]): boolean =>
  others.every(({ namesake }) => namesake?.isAlike)

/** Whether each stands behind another column of figures, of which it tells more: `Exports, Change, Imports, Change`. */
function areBehindOthers({ facts }: Settling, { name, columns }: Namesakes): boolean {
  const before = columns.flatMap(({ index }) => facts.columns[index - 1] ?? [])
  const isOther = (column: ColumnFacts) => isNumeric(column) && bareName(column.name) !== name
  return before.length === columns.length && before.every(isOther)
}

/**
 * Of several columns of one name only the first is looked at, until it is known which is meant. Gives what says
 * and asks so once it is known whether the first is a value.
 */
export function settleNamesakes(settling: Settling): () => void {
  const { roles, options, questions, says } = settling
  const open: Namesakes[] = []
  for (const one of namesakesIn(settling)) {
    const { name, columns } = one
    const answer = answerTo(options, SAME_NAME, name)
    if (answer === ALL || areBehindOthers(settling, one)) {
      for (const { index } of columns) roles[index] = roles[columns[0]!.index]
      continue
    }
    const meant = columns.find((column) => column.name === answer)
    if (meant) roles[meant.index] = roles[columns[0]!.index]
    else open.push(one)
    for (const column of columns)
      if (column !== (meant ?? columns[0])) roles[column.index] = 'ignore'
  }
  return () => {
    for (const { name, columns } of open) {
      if (roles[columns[0]!.index] !== 'value') {
        for (const { index } of columns.slice(1)) roles[index] = roles[columns[0]!.index]
        continue
      }
      if (areSame(columns))
        says.push(
          `${quoted(name)} stands over ${columns.length} columns of the same figures: they are read once.`,
        )
      else
        questions.push({
          code: SAME_NAME,
          column: name,
          message: `${quoted(name)} stands over ${columns.length} columns of other figures. Which of them is meant?`,
          options: [
            ...columns.map(option),
            { value: ALL, label: 'All of them: each is a measure of its own' },
          ],
        })
    }
  }
}
