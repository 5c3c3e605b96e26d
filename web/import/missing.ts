import type { Missing } from '../../data/model/report.ts'
import { counted } from '../words.ts'

/** Whether there is anything that the file does not tell. */
export const isMissing = (missing: Missing | null): missing is Missing =>
  missing !== null && missing.figures + missing.series > 0

/** "12 figures of series that the file tells are not in it. To take them out, replace its series." */
export function missingLead({ figures, series }: Missing, rejected = 0): string {
  if (figures === 0) return 'The file tells every figure that its own series have.'
  const orRejected = rejected > 0 ? ', or in a rejected row' : ''
  const words =
    figures === 1
      ? `1 figure of a series that the file tells is not in it${orRejected}.`
      : `${counted(figures, 'figure', 'figures')} of series that the file tells are not in it${orRejected}.`
  // A file that replaces must be all good.
  if (rejected > 0) return words
  return `${words} To take ${figures === 1 ? 'it' : 'them'} out, let the file replace its series${series > 0 ? ' or the dataset' : ''}.`
}

/** "3 other series with 40 figures are not in the file at all:" */
export const absentWords = ({ series, seriesFigures }: Missing): string =>
  `${counted(series, 'other series', 'other series')} with ${counted(seriesFigures, 'figure', 'figures')} ${series === 1 ? 'is' : 'are'} not in the file at all:`
