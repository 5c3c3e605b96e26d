import type { ObservationBatch } from '../../model/batch.ts'
import { appendRows, makeRows, withRoom } from '../../model/rows.ts'
import { Unreadable } from '../unreadable.ts'
import type { Sink } from './sink.ts'

const ROOM = 8192

/** Sums are in memory until all is told: 200 MB. */
const MOST = 1_000_000

/** A sink that adds up what is told of one series and period, and hands it on when all is told. */
export interface Adding extends Sink {
  finish(): void
}

/** Throws `Unreadable` where there are more sums than `most`. */
export function createAdding(sink: Sink, most = MOST): Adding {
  const places = new Map<string, number>()
  let sums = makeRows(ROOM)
  return {
    ...sink,
    add(batch) {
      const { series, first, last, origin, length } = batch
      for (let i = 0; i < length; i++) {
        const key = [series[i], first[i], last[i], origin[i]].join(' ')
        const at = places.get(key)
        if (at !== undefined) addTo(sums, at, batch, i)
        else {
          if (sums.length === most) throw tooMany(most)
          places.set(key, sums.length)
          sums = withRoom(sums, 1)
          appendRows(sums, batch, i, i + 1)
        }
      }
    },
    finish() {
      sink.add(sums)
      sums.length = 0
      places.clear()
    },
  }
}

/** A part that is missing adds nothing, and one that is a bound makes the sum one. */
function addTo(
  sums: ObservationBatch,
  at: number,
  { value, ...part }: ObservationBatch,
  i: number,
) {
  const [sum, more] = [sums.value[at]!, value[i]!]
  if (Number.isNaN(more)) return
  if (Number.isNaN(sum)) sums.status[at] = part.status[i]!
  const decimals = Math.max(sums.decimals[at]!, part.decimals[i]!)
  const total = Number.isNaN(sum) ? more : sum + more
  // 0.1 and 0.2 are 0.3.
  sums.value[at] = Number(total.toFixed(decimals))
  sums.decimals[at] = decimals
  if (part.bound[i] !== 0) sums.bound[at] = part.bound[i]!
}

const tooMany = (most: number): Unreadable =>
  new Unreadable(
    'too-many-sums',
    `Its rows add up to more than ${most.toLocaleString('en')} figures, which are not held at once. Split the file by year, or add its rows up before.`,
  )
