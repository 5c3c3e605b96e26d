import { Look } from '../../compare/look.ts'
import type { ObservationBatch, SeriesDraft } from '../../model/batch.ts'
import { isEstimated } from '../../model/status.ts'
import type { StoredRow, StoredSeries } from '../stored.ts'
import type { Telling } from '../telling.ts'
import type { Findings } from './findings.ts'
import type { HeldPeriods } from './held.ts'
import { Shape } from './shape.ts'
import type { MergeSource } from './source.ts'

/** Shows the checks every period as it stands after a merge, wherever it comes from. */
export class MergeLook {
  readonly #source: MergeSource
  readonly #look: Look

  constructor(source: MergeSource, findings: Findings) {
    this.#source = source
    this.#look = new Look(findings.oddity, { today: source.today, groups: source.groups })
  }

  /** A period of the store that the file does not change, by its row. */
  row([first, last, value, decimals, status, bound]: StoredRow): void {
    const estimated = status !== null && isEstimated(status)
    this.#look.period(first, last, plain(value, bound), decimals, estimated, 0)
  }

  /** The same, as it stands packed. */
  held({ first, last, value, decimals, status, bound }: HeldPeriods): void {
    const estimated = isEstimated(status)
    this.#look.period(first, last, bound === null ? value : Number.NaN, decimals, estimated, 0)
  }

  /**
   * What answers for a period that the file tells, and what did before; `line` is 0 where that is not the
   * file.
   */
  telling(first: number, last: number, answer: Telling, line: number, before?: Telling): void {
    const { value, bound, decimals, status } = answer
    const stood = line === 0 || !before ? Number.NaN : plain(before.value, before.bound)
    this.#look.period(first, last, plain(value, bound), decimals, isEstimated(status), line, stood)
  }

  /** A period as a row of the file tells it. */
  told(rows: ObservationBatch, i: number): void {
    const value = rows.bound[i] === 0 ? rows.value[i]! : Number.NaN
    const estimated = isEstimated(this.#source.file.text(rows.status[i]!) ?? '')
    const [first, last] = [rows.first[i]!, rows.last[i]!]
    this.#look.period(first, last, value, rows.decimals[i]!, estimated, rows.line[i]!)
  }

  /** All periods of a new series, as they lie there. */
  toldAll(rows: ObservationBatch): void {
    const { value, estimated } = this.#look.periods(rows)
    const { bound, status, length } = rows
    let number = -1
    let isEstimate = 0
    for (let i = 0; i < length; i++) {
      if (status[i] !== number) {
        number = status[i]!
        isEstimate = Number(isEstimated(this.#source.file.text(number) ?? ''))
      }
      estimated[i] = isEstimate
      if (bound[i] !== 0) value[i] = Number.NaN
    }
  }

  /** The periods since the series before are those of this one. */
  series(draft: SeriesDraft, cumulative: boolean): void {
    this.#look.series(draft, cumulative)
  }

  /** Has the series of the file seen beside those that only the store has, where they belong to them. */
  around(held: readonly StoredSeries[]): void {
    const { dataset, reader } = this.#source
    const shape = new Shape()
    const drafts = held.map(({ series_id, key }) => ({
      ...(JSON.parse(reader.findSeries(dataset!, key)!.draft) as SeriesDraft),
      number: series_id,
    }))
    for (const { number, ...draft } of this.#look.wanted(drafts)) {
      shape.clear()
      for (const row of reader.observations(number)) {
        shape.add(row[0], row[1])
        this.row(row)
      }
      this.#look.series(draft, shape.cumulative(draft.cumulative))
    }
  }

  /** When there are no more series. */
  finish(): void {
    this.#look.finish()
  }
}

/** A value as the checks take it: a bound is none. */
const plain = (value: number | null, bound: string | null): number =>
  value === null || bound !== null ? Number.NaN : value
