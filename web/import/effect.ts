import type { Change, ImportReport } from '../../data/model/report.ts'
import { unitWords } from '../words.ts'
import { changeRows } from './changes.ts'
import { allColumns } from './columns.ts'
import { type Counts, countsWords } from './words.ts'

type Read = Counts & Pick<ImportReport, 'changes' | 'changesTotal' | 'reading'>

const keyOf = ({ series, period }: Change): string => `${series} ${period}`
const isWhole = ({ changes, changesTotal }: Read): boolean => changes.length === changesTotal

/** "1.234 million US dollars" */
function valueWords(change: Change): string {
  const value = changeRows([change])[0]!.after
  return change.unit && change.unit !== 'percent' ? `${value} ${unitWords(change.unit)}` : value
}

/** "Russia, 2023" */
const placeWords = (change: Change): string => `${change.title}, ${changeRows([change])[0]!.period}`

/** The first figure that is another now, in words; empty where none is known to be. */
function otherFigure(before: Read, now: Read): string {
  const known = new Map(before.changes.map((change) => [keyOf(change), change]))
  for (const change of now.changes) {
    const was = known.get(keyOf(change))
    if (was && valueWords(was) !== valueWords(change))
      return `${placeWords(change)} was ${valueWords(was)} and is ${valueWords(change)}.`
  }
  const added = isWhole(before) && now.changes.find((change) => !known.has(keyOf(change)))
  return added ? `${placeWords(added)} is ${valueWords(added)}, and was not told.` : ''
}

/** "partner, flow": what tells series apart. */
const apartWords = ({ reading }: Read): string =>
  (reading ? allColumns(reading) : [])
    .flatMap(({ role }) => /^dimension:(.*)$/.exec(role)?.[1]?.replaceAll('_', ' ') ?? [])
    .join(', ') || 'nothing'

/**
 * What reading again did: to the counts ("Before this change: 3 added, 816 rejected."), to a figure, or to
 * what tells series apart. Empty where it was not read before.
 */
export function effectWords(before: Read | null, now: Read): string {
  if (!before) return ''
  const [was, is] = [countsWords(before), countsWords(now)]
  const other = otherFigure(before, now)
  if (was !== is) return `Before this change: ${was}.`
  if (other) return `As many figures, but others: ${other}`
  const [wasApart, isApart] = [apartWords(before), apartWords(now)]
  if (wasApart !== isApart)
    return `The same figures, told apart by ${isApart}; before this change by ${wasApart}.`
  return isWhole(before) && isWhole(now)
    ? 'This change makes no difference to the figures.'
    : 'This change makes no difference to the counts, nor to the figures in the report.'
}
