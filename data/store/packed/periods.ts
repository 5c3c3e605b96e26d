import { periodText } from '../../model/period.ts'
import { daysOf } from './days.ts'

/** How a stretch of periods is spelled, and the same as JSON between brackets. */
export interface Spelled {
  texts: string[]
  json: Buffer
}

/** Arrays of days lately used by their runs: most series of an answer, and of the next, share them. */
const known = new Map<string, Int32Array>()
const KNOWN_BYTES = 8 * 1024 ** 2
let knownBytes = 0
/** Spellings of whole arrays by what holds their days, plain and as in a cumulative series. */
const spelled = new WeakMap<ArrayBufferLike, { plain?: Spelled; cumulative?: Spelled }>()

/** The days of runs, as they are stored; the same array for the same runs, never to be written to. */
export function sharedDays(runs: Int32Array): Int32Array {
  const key = runs.join()
  const found = known.get(key)
  if (found) return found
  const days = daysOf(runs)
  // With its spellings a period takes about six times its days.
  knownBytes += 6 * days.byteLength
  if (knownBytes > KNOWN_BYTES) {
    known.clear()
    knownBytes = 6 * days.byteLength
  }
  known.set(key, days)
  return days
}

/** Spells periods: those of shared days once, also where only a part of them is asked for. */
export function spell(days: Int32Array, cumulative: boolean): Spelled {
  const whole = spellWhole(days.buffer, cumulative)
  if (days.length === 2 * whole.texts.length) return whole
  const from = days.byteOffset / days.BYTES_PER_ELEMENT / 2
  return spelledAs(whole.texts.slice(from, from + days.length / 2))
}

function spellWhole(buffer: ArrayBufferLike, cumulative: boolean): Spelled {
  const found = spelled.get(buffer) ?? {}
  const form = cumulative ? 'cumulative' : 'plain'
  if (!found[form]) {
    const days = new Int32Array(buffer)
    const texts: string[] = []
    for (let i = 0; i < days.length; i += 2) {
      texts.push(periodText({ first: days[i]!, last: days[i + 1]! }, cumulative))
    }
    found[form] = spelledAs(texts)
    spelled.set(buffer, found)
  }
  return found[form]
}

const spelledAs = (texts: string[]): Spelled => ({
  texts,
  json: Buffer.from(texts.map((text) => `"${text}"`).join()),
})
