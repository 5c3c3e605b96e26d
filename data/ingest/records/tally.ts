import type { ObservationBatch } from '../../model/batch.ts'
import { withPlace } from '../../model/with-place.ts'
import type { Sink } from './sink.ts'
import { createSpan, type Span } from './span.ts'

/** A sink that counts what passes into another. */
export interface Tally extends Sink {
  /** The sum of a series' values, without their signs. */
  sumOf(series: number): number
  span(): Span
}

export function createTally(sink: Sink): Tally {
  const span = createSpan()
  let sums = new Float64Array(1024)
  return {
    ...sink,
    addSeries(draft) {
      const number = sink.addSeries(draft)
      sums = withPlace(sums, number)
      return number
    },
    add(batch: ObservationBatch) {
      addUp(sums, batch)
      span.see(batch)
      sink.add(batch)
    },
    sumOf: (series) => sums[series] ?? 0,
    span: span.result,
  }
}

function addUp(sums: Float64Array, { series, value, length }: ObservationBatch): void {
  for (let i = 0; i < length; i++) {
    const size = Math.abs(value[i]!)
    // A missing value is not even that.
    if (size >= 0) sums[series[i]!]! += size
  }
}
