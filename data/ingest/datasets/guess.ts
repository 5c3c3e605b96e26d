import type { Compared } from '../../model/comparison.ts'
import { withDecimals } from '../../model/numbers.ts'
import type { Question } from '../../model/report.ts'
import { quoted } from '../issues.ts'

/** A dataset that was taken for that of a file by its columns and series alone, and the one it would else make. */
export interface Guess {
  dataset: string
  otherwise: string
  /** Its columns are called otherwise than those of the dataset. */
  isRenamed: boolean
}

/** Figures that both tell, from which on most of them being other ones says something. */
const FEW = 3

/**
 * Whether most figures that the file and the dataset both tell are other ones: then it is hardly its next
 * release. Where the columns are called otherwise, some figures must be those that are there.
 */
export const isDoubtful = ({ isRenamed }: Guess, compared: Compared): boolean =>
  (isRenamed && alike(compared) === 0) ||
  (others(compared) >= FEW && others(compared) > alike(compared))

/** Figures that the file tells otherwise than they stand, be they revised by it or kept as they are. */
const others = ({ revised, kept }: Compared): number => revised + kept
const alike = ({ confirmed, unchanged }: Compared): number => confirmed + unchanged

/** Asks which dataset a file belongs to, with one of the figures that say so. */
export function guessQuestion(
  { dataset, otherwise, isRenamed }: Guess,
  compared: Compared,
): Question {
  const both = others(compared) + alike(compared)
  const [of, all] = [others(compared), both].map((n) => n.toLocaleString('en'))
  const has = isRenamed ? 'the series' : 'the columns and series'
  const under = isRenamed ? ', in columns called otherwise' : ''
  const tells =
    both === 0
      ? 'and tells none of the figures that are there'
      : `and other figures: ${of} of the ${all} that both tell${exampleIn(compared)}`
  const become = compared.kept > 0 ? 'those figures stay as they are' : 'those figures are revised'
  return {
    code: 'dataset',
    column: null,
    message: `The file has ${has} of ${quoted(dataset)}${under}, ${tells}. Is it a new release of it, or of something else?`,
    options: [
      {
        value: dataset,
        label: `A new release of ${quoted(dataset)}: ${both === 0 ? 'its figures are added' : become}`,
      },
      { value: otherwise, label: `Something else: it makes the dataset ${quoted(otherwise)}` },
    ],
  }
}

/** ", such as “Russia: exports to China” in 2023-01, 9000.0 there and 2707.0 here" */
function exampleIn({ changes, keptFigures }: Compared): string {
  const one = [...keptFigures, ...changes].find(({ kind }) => kind === 'kept' || kind === 'revised')
  if (!one || one.before === null || one.after === null) return ''
  const there = withDecimals(one.before, one.beforeDecimals)
  const here = withDecimals(one.after, one.afterDecimals)
  return `, such as “${one.title}” in ${one.period}, ${there} there and ${here} here`
}
