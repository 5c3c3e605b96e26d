import type { ImportReport, Question } from '../model/report.ts'
import { quoted } from './issues.ts'

/** A dataset that was taken for that of a file by its columns and series alone, and the one it would else make. */
export interface Guess {
  dataset: string
  otherwise: string
}

type Counts = Pick<ImportReport, 'revised' | 'confirmed' | 'unchanged' | 'kept'>

/** Figures that both tell, from which on most of them being other ones says something. */
const FEW = 3

/** Whether most figures that the file and the dataset both tell are other ones: then it is hardly its next release. */
export const isDoubtful = (counts: Counts): boolean =>
  others(counts) >= FEW && others(counts) > alike(counts)

/** Figures that the file tells otherwise than they stand, be they revised by it or kept as they are. */
const others = ({ revised, kept }: Counts): number => revised + kept
const alike = ({ confirmed, unchanged }: Counts): number => confirmed + unchanged

/** Asks which dataset a file belongs to. */
export function guessQuestion({ dataset, otherwise }: Guess, counts: Counts): Question {
  const both = others(counts) + alike(counts)
  const [of, all] = [others(counts), both].map((n) => n.toLocaleString('en'))
  const become = counts.kept > 0 ? 'stay as they are' : 'are revised'
  return {
    code: 'dataset',
    column: null,
    message: `The file has the columns and series of ${quoted(dataset)}, and other figures: ${of} of the ${all} that both tell. Is it a new release of it, or of something else?`,
    options: [
      { value: dataset, label: `A new release of ${quoted(dataset)}: those figures ${become}` },
      { value: otherwise, label: `Something else: it makes the dataset ${quoted(otherwise)}` },
    ],
  }
}
