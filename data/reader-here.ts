import { addressOf, isBad } from './ingest/cells.ts'
import { complete } from './ingest/complete.ts'
import { describe, refuseMissing, takeHeld } from './ingest/dataset.ts'
import type { Majority } from './ingest/entries.ts'
import { createGathering } from './ingest/gathering.ts'
import { createIssueLog } from './ingest/issues.ts'
import type { ImportJob } from './ingest/job.ts'
import { isMostlyBad, mostlyBad } from './ingest/mostly-bad.ts'
import { datasetTitle } from './ingest/naming.ts'
import { namedDataset, remap, type Understood, understand } from './ingest/read.ts'
import { readingOf, sampleOf } from './ingest/reading.ts'
import { likelyFor, recognise, renamedIn } from './ingest/recognise.ts'
import { createRemembered } from './ingest/remember.ts'
import { areOtherwise, calledAsIn, renamedWords } from './ingest/renamed.ts'
import { SameTitles } from './ingest/same-titles.ts'
import { takeRecords } from './ingest/scan-table.ts'
import { settledAlike, settledBy } from './ingest/settled.ts'
import { spanWords } from './ingest/span.ts'
import { createTally } from './ingest/tally.ts'
import { titleOf } from './ingest/titles.ts'
import { codesToldAnywhere } from './ingest/told-codes.ts'
import { missingUnitColumn, unitFor } from './ingest/unit-column.ts'
import { Unreadable } from './ingest/unreadable.ts'
import { createValidator } from './ingest/validate.ts'
import type { SeriesDraft } from './model/batch.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { type Day, parseDay } from './model/day.ts'
import type { Learnt, Piece, Renamed } from './model/piece.ts'
import { titleOfFile } from './model/slug.ts'
import type { Decided, ReadEnd, Reader } from './reader.ts'
import type { RawDatabase } from './store/open.ts'
import { codesIn, type NewSeries, similarIn, standingIn, unitsIn } from './store/standing.ts'

/** What a reader asks of the store. */
export interface Known {
  datasets(): Promise<DatasetDescription[]>
  /** How many of the keys each dataset has a series for. */
  countKeys(keys: string[]): Promise<Map<string, number>>
  /** The store itself, opened for reading; asked for where the file belongs to a dataset that is there. */
  raw(): Promise<RawDatabase>
}

/** A reader in the thread that it is called from. */
export function readerHere(known: Known, job: ImportJob): Reader {
  let decided: Awaited<ReturnType<typeof decide>>
  return {
    async decide(isThorough = false) {
      decided = await decide(known, job, isThorough)
      return toldOf(decided)
    },
    read: (majority) => readPieces(known, job, decided, majority),
    close: async () => {},
  }
}

type HowToRead = Pick<Decided, 'description' | 'isKnown' | 'guess'> & {
  understood: Understood
  says: string
}

async function decide(known: Known, job: ImportJob, isThorough: boolean): Promise<HowToRead> {
  const { options, path, name } = job
  const datasets = await known.datasets()
  const elsewhere = codesToldAnywhere(datasets)
  const seen = await understand(path, options, name, isThorough, elsewhere)
  const { id, says, otherwise, questions } = recognise({
    fileName: name,
    header: seen.view.header,
    told: options.dataset ?? options.answers?.dataset,
    named: namedDataset(seen),
    known: datasets,
    likely: await likelyFor(seen, datasets, known.countKeys),
  })
  const stored = job.description ?? datasets.find((dataset) => dataset.id === id)
  const renamed = stored ? renamedIn(seen, stored) : []
  const alike = stored ? calledAsIn(stored, renamed) : settledAlike(seen.view.header, datasets)
  const isKnown = datasets.some((dataset) => dataset.id === id)
  const mapped = alike ? await remap(seen, alike) : seen
  const understood = stored && isKnown ? await withUnits(known, mapped, stored, alike!) : mapped
  const { mapping } = understood.mapped
  if (stored && isKnown) {
    const raw = await known.raw()
    const held = takeHeld(understood, stored, (dimension) => codesIn(raw, stored.id, dimension))
    understood.mapped.says.push(...held)
  }
  if (stored) refuseMissing(understood, calledAsIn(stored, renamed))
  understood.mapped.questions.push(...questions)
  understood.mapped.says.push(...renamedWords(id, renamed))
  if (!isKnown && options.mode !== undefined && options.mode !== 'revise') {
    const does = options.mode === 'append' ? 'add to' : 'replace'
    understood.mapped.says.push(`Nothing is there yet to ${does}: the file makes a dataset.`)
  }
  if (alike && !stored) {
    understood.mapped.says.push(`Read as “${alike.id}” is, whose files have the same columns.`)
  }
  const title = options.title ?? titleOfFile(name)
  const described = describe(id, title, mapping, understood)
  const settled = settledBy(understood.options)
  const description = stored ? { ...stored, ...(settled && { settled }) } : described
  const isRenamed = areOtherwise(renamed)
  const guess = otherwise === undefined ? null : { dataset: id, otherwise, isRenamed }
  return { understood, description, isKnown, guess, says }
}

