import type { SeriesDraft } from '../model/batch.ts'
import { periodText } from '../model/period.ts'
import type { Change, ImportReport, Issue } from '../model/report.ts'
import type { Shape } from './shape.ts'
import type { Telling } from './telling.ts'

/** What a file would change, or has changed. */
export type Comparison = Pick<
  ImportReport,
  'added' | 'revised' | 'confirmed' | 'unchanged' | 'rejected' | 'changes' | 'changesTotal'
> & {
  newDataset: boolean
  /** At most a thousand; `issuesTotal` says how many there are. */
  issues: Issue[]
  issuesTotal: number
}

const CHANGES = 200
const ISSUES = 1000

interface Found {
  first: number
  last: number
  size: number
  change: Change
}

/** Counts what the merge finds, and keeps the first additions, the largest revisions and the issues. */
export class Findings {
  added = 0
  revised = 0
  confirmed = 0
  unchanged = 0
  rejected = 0
  readonly #dataset: string
  /** Of the series that is being merged; their periods are spelled when it is known what it is. */
  #pending: Found[] = []
  #additions: Found[] = []
  #revisions: Found[] = []
  #issues: Issue[] = []
  #issuesTotal = 0

  constructor(dataset: string) {
    this.#dataset = dataset
  }

  /** Whether one more addition would be kept. */
  get keepsAdditions(): boolean {
    return this.#additions.length < CHANGES
  }

  addition(draft: SeriesDraft, first: number, last: number, after: Telling): void {
    if (this.keepsAdditions) this.#additions.push(this.#found(draft, first, last, undefined, after))
  }

  revision(draft: SeriesDraft, first: number, last: number, before: Telling, after: Telling): void {
    this.#revisions.push(this.#found(draft, first, last, before, after))
    if (this.#revisions.length >= 20 * CHANGES) this.#trim()
  }

  issue(issue: Issue): void {
    this.#issuesTotal++
    if (this.#issues.length < ISSUES) this.#issues.push(issue)
  }

  /** Ends a series: its periods can be spelled. */
  close(shape: Shape, draft: SeriesDraft): void {
    if (this.#pending.length === 0) return
    const cumulative = shape.cumulative(draft.cumulative)
    for (const found of this.#pending) found.change.period = periodText(found, cumulative)
    this.#pending = []
  }

  result(newDataset: boolean): Comparison {
    this.#trim()
    const changes = [...this.#revisions, ...this.#additions].map(({ change }) => change)
    return {
      newDataset,
      added: this.added,
      revised: this.revised,
      confirmed: this.confirmed,
      unchanged: this.unchanged,
      rejected: this.rejected,
      changes: changes.slice(0, CHANGES),
      changesTotal: this.revised + this.added,
      issues: this.#issues,
      issuesTotal: this.#issuesTotal,
    }
  }

  #found(
    draft: SeriesDraft,
    first: number,
    last: number,
    before: Telling | undefined,
    after: Telling,
  ): Found {
    const change: Change = {
      kind: before ? 'revised' : 'added',
      series: `${this.#dataset}/${draft.key}`,
      title: draft.title,
      unit: draft.unit,
      period: '',
      before: before?.value ?? null,
      beforeDecimals: before?.decimals ?? 0,
      after: after.value,
      afterDecimals: after.decimals,
      status: after.status,
      bound: after.bound,
    }
    const size = before ? sizeOf(before.value, after.value) : 0
    const found = { first, last, size, change }
    this.#pending.push(found)
    return found
  }

  #trim(): void {
    this.#revisions.sort((a, b) => b.size - a.size)
    this.#revisions.length = Math.min(this.#revisions.length, CHANGES)
  }
}

/** Change in proportion to the larger of the two, so that series in any unit compare; 0 to 2. */
function sizeOf(before: number | null, after: number | null): number {
  if (before === null || after === null) return 2
  const larger = Math.max(Math.abs(before), Math.abs(after))
  return larger === 0 ? 0 : Math.abs(after - before) / larger
}
