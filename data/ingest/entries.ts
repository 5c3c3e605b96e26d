import type { SeriesDraft } from '../model/batch.ts'
import type { DatasetDescription } from '../model/dataset.ts'
import type { BadCell } from './cells.ts'
import {
  type Contradiction,
  contradictingCell,
  contradictionsOf,
  type Held,
} from './contradictions.ts'
import { copyOf } from './copy.ts'
import { quoted } from './issues.ts'
import type { Mapping } from './mapping.ts'
import { type Constants, type RecordSeries, seriesOf } from './series.ts'
import type { Sink } from './sink.ts'

/** Series that a record tells of, one for each value column, and codes of theirs that no list has. */
export interface Entry {
  /** Its place among those of which a record is good; -1 where there is none yet. */
  number: number
  series: number[]
  drafts: SeriesDraft[]
  /** Records that were found to tell of it. */
  rows: number
  unknown: UnknownCode[]
  /** One of its dimensions is the world: the series repeats what others tell. */
  isTotal: boolean
  /** Its codes as one text. */
  identity: string
  /** The cells that told of it first, as one text. */
  cells: string
  /** Cells that name it otherwise; none where all records spell it alike. */
  otherwise: readonly string[]
}

/** A code that no list has, and the records that hold it. */
export interface UnknownCode {
  column: string
  dimension: string
  code: string
  rows: number
}

/** What decides what a series is. */
export interface SeriesContext {
  mapping: Mapping
  constants: Constants
  description?: Pick<DatasetDescription, 'additive'>
  /** What the store holds of a series: it decides, whatever the file says. */
  standing?: (key: string) => Held | undefined
  /** What most rows of the file say of its series, where its first row says otherwise. */
  majority?: Majority
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
  entry: Entry
  key: string
  of: Contradiction['of']
  says: string
  rows: number
}

export interface Entries {
  /** The series of a record, or its cells that contradict them. */
  find(row: string[]): Entry | BadCell[]
  /**
   * What more rows say of new series than agree with the first: to read the file again by. The first row
   * of a file decides nothing: one wrong cell there would have all others be the wrong ones.
   */
  majority(): Majority
  /** Series of which a later record said more than the first. */
  learnt: Set<SeriesDraft>
  /** Labels of the dimensions of the first series. */
  labels(): Map<string, string>
  /** How records spell the codes of a series, each way once. */
  spellings(entry: Entry): string[]
}

