import type { SeriesDraft } from '../../model/batch.ts'
import type { DatasetDescription } from '../../model/dataset.ts'
import { withPlace } from '../../model/with-place.ts'
import { hasList } from '../codes/codes.ts'
import { copyOf } from '../copy.ts'
import { quoted } from '../issues.ts'
import type { Mapping } from '../mapping.ts'
import type { BadCell } from './cells.ts'
import { oddlyNamed } from './codes-and-names.ts'
import {
  type Contradiction,
  contradictingCell,
  contradictionsOf,
  type Held,
} from './contradictions.ts'
import { KnownSeries } from './known-series.ts'
import { NumberedTexts } from './numbered-texts.ts'
import { type Constants, type RecordSeries, seriesOf } from './series.ts'
import type { Sink } from './sink.ts'
import { UnknownCodes } from './unknown-codes.ts'

/** What decides what a series is. */
export interface SeriesContext {
  mapping: Mapping
  constants: Constants
  description?: Pick<DatasetDescription, 'additive'>
  /** What the store holds of a series: it decides, whatever the file says. */
  standing?: (key: string) => Held | undefined
  /** What most rows of the file say of its series, where its first row says otherwise. */
  majority?: Majority
  /** Takes what is odd of a record, and no reason to reject it. */
  remark?: (cells: readonly BadCell[]) => void
  sink: Sink
}

/** Ways to contradict a series that are remembered; of a file with more each is a row or two. */
const MOST = 20_000

/** What most rows of a file say of a series, by its key. */
export type Majority = Map<string, Held>

/** Why no record of these cells is taken, and what they would have a series be. */
interface Refused {
  cells: BadCell[]
  votes: Vote[]
}

/** So many rows say something else of a series than its first one does. */
interface Vote {
  entry: number
  key: string
  of: Contradiction['of']
  says: string
  rows: number
}

export interface Entries {
  /** What is known of the series, by the numbers of their entries. */
  known: KnownSeries
  unknown: UnknownCodes
  /** The entry of a record, or the cells that contradict its series. */
  find(row: string[]): number | BadCell[]
  /** A record declares that the periods of an entry count from January. */
  declareCumulative(entry: number): void
  /**
   * What more rows say of new series than agree with the first: to read the file again by. The first row
   * of a file decides nothing: one wrong cell there would have all others be the wrong ones.
   */
  majority(): Majority
  /** Numbers of the series of which a later record said more than the first. */
  learnt: Set<number>
  /** Labels of the dimensions of the first series. */
  labels(): Map<string, string>
  /** Entries whose codes records spell in several ways, and these, each once. */
  spellings(): Map<number, string[]>
}

