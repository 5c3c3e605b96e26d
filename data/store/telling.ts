import type { Source } from '../model/columns.ts'
import { type Day, dayText } from '../model/day.ts'
import type { Bound } from '../model/observation.ts'
import { byTelling, isWithdrawal, selectRelease, standing, takesPlace } from '../model/select.ts'
import { WITHDRAWN } from '../model/status.ts'

/** How a dataset takes releases without a day of publication. */
export interface UndatedRule {
  undated: 'earliest' | 'import'
  undatedLag: number
}

/** Where tellings of one import come from; `id` is 0 until it is in the store. */
export interface Origin {
  id: number
  /** Which import was written first; stands for the import in the order of telling. */
  told: number
  source: string | null
  sourceUrl: string | null
  published: Day | null
  /** null where it depends on the period. */
  known: Day | null
}

/** One telling of one period, as the rule of selection wants it. `import` is the origin's `told`. */
export interface Telling {
  value: number | null
  decimals: number
  status: string
  bound: Bound | null
  note: string | null
  line: number
  origin: Origin
  published: Day | null
  known: Day
  import: number
}

/** What a row says of a telling. */
export type Told = Omit<Telling, 'published' | 'known' | 'import'>

/** Day from which asOf sees a telling of a period that ends on `last`. */
export const knownDay = (origin: Origin, last: Day, rule: UndatedRule): Day =>
  origin.published ?? origin.known ?? last + rule.undatedLag

/** Where it comes from as an answer says it: several origins may be one source. */
export const asSource = ({
  source,
  sourceUrl: url,
  published,
}: Pick<Origin, 'source' | 'sourceUrl' | 'published'>): Source => ({
  source,
  url,
  published: published === null ? null : dayText(published),
})

const sameOrigin = (a: Origin, b: Origin): boolean =>
  a === b || (a.published === b.published && a.source === b.source && a.sourceUrl === b.sourceUrl)

/** Whether two tellings of one period are the same release. */
export const sameRelease = (a: Telling, b: Telling): boolean =>
  a.value === b.value &&
  a.decimals === b.decimals &&
  a.status === b.status &&
  a.bound === b.bound &&
  sameOrigin(a.origin, b.origin)

/** What an import tells of a period that it takes out. */
export const withdrawal = (origin: Origin): Telling => ({
  value: null,
  decimals: 0,
  status: WITHDRAWN,
  bound: null,
  note: null,
  line: 0,
  origin,
  published: origin.published,
  known: origin.published!,
  import: origin.told,
})

/** Another value for the reader; a status alone is not. */
export const sameValue = (a: Telling, b: Telling): boolean =>
  a.value === b.value && a.bound === b.bound

/** What a period's tellings come to: the releases that are kept, and those that repeat one of them. */
export interface Placed {
  selected: Telling | undefined
  others: Telling[]
  again: Telling[]
}

/**
 * Puts tellings, in the order in which they came, beside the releases that stand already. A repeated
 * one is no new release, with one exception: where undated files count by the day of their import, a
 * value that comes back after another is told anew, or a correction could not be corrected. What was
 * withdrawn cannot be repeated, only told anew; where nothing answers there is nothing to withdraw.
 */
export function place(
  told: readonly Telling[],
  next: readonly Telling[],
  rule: UndatedRule,
): Placed {
  const releases = createReleases(told, rule)
  const again: Telling[] = []
  for (const telling of next) {
    const { selected } = releases
    if (isWithdrawal(telling) && !selected) continue
    const repeats = selected !== undefined && releases.hold(telling)
    if (repeats && (sameRelease(selected, telling) || !revises(releases, telling, rule))) {
      again.push(telling)
    } else releases.add(telling)
  }
  const { selected, all } = releases
  return { selected, others: all.filter((release) => release !== selected), again }
}

const revises = (releases: Releases, telling: Telling, { undated }: UndatedRule): boolean =>
  undated === 'import' && telling.published === null && releases.selectedWith(telling) === telling

/** The releases of one period, which may be many where a file does not say what tells its rows apart. */
interface Releases {
  all: readonly Telling[]
  selected: Telling | undefined
  hold(telling: Telling): boolean
  selectedWith(telling: Telling): Telling
  add(telling: Telling): void
}

function createReleases(told: readonly Telling[], { undated }: UndatedRule): Releases {
  const all = [...told]
  const order = byTelling(undated)
  let latest = all.reduce<Telling | undefined>((a, b) => (a && order(a, b) > 0 ? a : b), undefined)
  let isPlain = !all.some(isWithdrawal)
  const keys = new Set(all.map(releaseKey))
  const isLast = (telling: Telling): boolean =>
    isPlain && !isWithdrawal(telling) && (!latest || order(latest, telling) <= 0)
  const releases: Releases = {
    all,
    selected: selectRelease(all, undated),
    hold: (telling) =>
      isPlain
        ? keys.has(releaseKey(telling))
        : standing(all).some((release) => sameRelease(release, telling)),
    selectedWith(telling) {
      const { selected } = releases
      if (!isLast(telling)) return selectRelease([...all, telling], undated)!
      return !selected || takesPlace(selected, telling) ? telling : selected
    },
    add(telling) {
      releases.selected = isWithdrawal(telling)
        ? selectRelease([...all, telling], undated)
        : releases.selectedWith(telling)
      all.push(telling)
      keys.add(releaseKey(telling))
      isPlain &&= !isWithdrawal(telling)
      if (!latest || order(latest, telling) <= 0) latest = telling
    },
  }
  return releases
}

/** Alike for the same release. */
const releaseKey = ({ value, decimals, status, bound, origin }: Telling): string =>
  [value, decimals, status, bound, origin.published, origin.source, origin.sourceUrl].join('\u001f')

/** The order in which tellings came. */
export const asTheyCame = (a: Telling, b: Telling): number => a.import - b.import || a.line - b.line

/** What numbers of a batch stand for. */
export interface RowWords {
  status(number: number): string
  note(number: number): string | null
  origin(number: number): Origin
}
