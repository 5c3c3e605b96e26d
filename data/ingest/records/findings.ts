import type { SeriesDraft } from '../../model/batch.ts'
import type { Learnt } from '../../model/piece.ts'
import type { Issue } from '../../model/report.ts'
import { seriesName } from '../../model/series-name.ts'
import { quoted } from '../issues.ts'
import type { KnownSeries } from './known-series.ts'
import type { Tally } from './tally.ts'
import type { UnknownCodes } from './unknown-codes.ts'

interface Around {
  known: KnownSeries
  unknown: UnknownCodes
  fan: number
  isNamed: boolean
  similar?: Similar
  /** Entries whose codes are spelled in several ways, and these. */
  spellings: ReadonlyMap<number, readonly string[]>
  keyOf(series: number): string
}

/**
 * What is known of a file when all its records are read: the world beside its parts, codes in no list,
 * and codes spelled in two ways. `fan` observations stand in one row; series are named by ids of the
 * file, else by their codes.
 */
export function findingsOf(
  { known, unknown, fan, isNamed, similar, spellings, keyOf }: Around,
  tally: Partial<Tally>,
): Issue[] {
  const sumOf = (entry: number) => tally.sumOf?.(known.seriesOf(entry, 0)) ?? 0
  let total = -1
  const [ofTotals, ofParts] = [
    { count: 0, sum: 0 },
    { count: 0, sum: 0 },
  ]
  for (const entry of known.good()) {
    const isTotal = known.isTotal(entry)
    if (isTotal && total < 0) total = entry
    const of = isTotal ? ofTotals : ofParts
    of.count++
    of.sum += sumOf(entry)
  }
  const hasParts = ofParts.count > 0
  const first = (entry: number): Entry => ({
    line: known.lineOf(entry),
    key: keyOf(known.seriesOf(entry, 0)),
    title: known.titleOf(entry),
    rows: known.rowsOf(entry),
    ...known.told(entry, 0),
  })
  return [
    ...(total >= 0 && hasParts ? [worldNote(known.lineOf(total))] : []),
    ...unknown.issues(known, sumOf, (hasParts ? ofParts : ofTotals).sum, fan),
    ...spelledTwice(spellings, first),
    ...mistyped(() => known.good().map(first), similar),
    ...(isNamed || known.values > 1 || known.count > MANY
      ? []
      : rareUnits([...known.good().map(first)])),
  ]
}

/** The first series of an entry, and where it is told first. */
interface Entry extends Learnt {
  line: number
  key: string
  title: string
  rows: number
}

const worldNote = (line: number): Issue => ({
  severity: 'note',
  line,
  column: null,
  code: 'world',
  message:
    'The world is among the partners: a total beside its parts. It is kept as series of its own; leave it out where you add partners up.',
  value: null,
})

/** Several spellings of one code in one file: most often one thing, at times two. */
const spelledTwice = (spellings: Around['spellings'], first: (entry: number) => Entry): Issue[] =>
  [...spellings].map(([entry, ways]) => {
    const series = first(entry)
    const message = `${ways.slice(0, 4).map(quoted).join(' and ')} are read as one series, ${seriesName(series)}.`
    const { line } = series
    return { severity: 'note', line, column: null, code: 'two-spellings', message, value: null }
  })

/** Known series that new ones were probably meant to be, by the keys of these. */
export type Similar = (
  series: () => Iterable<Pick<SeriesDraft, 'key' | 'unit' | 'dimensions'>>,
) => Map<string, Pick<SeriesDraft, 'key' | 'unit'>>

/** New series in another unit than known ones that are said one by one; more are said at once. */
const FEW_IN_UNIT = 3

/** New series that may be known ones with a slip in their name or in their unit. */
function mistyped(series: () => Iterable<Entry>, similar?: Similar): Issue[] {
  const meant = similar?.(series)
  if (!meant || meant.size === 0) return []
  const found: Mistyped[] = []
  for (const draft of series()) {
    const near = meant.get(draft.key)
    if (near) found.push({ draft, near })
  }
  const alike = Map.groupBy(found, ({ draft, near }) => `${draft.unit}\n${near.unit}`)
  return [...alike.values()].flatMap((all) =>
    all.length > FEW_IN_UNIT && all[0]!.draft.unit !== all[0]!.near.unit
      ? [manyInUnit(all)]
      : all.map(newSeries),
  )
}

interface Mistyped {
  draft: Entry
  near: Pick<SeriesDraft, 'key' | 'unit'>
}

const inUnit = (unit: string | null): string => (unit === null ? 'without a unit' : `in ${unit}`)

function newSeries({ draft, near }: Mistyped): Issue {
  const { key, unit, line } = draft
  const [has, slip] =
    near.unit === unit
      ? ['has the same unit and codes', 'Is the name mistyped?']
      : [
          `has the same codes, ${inUnit(near.unit)}`,
          `Is the unit ${unit === null ? 'left out' : 'mistyped'}?`,
        ]
  const message = `${seriesName(draft)} is a series that the dataset does not have; “${near.key}” ${has}. ${slip} Else a new series is made.`
  return { severity: 'warning', code: 'new-series', message, line, column: null, value: key }
}

/** A file that is in another unit as a whole makes each series of it anew. */
function manyInUnit(all: readonly Mistyped[]): Issue {
  const [{ draft, near }] = all as [Mistyped]
  const count = all.length.toLocaleString('en')
  const message = `${count} series of the file, first ${seriesName(draft)}, are ${inUnit(draft.unit)}; the dataset has them ${inUnit(near.unit)}. New series are made beside those: if these are to go on, convert the figures, or correct the unit.`
  const { key, line } = draft
  return { severity: 'warning', code: 'new-series', message, line, column: null, value: key }
}

/** Rows in one unit for each in another from which on the other looks like a slip. */
const RARE = 10

/** Series among which one is looked for. */
const MANY = 10_000

/** A series of few rows beside one of many that differs in nothing but its unit. */
function rareUnits(all: readonly Entry[]): Issue[] {
  if (new Set(all.map(({ unit }) => unit)).size < 2) return []
  const alike = Map.groupBy(all, ({ dimensions }) => JSON.stringify(dimensions))
  return [...alike.values()].flatMap((group) => {
    const usual = group.reduce((a, b) => (b.rows > a.rows ? b : a))
    if (Object.keys(usual.dimensions).length === 0) return []
    return group.flatMap((series): Issue[] => {
      const { unit, line, rows } = series
      if (unit === usual.unit || rows * RARE > usual.rows) return []
      const message = `${seriesName(series)} is told in ${rows === 1 ? 'this row' : `${rows} rows`} only, and ${seriesName(usual)}, the same in ${usual.unit ?? 'no unit'}, in ${usual.rows}. Is the unit right? Else two series are made.`
      const place = { line, column: null, value: unit }
      return [{ severity: 'warning', code: 'rare-unit', message, ...place }]
    })
  })
}
