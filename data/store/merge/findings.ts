import type { Say } from '../../compare/line.ts'
import type { SeriesDraft } from '../../model/batch.ts'
import type { Comparison } from '../../model/comparison.ts'
import { periodText } from '../../model/period.ts'
import type { Renamed } from '../../model/piece.ts'
import type { Change, Issue, MissingFigure } from '../../model/report.ts'
import { WITHDRAWN } from '../../model/status.ts'
import type { Held, StoredSeries } from '../stored.ts'
import type { Telling } from '../telling.ts'
import type { HeldPeriods } from './held.ts'
import { Largest } from './largest.ts'
import type { Shape } from './shape.ts'
import { differs } from './warnings.ts'

const CHANGES = 200
/** Issues of one kind that are said one by one; of the rest only how many they are. */
const ALIKE = 20_000
/** Of what looks wrong in the same way that many are said, so that nothing drowns. */
const ODDITIES = 20
/** What the file does not tell is listed as far as one looks at it. */
const MISSING = 20

interface Found {
  size: number
  change: Change
}

/** Whose period is spelled when its series is known. */
interface Pending {
  first: number
  last: number
  figure: { period: string }
}

/** Counts what the merge finds, and keeps the first additions, the largest revisions and the issues. */
export class Findings {
  added = 0
  revised = 0
  confirmed = 0
  unchanged = 0
  kept = 0
  rejected = 0
  removed = 0
  readonly #dataset: string
  /** Of the series that is being merged; their periods are spelled when it is known what it is. */
  #pending: Pending[] = []
  #additions: Found[] = []
  #removals: Found[] = []
  #revisions = new Largest<Found>(CHANGES)
  #keptFigures = new Largest<Found>(CHANGES)
  #missing: MissingFigure[] = []
  #missingFigures = 0
  #held = { series: 0, figures: 0 }
  #absent: { id: string; title: string }[] = []
  #issues = new Map<string, { said: Issue[]; more: number }>()

  constructor(dataset: string) {
    this.#dataset = dataset
  }

  /** Whether one more addition would be kept. */
  get keepsAdditions(): boolean {
    return this.#additions.length < CHANGES
  }

  addition(draft: SeriesDraft, first: number, last: number, after: Telling): void {
    if (this.keepsAdditions)
      this.#additions.push(this.#found('added', draft, first, last, undefined, after))
  }

  revision(draft: SeriesDraft, first: number, last: number, before: Telling, after: Telling): void {
    this.#revisions.add(this.#found('revised', draft, first, last, before, after))
  }

  /** A figure that the file tells otherwise, and that stays: `told` is what the file says. */
  keep(draft: SeriesDraft, first: number, last: number, stands: Telling, told: Telling): void {
    this.kept++
    this.#keptFigures.add(this.#found('kept', draft, first, last, stands, told))
    this.issue(differs(draft, first, last, stands, told))
  }

  removal(draft: SeriesDraft, first: number, last: number, before: Telling): void {
    this.removed++
    if (this.#removals.length < CHANGES) {
      this.#removals.push(this.#found('removed', draft, first, last, before, undefined))
    }
  }

  /** A new series is called otherwise. */
  rename({ key, words }: Renamed): void {
    const series = `${this.#dataset}/${key}`
    for (const { change } of this.#additions)
      if (change.series === series) change.title += `, ${words}`
  }

  /** A figure that the file does not tell, and that stays. */
  missing(draft: SeriesDraft, held: HeldPeriods): void {
    this.#missingFigures++
    if (this.#missing.length >= MISSING) return
    const { first, last, decimals } = held
    const value = Number.isNaN(held.value) ? null : held.value
    const series = `${this.#dataset}/${draft.key}`
    const { title, unit } = draft
    const figure = { series, title, unit, period: '', value, decimals }
    this.#missing.push(figure)
    this.#pending.push({ first, last, figure })
  }

  /** What series hold that the file does not tell, and that stay. */
  absent({ series, figures }: Held): void {
    this.#held = { series, figures }
  }

  absentSeries({ key, title }: Pick<StoredSeries, 'key' | 'title'>): void {
    this.#absent.push({ id: `${this.#dataset}/${key}`, title })
  }

  get listsAbsent(): boolean {
    return this.#absent.length < MISSING
  }

  /** Something that looks wrong and is taken as it is. */
  readonly oddity: Say = (code, line, words) => {
    const alike = this.#alike(code)
    if (alike.said.length >= ODDITIES) alike.more++
    else alike.said.push({ severity: 'warning', line, column: null, code, ...words() })
  }

  issue(issue: Issue): void {
    const alike = this.#alike(issue.code)
    if (alike.said.length >= ALIKE) alike.more++
    else alike.said.push(issue)
  }

  /** Ends a series: its periods can be spelled. */
  close(shape: Shape, draft: SeriesDraft): void {
    if (this.#pending.length === 0) return
    const cumulative = shape.cumulative(draft.cumulative)
    for (const { figure, ...period } of this.#pending)
      figure.period = periodText(period, cumulative)
    this.#pending = []
  }

  result(newDataset: boolean): Comparison {
    const found = [...this.#revisions.all, ...this.#removals, ...this.#additions]
    const issues = [...this.#issues.values()].flatMap(({ said, more }) =>
      more > 0 ? [...said, manyMore(said.at(-1)!, more)] : said,
    )
    return {
      newDataset,
      added: this.added,
      revised: this.revised,
      confirmed: this.confirmed,
      unchanged: this.unchanged,
      kept: this.kept,
      rejected: this.rejected,
      removed: this.removed,
      changes: found.slice(0, CHANGES).map(({ change }) => change),
      changesTotal: this.revised + this.removed + this.added,
      keptFigures: this.#keptFigures.all.map(({ change }) => change),
      missing: {
        figures: this.#missingFigures,
        first: this.#missing,
        series: this.#held.series,
        seriesFigures: this.#held.figures,
        firstSeries: this.#absent.map(({ id }) => id),
        firstTitles: this.#absent.map(({ title }) => title),
      },
      issues,
      issuesTotal: issues.length,
    }
  }

  #alike(code: string): { said: Issue[]; more: number } {
    let alike = this.#issues.get(code)
    if (!alike) {
      alike = { said: [], more: 0 }
      this.#issues.set(code, alike)
    }
    return alike
  }

  #found(
    kind: Change['kind'],
    draft: SeriesDraft,
    first: number,
    last: number,
    before: Telling | undefined,
    after: Telling | undefined,
  ): Found {
    const change: Change = {
      kind,
      series: `${this.#dataset}/${draft.key}`,
      title: draft.title,
      unit: draft.unit,
      period: '',
      before: before?.value ?? null,
      beforeDecimals: before?.decimals ?? 0,
      beforeBound: before?.bound ?? null,
      after: after?.value ?? null,
      afterDecimals: after?.decimals ?? 0,
      status: after?.status ?? WITHDRAWN,
      bound: after?.bound ?? null,
    }
    const size = before && after ? sizeOf(before.value, after.value) : 0
    this.#pending.push({ first, last, figure: change })
    return { size, change }
  }
}

const manyMore = ({ severity, line, code }: Issue, more: number): Issue => ({
  severity,
  line,
  column: null,
  code,
  message: `There are ${more} more of this kind, which are not listed.`,
  value: null,
})

/** Change in proportion to the larger of the two, so that series in any unit compare; 0 to 2. */
function sizeOf(before: number | null, after: number | null): number {
  if (before === null || after === null) return 2
  const larger = Math.max(Math.abs(before), Math.abs(after))
  return larger === 0 ? 0 : Math.abs(after - before) / larger
}
