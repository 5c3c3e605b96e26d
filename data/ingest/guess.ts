import type { ImportReport, Question } from '../model/report.ts'
import { quoted } from './issues.ts'

/** A dataset that was taken for that of a file by its columns and series alone, and the one it would else make. */
export interface Guess {
  dataset: string
  otherwise: string
  /** Its columns are called otherwise than those of the dataset. */
  isRenamed: boolean
}

type Counts = Pick<ImportReport, 'revised' | 'confirmed' | 'unchanged' | 'kept'>

/** Figures that both tell, from which on most of them being other ones says something. */
const FEW = 3

/**
 * Whether most figures that the file and the dataset both tell are other ones: then it is hardly its next
 * release. Where the columns are called otherwise, some figures must be those that are there.
 */
export const isDoubtful = ({ isRenamed }: Guess, counts: Counts): boolean =>
  (isRenamed && alike(counts) === 0) || (others(counts) >= FEW && others(counts) > alike(counts))

/** Figures that the file tells otherwise than they stand, be they revised by it or kept as they are. */
const others = ({ revised, kept }: Counts): number => revised + kept
const alike = ({ confirmed, unchanged }: Counts): number => confirmed + unchanged

/** Asks which dataset a file belongs to. */
export function guessQuestion({ dataset, otherwise, isRenamed }: Guess, counts: Counts): Question {
  const both = others(counts) + alike(counts)
  const [of, all] = [others(counts), both].map((n) => n.toLocaleString('en'))
  const become = counts.kept > 0 ? 'stay as they are' : 'are revised'
  const has = isRenamed ? 'the series' : 'the columns and series'
  const tells =
    both === 0
      ? 'and tells none of the figures that are there'
      : `and other figures: ${of} of the ${all} that both tell`
  const added = both === 0 ? 'its figures are added' : `those figures ${become}`
  return {
    code: 'dataset',
    column: null,
    message: `The file has ${has} of ${quoted(dataset)}${isRenamed ? ', in columns called otherwise' : ''}, ${tells}. Is it a new release of it, or of something else?`,
    options: [
      { value: dataset, label: `A new release of ${quoted(dataset)}: ${added}` },
      { value: otherwise, label: `Something else: it makes the dataset ${quoted(otherwise)}` },
    ],
  }
}
