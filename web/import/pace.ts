import type { Pace } from '../../data/model/pace.ts'
import type { Progress } from '../../data/model/report.ts'
import { whole } from '../words.ts'

/** How far an import is and how fast it goes, as the server tells it. */
export type Step = Progress & Pick<Pace, 'fraction' | 'rowsPerSecond' | 'secondsLeft'>

const PHASES: Record<Progress['phase'], string> = {
  waiting: 'Waiting',
  reading: 'Reading',
  comparing: 'Comparing with the store',
  writing: 'Writing',
  done: 'Done',
}

/** "about 40 s", "about 3 min", "a few seconds". */
export function durationWords(seconds: number): string {
  if (seconds < 5) return 'a few seconds'
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5}\u202fs`
  return `about ${Math.round(seconds / 60)}\u202fmin`
}

/** A pace is known to two figures: 1 270 856 is 1 300 000. */
const roughly = (rate: number): number => Number(rate.toPrecision(2))

/** "Reading: 1 200 000 rows, 350 000 a second, about 15 s left"; "Waiting: 2 imports come before it". */
export function paceWords({ phase, rows, rowsPerSecond, secondsLeft, ahead = 0 }: Step): string {
  if (phase === 'waiting') {
    return `${PHASES.waiting}: ${ahead === 1 ? 'one import comes' : `${ahead} imports come`} before it`
  }
  const parts = [`${whole(rows)} rows`]
  if (rowsPerSecond) parts.push(`${whole(roughly(rowsPerSecond))} a second`)
  if (secondsLeft !== null) parts.push(`${durationWords(secondsLeft)} left`)
  return `${PHASES[phase]}: ${parts.join(', ')}`
}