/** A file that leaves out its dataset's column of units, with the unit that its figures are in. */
async function withUnits(
  known: Known,
  understood: Understood,
  stored: DatasetDescription,
  alike: DatasetDescription,
): Promise<Understood> {
  const name = missingUnitColumn(understood, stored)
  if (name === undefined) return understood
  const found = unitFor(understood, stored, name, unitsIn(await known.raw(), stored.id))
  if (!found) return understood
  if ('question' in found) {
    understood.mapped.questions.push(found.question)
    return understood
  }
  const whole = await remap(understood, alike, { name, unit: found.unit })
  if (found.says) whole.mapped.says.push(found.says)
  return whole
}

const toldOf = ({ understood, description, isKnown, guess, says }: HowToRead): Decided => {
  const { questions } = understood.mapped
  const reading = readingOf(understood, questions.length > 0 ? [] : [says])
  return { description, isKnown, guess, reading, sample: sampleOf(understood.table), questions }
}

async function* readPieces(
  known: Known,
  job: ImportJob,
  { understood, description, isKnown }: HowToRead,
  majority?: Majority,
): AsyncGenerator<Piece, ReadEnd> {
  const { table, mapped, view, file, constants } = understood
  const { mapping } = mapped
  const { options } = job
  const published = dayOption(options.published)
  refuseAddress(constants.source_url)
  const issues = createIssueLog()
  const raw = isKnown ? await known.raw() : undefined
  const standing = raw ? standingOf(raw, description) : () => undefined
  const completed = (draft: SeriesDraft): SeriesDraft => {
    const copy = { ...draft }
    const stored = standing(draft.key)
    if (stored) complete(copy, stored, mapping.title >= 0)
    return copy
  }
  const gathering = createGathering((draft, number) =>
    // What is known of a series by now is told with it.
    completed(
      validator.learnt.delete(number) ? { ...draft, ...validator.known.toldOf(number) } : draft,
    ),
  )
  const titles = new SameTitles()
  let firstTitle = ''
  let told = 0
  const tally = createTally({
    ...gathering,
    addSeries(draft) {
      const number = gathering.addSeries(draft)
      if (number < told) return number
      if (told++ === 0) firstTitle = draft.title
      titles.add(draft.title)
      return number
    },
  })
  const series = { mapping, constants, description, standing, majority }
  const similar =
    raw && ((all: NewSeries) => similarIn(raw, description.id, all, mapping.series >= 0))
  const context = { ...series, published, similar, sink: tally }
  const records = { file, spread: view.spread, fan: view.fan }
  const validator = createValidator(context, issues, records)
  const pieceOf = (more: Partial<Piece>): Piece => {
    validator.out.flush()
    const { rejected } = validator
    const piece = { ...gathering.cut(), issues: issues.take(), rejected }
    return { ...piece, ...done, learnt: [], renamed: [], ...more }
  }
  let done = { bytes: 0, records: 0 }
  for await (done of takeRecords(job.path, table, mapping, validator)) {
    const read = done.records * mapping.values.length * view.fan
    if (isMostlyBad(validator.rejected, read) && !validator.isOutvoted)
      throw mostlyBad(validator.rejected, read, issues.shown())
    yield pieceOf({})
  }
  const { rows, rejected, labels, majority: outvoting } = validator.finish()
  yield pieceOf({})
  if (outvoting.size === 0) {
    for (const some of chunks(validator.learnt, AT_ONCE)) {
      yield pieceOf({ learnt: some.map((number) => [number, moreOf(number)] as const) })
    }
    const isByCodes = mapping.title < 0 && mapping.series < 0
    for (const renamed of chunks(isByCodes ? renamedSeries() : [], AT_ONCE)) {
      yield pieceOf({ renamed })
    }
  }
  function moreOf(number: number): Learnt {
    const key = gathering.keyOf(number)
    const { unit, additive, cumulative, dimensions } = completed({
      key,
      title: '',
      ...validator.known.toldOf(number),
    })
    return { unit, additive, dimensions, ...(cumulative && { cumulative }) }
  }
  function* renamedSeries(): Generator<Renamed> {
    for (const { number, words } of titles.apart(gathering.keyOf)) {
      const key = gathering.keyOf(number)
      if (standing(key) === undefined) yield { number, key, words }
    }
  }
  const common = () => (told === 1 ? firstTitle : titleOf(validator.known.inCommon(), labels))
  const isNamed = isKnown || options.title || job.description
  return {
    rows,
    rejected,
    issues: issues.shown(),
    issuesTotal: issues.total(),
    says: [spanWords(tally.span())].filter((words) => words !== undefined),
    title: isNamed ? undefined : datasetTitle(understood, common),
    majority: outvoting,
  }
}

/** Series that a piece tells more of. */
const AT_ONCE = 4096

/** Some at a time. */
function* chunks<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let some: T[] = []
  for (const one of all) {
    some.push(one)
    if (some.length < size) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** What the store holds of a series; asked for several times in a row. */
function standingOf(raw: RawDatabase, { id }: DatasetDescription) {
  const find = standingIn(raw, id)
  const remembered = createRemembered((key: string) => find(key) ?? null)
  return (key: string) => remembered(key, key) ?? undefined
}

function dayOption(text: string | undefined): Day | null {
  if (text === undefined || text === '') return null
  const day = parseDay(text)
  if (day !== undefined) return day
  const message = `“${text}” is no day of publication. Write it as 2023-12-17.`
  throw new Unreadable('bad-published', message, 1, text)
}

/** What is said of every row is judged as its cell would be. */
function refuseAddress(text = ''): void {
  const address = addressOf(text, -1)
  if (isBad(address)) throw new Unreadable(address.code, address.message, 1, text)
}
