import type { ImportReport } from '../../data/model/report.ts'
import { counted } from '../words.ts'

type Compared = Pick<
  ImportReport,
  'added' | 'revised' | 'removed' | 'confirmed' | 'kept' | 'rejected' | 'options'
>

/** Whether what was compared can be written, and what is said beside the button. */
export function writing(report: Compared): { mayWrite: boolean; says: string } {
  const { added, revised, removed, confirmed, kept, rejected, options } = report
  const barred = (says: string) => ({ mayWrite: false, says })
  if (rejected > 0 && options.mode?.startsWith('replace')) {
    return barred('A file that replaces must be all good: correct it, or let it add and revise.')
  }
  if (added + revised + removed + confirmed === 0) {
    if (rejected > 0) return barred('Without what is rejected there is nothing to write.')
    return barred(
      kept > 0
        ? 'Nothing to write: what the file tells otherwise is kept as it stood.'
        : 'Nothing to write: the store holds all of it.',
    )
  }
  return {
    mayWrite: true,
    says:
      rejected > 0
        ? 'Nothing is written while some are rejected, unless you leave them out.'
        : takenOutWords(removed),
  }
}

/** "5 figures that the file does not tell are taken out; an undo brings them back." Empty where none is. */
function takenOutWords(removed: number): string {
  if (removed === 0) return ''
  return removed === 1
    ? '1 figure that the file does not tell is taken out; an undo brings it back.'
    : `${counted(removed, 'figure', 'figures')} that the file does not tell are taken out; an undo brings them back.`
}
