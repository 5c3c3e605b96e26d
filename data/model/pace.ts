import type { Progress } from './report.ts'

/** How far an import is and how fast it goes, from what was told of it so far. */
export interface Pace {
  phase: Progress['phase']
  rows: number
  /** Of this phase, 0 to 1; null where its end is not known. */
  fraction: number | null
  rowsPerSecond: number | null
  secondsLeft: number | null
  /** Rows of the file, known once it has been read. */
  rowsInFile: number | null
  /** The last few tellings of this phase: when, rows, fraction. */
  told: { at: number; rows: number; fraction: number | null }[]
}

const WINDOW_MS = 5000
/** From less nobody knows a speed: the first tellings would promise minutes, then seconds. */
const LEAST_SECONDS = 0.5

/**
 * Adds a telling to what is known; speeds are those of the last five seconds of the same phase. `known`
 * are the rows of the file, where it was read before.
 */
export function paced(
  before: Pace | null,
  progress: Progress,
  at: number,
  known: number | null = null,
): Pace {
  const { phase, rows, bytes, totalBytes } = progress
  const isReading = phase === 'reading'
  const isSame = before?.phase === phase
  const rowsInFile = isReading ? null : (before?.rowsInFile ?? endOfReading(before) ?? known)
  const fraction = clamp(isReading ? share(bytes, totalBytes) : share(rows, rowsInFile))
  const told = [...(isSame ? before.told : []), { at, rows, fraction }].filter(
    (one) => at - one.at <= WINDOW_MS,
  )
  const [first] = told
  const seconds = first ? (at - first.at) / 1000 : 0
  const isKnown = first && seconds >= LEAST_SECONDS
  const rowsPerSecond = isKnown ? Math.round((rows - first.rows) / seconds) : null
  const gained = fraction === null || !isKnown ? 0 : fraction - (first.fraction ?? 0)
  const secondsLeft = fraction !== null && gained > 0 ? ((1 - fraction) * seconds) / gained : null
  return { phase, rows, fraction, rowsPerSecond, secondsLeft, rowsInFile, told }
}

const endOfReading = (before: Pace | null): number | null =>
  before?.phase === 'reading' && before.rows > 0 ? before.rows : null

const share = (part: number, of: number | null): number | null => (of ? part / of : null)
const clamp = (n: number | null): number | null => (n === null ? null : Math.min(1, Math.max(0, n)))
