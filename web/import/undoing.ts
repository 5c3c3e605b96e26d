import { signal } from '@preact/signals'
import type { Change, ImportReport, UndoReport } from '../../data/model/report.ts'
import { counted } from '../words.ts'
import { changeRows } from './changes.ts'

/** What undoing did, by import, as long as the page is open: the ledger keeps the day only. */
export const undone = signal<Record<number, UndoReport>>({})

/** What an undo will do, before it is done: a sentence each. */
export function undoWords(report: ImportReport): string[] {
  const { added, revised, confirmed, newDataset, datasetTitle } = report
  return [
    revised > 0 &&
      `${counted(revised, 'revised figure gets', 'revised figures get')} the value before back.`,
    added > 0 && `${counted(added, 'added figure goes', 'added figures go')}.`,
    confirmed > 0 &&
      `${counted(confirmed, 'confirmation is', 'confirmations are')} forgotten; the values stand.`,
    newDataset &&
      `This import made the dataset “${datasetTitle}”: when no other import told anything of it, the dataset goes too.`,
    'What another import told as well stays. The line stays in the ledger, and the file can be taken in again.',
  ].filter((words) => words !== false)
}

/** Figures that come back, for the reader to look at: after and before change places. */
export function comingBack(changes: readonly Change[], most: number) {
  const revised = changes.filter(({ kind }) => kind === 'revised').slice(0, most)
  return changeRows(revised).map(({ series, title, period, before, after }) => ({
    series,
    title,
    period,
    stands: after,
    returns: before,
  }))
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