/** Finds the series of a record by the cells that name it, and adds them to the sink when they are new. */
export function createEntries(context: SeriesContext): Entries {
  const { mapping, constants, description, majority, sink } = context
  const naming = mapping.series >= 0 ? [mapping.series] : mapping.keyed
  const telling = tellingCells(mapping, naming)
  const known = new KnownSeries(mapping)
  const unknown = new UnknownCodes(known.words)
  /** The cells that tell of an entry, as one text; an entry may be told in several ways. */
  const ways = new NumberedTexts()
  let entryOfWay = new Int32Array(64)
  /** The first way of an entry. */
  let firstWay = new Int32Array(64)
  const refusals = new Map<string, Refused>()
  const votes = new Map<string, Vote>()
  const learnt = new Set<number>()
  let firstLabels = new Map<string, string>()
  /** The cells that told of the series of the record before, and what they came to. */
  const lastCells: (string | undefined)[] = telling.map(() => undefined)
  let last: number | Refused | undefined
  const isAsBefore = (row: string[]): boolean => {
    for (let i = 0; i < telling.length; i++) {
      if (row[telling[i]!] !== lastCells[i]) return false
    }
    return true
  }

  const vote = (entry: number, key: string, { of, says }: Contradiction): Vote => {
    const id = `${key}\n${of === 'unit' ? '' : of.dimension}\n${says}`
    const found = votes.get(id) ?? { entry, key, of, says: copyOf(says), rows: 0 }
    if (votes.size < MOST) votes.set(copyOf(id), found)
    return found
  }

  /** What a record says of its series otherwise than it stands, in the store or in the file. */
  const refused = (row: string[], drafts: SeriesDraft[], entry: number): Refused | undefined => {
    const refusal: Refused = { cells: [], votes: [] }
    for (const [i, draft] of drafts.entries()) {
      const file = both(majority?.get(draft.key), entry < 0 ? undefined : known.told(entry, i))
      for (const found of contradictionsOf(draft, context.standing?.(draft.key), file)) {
        const cell = contradictingCell(row, mapping, mapping.values[i]!, draft, found)
        if (!refusal.cells.some(({ column }) => column === cell.column)) refusal.cells.push(cell)
        if (!found.isStored && entry >= 0) refusal.votes.push(vote(entry, draft.key, found))
      }
    }
    return refusal.cells.length > 0 ? refusal : undefined
  }

  const make = (series: RecordSeries): number => {
    const { drafts } = series
    if (known.count === 0) firstLabels = series.labels
    const numbers = drafts.map((draft) => sink.addSeries(draft))
    const entry = known.add(drafts, numbers)
    for (const code of series.unknown) unknown.add(entry, code)
    return entry
  }

  /** Takes up what a record says of its series that none before it did. */
  const learn = (entry: number, { drafts, unknown: codes }: RecordSeries): void => {
    const fresh = codes.filter(({ dimension }) => !known.hasCode(entry, dimension))
    if (!known.learn(entry, drafts)) return
    drafts.forEach((_, i) => {
      learnt.add(known.seriesOf(entry, i))
    })
    for (const code of fresh) unknown.add(entry, code, known.rowsOf(entry))
  }

  /** Whether cells name the series of an entry with the same codes as those that told of it first. */
  const isSpelledAs = (entry: number, cells: string, identity: string): boolean => {
    const first = ways.text(firstWay[entry]!)
    if (namesIn(first).join(BETWEEN) === namesIn(cells).join(BETWEEN)) return true
    const row: string[] = []
    for (const [i, cell] of first.split(BETWEEN).entries()) row[telling[i]!] = cell
    return seriesOf(row, mapping, constants, description).identity === identity
  }

  const remember = (cells: string, entry: number): void => {
    const way = ways.add(cells)
    entryOfWay = withPlace(entryOfWay, way)
    entryOfWay[way] = entry
  }

  const look = (row: string[], cells: string): number | Refused => {
    const series = seriesOf(row, mapping, constants, description)
    context.remark?.(oddlyNamed(row, mapping))
    const key = series.drafts[0]?.key ?? ''
    const same = known.entryOf(sink.numberOf(key))
    if (same >= 0 && !isSpelledAs(same, cells, series.identity)) {
      return { cells: [sameKey(mapping, row, key)], votes: [] }
    }
    const refusal = refused(row, series.drafts, same)
    if (refusal) return refusal
    if (same >= 0) {
      learn(same, series)
      remember(cells, same)
      return same
    }
    const entry = make(series)
    firstWay = withPlace(firstWay, entry)
    firstWay[entry] = ways.count
    remember(cells, entry)
    return entry
  }

  /** The cells that name a series: they come first among those that tell of it. */
  const namesIn = (cells: string): string[] => cells.split(BETWEEN, naming.length)
  const wordsOf = (way: number): string =>
    namesIn(ways.text(way))
      .map((word) => word.trim())
      .join(', ')

  const knownAs = (id: string): number | Refused | undefined => {
    const way = ways.find(id)
    return way < 0 ? refusals.get(id) : entryOfWay[way]!
  }

  /** The series that the cells of a record name, or why they name none. */
  const named = (row: string[]): number | Refused => {
    const id = joined(row, telling)
    const before = knownAs(id)
    if (before !== undefined) return before
    const found = look(row, id)
    if (typeof found !== 'number' && refusals.size < MOST) refusals.set(copyOf(id), found)
    return found
  }

  return {
    known,
    unknown,
    learnt,
    find(row) {
      if (last === undefined || !isAsBefore(row)) {
        last = named(row)
        for (let i = 0; i < telling.length; i++) lastCells[i] = row[telling[i]!]
      }
      if (typeof last === 'number') return last
      for (const vote of last.votes) vote.rows++
      return last.cells
    },
    declareCumulative(entry) {
      if (known.isCumulative(entry)) return
      known.declareCumulative(entry)
      for (let i = 0; i < known.values; i++) learnt.add(known.seriesOf(entry, i))
    },
    majority: () => majorityOf([...votes.values()], known),
    labels: () => firstLabels,
    spellings() {
      const spelled = new Map<number, string[]>()
      if (ways.count === known.count) return spelled
      for (let way = 0; way < ways.count; way++) {
        const entry = entryOfWay[way]!
        const first = firstWay[entry]!
        if (way === first || known.lineOf(entry) === 0) continue
        const words = spelled.get(entry) ?? [wordsOf(first)]
        const more = wordsOf(way)
        if (words.includes(more) || words.length > MOST_SPELLINGS) continue
        spelled.set(entry, [...words, more])
      }
      return spelled
    },
  }
}

const MOST_SPELLINGS = 20
/** Between cells that are looked up by together. */
const BETWEEN = '\u001f'

const both = (first: Held | undefined, then: Held | undefined): Held => ({
  unit: first?.unit ?? then?.unit ?? null,
  dimensions: { ...then?.dimensions, ...first?.dimensions },
})

/** Cells by which a record says what its series are. */
function tellingCells(
  { dimensions, labels, twice, ...mapping }: Mapping,
  naming: number[],
): number[] {
  const { unit, unitMult, unitScale } = mapping
  const all = [...naming, ...dimensions.map(({ index }) => index), unit, unitMult, unitScale]
  const telling = [...labels].filter(([id]) => id === 'unit' || hasList(id))
  const places = [...all, ...telling.map(([, index]) => index), ...twice.flat()]
  return [...new Set(places)].filter((index) => index >= 0)
}

function majorityOf(votes: readonly Vote[], known: KnownSeries): Majority {
  const majority: Majority = new Map()
  for (const { entry, key, of, says, rows } of votes.toSorted((a, b) => a.rows - b.rows)) {
    if (rows <= known.rowsOf(entry)) continue
    const held = majority.get(key) ?? { unit: null, dimensions: {} }
    if (of === 'unit') held.unit = says
    else held.dimensions[of.dimension] = says
    majority.set(key, held)
  }
  return majority
}

/** Some cells of a record as one text, to be looked up by. */
export function joined(row: string[], indexes: number[]): string {
  let text = row[indexes[0] ?? -1] ?? ''
  for (let i = 1; i < indexes.length; i++) text += BETWEEN + (row[indexes[i]!] ?? '')
  return text
}

/** Codes that differ only in signs that a key cannot hold would make one series of two. */
function sameKey({ series, keyed }: Mapping, row: string[], key: string): BadCell {
  const column = series >= 0 ? series : (keyed[0] ?? -1)
  const message = `Another series of this file has the key ${quoted(key)} too, with codes spelled otherwise. Spell them alike, or further apart.`
  return { column, code: 'same-key', message, value: row[column] ?? null }
}
