import type { HowToRead, Known } from './how-to-read.ts'
import { datasetTitle } from './ingest/above/naming.ts'
import { complete } from './ingest/datasets/complete.ts'
import { createIssueLog } from './ingest/issues.ts'
import type { ImportJob } from './ingest/job.ts'
import { isMostlyBad, mostlyBad } from './ingest/mostly-bad.ts'
import { type Adding, createAdding } from './ingest/records/adding.ts'
import { addressOf, isBad } from './ingest/records/cells.ts'
import type { Majority } from './ingest/records/entries.ts'
import { createGathering } from './ingest/records/gathering.ts'
import { SameTitles } from './ingest/records/same-titles.ts'
import type { Sink } from './ingest/records/sink.ts'
import { spanWords } from './ingest/records/span.ts'
import { createTally, type Tally } from './ingest/records/tally.ts'
import { titleOf } from './ingest/records/titles.ts'
import { createRemembered } from './ingest/remember.ts'
import { takeRecords } from './ingest/scan/table.ts'
import { Unreadable } from './ingest/unreadable.ts'
import { createValidator, type Validated, type Validator } from './ingest/validate.ts'
import type { SeriesDraft } from './model/batch.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { type Day, parseDay } from './model/day.ts'
import type { Learnt, Piece, Renamed } from './model/piece.ts'
import type { ReadEnd } from './reader.ts'
import type { RawDatabase } from './store/open.ts'
import { type NewSeries, similarIn, standingIn } from './store/standing.ts'

/** Reads a file as it was decided, piece by piece; then what is known of all of it. */
export async function* readPieces(
  known: Known,
  job: ImportJob,
  how: HowToRead,
  majority?: Majority,
): AsyncGenerator<Piece, ReadEnd> {
  const raw = how.isKnown ? await known.raw() : undefined
  return yield* new FilePieces(job, how, raw, majority).read()
}

/** One file on its way into pieces. */
class FilePieces {
  readonly #job: ImportJob
  readonly #how: HowToRead
  readonly #issues = createIssueLog()
  readonly #gathering = createGathering((draft, number) => this.#handed(draft, number))
  readonly #adding: Adding | undefined
  readonly #tally: Tally
  readonly #validator: Validator
  readonly #standing: ReturnType<typeof standingOf>
  readonly #titles = new SameTitles()
  #firstTitle = ''
  #series = 0
  #done = { bytes: 0, records: 0 }

  constructor(
    job: ImportJob,
    how: HowToRead,
    raw: RawDatabase | undefined,
    majority: Majority | undefined,
  ) {
    const { understood, description } = how
    const { mapped, view, file, constants } = understood
    const { mapping } = mapped
    this.#job = job
    this.#how = how
    this.#adding = mapping.isAdded ? createAdding(this.#titled()) : undefined
    this.#tally = createTally(this.#adding ?? this.#titled())
    const published = dayOption(job.options.published)
    refuseAddress(constants.source_url)
    const standing = raw ? standingOf(raw, description) : () => undefined
    this.#standing = standing
    const series = { mapping, constants, description, standing, majority }
    const similar =
      raw && ((all: NewSeries) => similarIn(raw, description.id, all, mapping.series >= 0))
    const context = { ...series, published, similar, sink: this.#tally }
    const records = { file, spread: view.spread, fan: view.fan }
    this.#validator = createValidator(context, this.#issues, records)
  }

  get #mapping() {
    return this.#how.understood.mapped.mapping
  }

  async *read(): AsyncGenerator<Piece, ReadEnd> {
    const { table } = this.#how.understood
    for await (const done of takeRecords(this.#job.path, table, this.#mapping, this.#validator)) {
      this.#done = done
      this.#refuseMostlyBad()
      yield this.#piece()
    }
    const validated = this.#validator.finish()
    this.#adding?.finish()
    yield this.#piece()
    if (validated.majority.size === 0) yield* this.#more()
    return this.#end(validated)
  }

  /** What is known of series when all records are read, so many at a time. */
  *#more(): Generator<Piece> {
    for (const some of chunks(this.#validator.learnt, AT_ONCE)) {
      yield this.#piece({ learnt: some.map((number) => [number, this.#learnt(number)] as const) })
    }
    const isByCodes = this.#mapping.title < 0 && this.#mapping.series < 0
    for (const renamed of chunks(isByCodes ? this.#renamed() : [], AT_ONCE)) {
      yield this.#piece({ renamed })
    }
  }

  #piece(more: Partial<Piece> = {}): Piece {
    this.#validator.out.flush()
    const { rejected } = this.#validator
    const piece = { ...this.#gathering.cut(), issues: this.#issues.take(), rejected }
    return { ...piece, ...this.#done, learnt: [], renamed: [], ...more }
  }

  #refuseMostlyBad(): void {
    const { rejected } = this.#validator
    const read = this.#done.records * this.#mapping.values.length * this.#how.understood.view.fan
    if (isMostlyBad(rejected, read) && !this.#validator.isOutvoted)
      throw mostlyBad(rejected, read, this.#issues.shown())
  }

  /** Where series are gathered, with their titles seen. */
  #titled(): Sink {
    return {
      ...this.#gathering,
      addSeries: (draft) => {
        const number = this.#gathering.addSeries(draft)
        if (number < this.#series) return number
        if (this.#series++ === 0) this.#firstTitle = draft.title
        this.#titles.add(draft.title)
        return number
      },
    }
  }

  /** A new series as it is handed on, with what is known of it by now. */
  #handed(draft: SeriesDraft, number: number): SeriesDraft {
    const { learnt, known } = this.#validator
    return this.#completed(learnt.delete(number) ? { ...draft, ...known.toldOf(number) } : draft)
  }

  #completed(draft: SeriesDraft): SeriesDraft {
    const copy = { ...draft }
    const stored = this.#standing(draft.key)
    if (stored) complete(copy, stored, this.#mapping.title >= 0)
    return copy
  }

  #learnt(number: number): Learnt {
    const key = this.#gathering.keyOf(number)
    const told = this.#validator.known.toldOf(number)
    const { unit, additive, cumulative, dimensions } = this.#completed({ key, title: '', ...told })
    return { unit, additive, dimensions, ...(cumulative && { cumulative }) }
  }

  *#renamed(): Generator<Renamed> {
    const { keyOf } = this.#gathering
    for (const { number, words } of this.#titles.apart(keyOf)) {
      const key = keyOf(number)
      if (this.#standing(key) === undefined) yield { number, key, words }
    }
  }

  #end({ rows, rejected, labels, majority }: Validated): ReadEnd {
    const { understood, isKnown } = this.#how
    const common = () =>
      this.#series === 1 ? this.#firstTitle : titleOf(this.#validator.known.inCommon(), labels)
    const isNamed = isKnown || this.#job.options.title || this.#job.description
    return {
      rows,
      rejected,
      issues: this.#issues.shown(),
      issuesTotal: this.#issues.total(),
      says: [spanWords(this.#tally.span())].filter((words) => words !== undefined),
      title: isNamed ? undefined : datasetTitle(understood, common),
      majority,
    }
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
