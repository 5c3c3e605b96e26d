import type { ImportReport, UndoReport } from '../../data/model/report.ts'
import { counted } from '../words.ts'

const LEDGER = 'The line stays in the ledger, and the file can be taken in again.'

/** What an undo would do, before it is done: a sentence each. */
export function undoWords(
  { restored, removed, kept, datasetRemoved }: UndoReport,
  { datasetTitle }: Pick<ImportReport, 'datasetTitle'>,
): string[] {
  return [
    restored > 0 && `${counted(restored, 'figure gets', 'figures get')} the value before back.`,
    removed > 0 && `${counted(removed, 'figure goes', 'figures go')}: nothing else told it.`,
    kept > 0 &&
      `${counted(kept, 'figure stays', 'figures stay')}, because a later import told the same.`,
    restored + removed + kept === 0 && 'No value changes.',
    datasetRemoved &&
      `The dataset “${datasetTitle}”, which this import made, goes too: nothing else told anything of it.`,
    LEDGER,
  ].filter((words) => words !== false)
}

/** What an undo did. */
export function undoneWords(undo: UndoReport): string {
  const { restored, removed, kept, datasetRemoved } = undo
  return [
    restored > 0 && `${counted(restored, 'figure has', 'figures have')} the value before again.`,
    removed > 0 && `${counted(removed, 'figure is', 'figures are')} gone.`,
    kept > 0 &&
      `${counted(kept, 'figure stays', 'figures stay')}, because a later import told the same.`,
    datasetRemoved && 'The dataset that this import made is gone too.',
    restored + removed + kept === 0 && 'No value changed.',
  ]
    .filter(Boolean)
    .join(' ')
}
