import { periodKey } from '../stored.ts'
import { type Again, packAgain, unpackAgain } from '../write/again.ts'

/** What the store says of an import that tells in a series. */
export interface TellerRow {
  import: number
  told: number
  added: number
  /** `null` where it says nothing of the series. */
  draft: string
  /** Origin of its withdrawals, where it replaces the series. */
  withdraws: number | null
  /** What it told again. */
  packed: Buffer | null
}

/** An import that tells in a series, or takes out of it, while another that did is undone. */
export class Teller {
  readonly import: number
  readonly told: number
  readonly draft: string
  readonly withdraws: number | null
  /** Releases that it is the first to tell. */
  added: number
  isChanged = false
  readonly #again: Map<string, Again[]>

  constructor({ packed, ...row }: TellerRow) {
    this.import = row.import
    this.told = row.told
    this.draft = row.draft
    this.withdraws = row.withdraws
    this.added = row.added
    this.#again = Map.groupBy(unpackAgain(packed), ({ first, last }) => periodKey(first, last))
  }

  /** What it told again of a period, by `periodKey`. */
  again(period: string): readonly Again[] {
    return this.#again.get(period) ?? []
  }

  /** What it told again it is now the first to tell. */
  tellsFirst(entry: Again): void {
    const entries = this.#again.get(periodKey(entry.first, entry.last))!
    entries.splice(entries.indexOf(entry), 1)
    this.count(1)
  }

  /** What it was the first to tell it now tells again. */
  tellsAgain(entry: Again): void {
    const period = periodKey(entry.first, entry.last)
    this.#again.set(period, [...this.again(period), entry])
    this.count(-1)
  }

  /** It is now the first to tell so many more releases. */
  count(more: number): void {
    this.added += more
    this.isChanged = true
  }

  /** What it tells again, as the store keeps it. */
  packed(): Buffer | null {
    return packAgain([...this.#again.values()].flat())
  }
}