/** Finds the series of a record by the cells that name it, and adds them to the sink when they are new. */
export function createEntries(context: SeriesContext): Entries {
  const { mapping, constants, description, majority, sink } = context
  const naming = mapping.series >= 0 ? [mapping.series] : mapping.keyed
  const telling = tellingCells(mapping, naming)
  const entries = new Map<string, Entry | Refused>()
  const known = new Map<string, Entry>()
  const votes = new Map<string, Vote>()
  const learnt = new Set<SeriesDraft>()
  let firstLabels = new Map<string, string>()
  let refusals = 0
  let lastId: string | undefined
  let last: Entry | Refused | undefined

  const vote = (entry: Entry, key: string, { of, says }: Contradiction): Vote => {
    const id = `${key}\n${of === 'unit' ? '' : of.dimension}\n${says}`
    const found = votes.get(id) ?? { entry, key, of, says: copyOf(says), rows: 0 }
    if (votes.size < MOST) votes.set(copyOf(id), found)
    return found
  }

  /** What a record says of its series otherwise than it stands, in the store or in the file. */
  const refused = (row: string[], drafts: SeriesDraft[], entry?: Entry): Refused | undefined => {
    const refusal: Refused = { cells: [], votes: [] }
    for (const [i, draft] of drafts.entries()) {
      const file = both(majority?.get(draft.key), entry?.drafts[i])
      for (const found of contradictionsOf(draft, context.standing?.(draft.key), file)) {
        const cell = contradictingCell(row, mapping, mapping.values[i]!, draft, found)
        if (!refusal.cells.some(({ column }) => column === cell.column)) refusal.cells.push(cell)
        if (!found.isStored && entry) refusal.votes.push(vote(entry, draft.key, found))
      }
    }
    return refusal.cells.length > 0 ? refusal : undefined
  }

  const make = (series: RecordSeries, cells: string): Entry => {
    const { drafts, unknown, identity } = series
    if (known.size === 0) firstLabels = series.labels
    return {
      number: -1,
      series: drafts.map((draft) => sink.addSeries(draft)),
      drafts,
      rows: 0,
      unknown: unknown.length === 0 ? [] : unknown.map((code) => ({ ...code, rows: 0 })),
      isTotal: drafts[0]?.dimensions.partner === WORLD,
      identity: copyOf(identity),
      cells,
      otherwise: ALIKE,
    }
  }

  const look = (row: string[], cells: string): Entry | Refused => {
    const series = seriesOf(row, mapping, constants, description)
    const key = series.drafts[0]?.key ?? ''
    const same = known.get(key)
    if (same && same.identity !== series.identity) {
      return { cells: [sameKey(mapping, row, key)], votes: [] }
    }
    const refusal = refused(row, series.drafts, same)
    if (refusal) return refusal
    if (same) {
      for (const draft of learn(same, series)) learnt.add(draft)
      if (same.otherwise.length < MOST_SPELLINGS) same.otherwise = [...same.otherwise, cells]
      return same
    }
    const entry = make(series, cells)
    known.set(entry.drafts[0]?.key ?? key, entry)
    return entry
  }

  /** The words of cells that name a series: they come first among those that tell of it. */
  const wordsOf = (cells: string): string =>
    cells
      .split(BETWEEN)
      .slice(0, naming.length)
      .map((word) => word.trim())
      .join(', ')

  return {
    find(row) {
      const id = joined(row, telling)
      let found = id === lastId ? last : entries.get(id)
      if (!found) {
        const own = copyOf(id)
        found = look(row, own)
        if (!isRefused(found) || refusals++ < MOST) entries.set(own, found)
      }
      lastId = id
      last = found
      if (!isRefused(found)) return found
      for (const vote of found.votes) vote.rows++
      return found.cells
    },
    majority: () => majorityOf([...votes.values()]),
    learnt,
    labels: () => firstLabels,
    spellings: ({ cells, otherwise }) => [...new Set([cells, ...otherwise].map(wordsOf))],
  }
}

const isRefused = (found: Entry | Refused): found is Refused => 'votes' in found

const ALIKE: readonly string[] = []
const MOST_SPELLINGS = 20
/** Between cells that are looked up by together. */
const BETWEEN = '\u001f'

/** The code of the world: a partner that is all of them. */
const WORLD = 'W00'

const both = (first: Held | undefined, then: Held | undefined): Held => ({
  unit: first?.unit ?? then?.unit ?? null,
  dimensions: { ...then?.dimensions, ...first?.dimensions },
})

/** Cells by which a record says what its series are. */
function tellingCells({ dimensions, labels, ...mapping }: Mapping, naming: number[]): number[] {
  const { unit, unitMult, unitScale } = mapping
  const all = [...naming, ...dimensions.map(({ index }) => index), unit, unitMult, unitScale]
  return [...new Set([...all, labels.get('unit') ?? -1])].filter((index) => index >= 0)
}

/** Takes up what a record says of its series that none before it did; gives those that it says more of. */
function learn(entry: Entry, { drafts, unknown }: RecordSeries): SeriesDraft[] {
  const more = entry.drafts.filter((own, i) => {
    const { unit, additive, dimensions } = drafts[i]!
    const saysUnit = own.unit === null && unit !== null
    const saysCodes = Object.keys(dimensions).some((id) => !(id in own.dimensions))
    if (saysUnit) Object.assign(own, { unit, additive })
    if (saysCodes) own.dimensions = { ...dimensions, ...own.dimensions }
    return saysUnit || saysCodes
  })
  for (const code of unknown) {
    const isThere = entry.unknown.some(
      (one) => one.column === code.column && one.code === code.code,
    )
    if (!isThere) entry.unknown.push({ ...code, rows: 0 })
  }
  return more
}

function majorityOf(votes: readonly Vote[]): Majority {
  const majority: Majority = new Map()
  for (const { entry, key, of, says, rows } of votes.toSorted((a, b) => a.rows - b.rows)) {
    if (rows <= entry.rows) continue
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
