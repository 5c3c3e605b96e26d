import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { BOUNDS, type ObservationBatch, type SeriesDraft } from '../model/batch.ts'
import type { ImportReport, Issue } from '../model/report.ts'
import { packRows } from './again.ts'
import { type MergeOptions, mergeAll } from './compare.ts'
import { count } from './counters.ts'
import { countDataset } from './derive.ts'
import { type Comparison, Findings } from './findings.ts'
import { detachLaid, LaidRows } from './laid-rows.ts'
import { finishImport, recordReport } from './ledger-write.ts'
import { Merge } from './merge.ts'
import type { Merged, Sink } from './merge-sink.ts'
import type { MergeSource } from './merge-source.ts'
import { inTransaction, type RawDatabase, type Store } from './open.ts'
import { Packer } from './packed-write.ts'
import type { Database } from './schema.ts'
import type { Stage } from './stage.ts'
import { originWriter, stagedOrigins, withdrawing } from './staged-origins.ts'
import { reader, type StoredSeries } from './stored.ts'
import type { Origin } from './telling.ts'
import { createDataset, findRule } from './write-dataset.ts'
import { RowWriter } from './write-rows.ts'
import { type Names, notesOf, SeriesWriter } from './write-series.ts'

export interface WriteOptions extends MergeOptions {
  import: number
  names: Names
  /**
   * Makes the report that the ledger keeps from what was written. Where its status is not `committed`
   * the import is called off: the report is kept, and nothing else.
   */
  report(comparison: Comparison): ImportReport
}

/**
 * Writes a finished stage and its report in one transaction: after a crash all of it is there, or
 * nothing. Gives the report as kept.
 */
export async function write(
  store: Store,
  stage: Stage,
  options: WriteOptions,
): Promise<ImportReport> {
  try {
    return await inTransaction(store, (db, raw) => writeAll(db, raw, stage, options))
  } catch (error) {
    if (!(error instanceof CalledOff)) throw error
    await finishImport(store, error.report, error.issues)
    return error.report
  } finally {
    detachLaid(store.raw)
  }
}

/** Rolls the transaction back. */
class CalledOff extends Error {
  readonly report: ImportReport
  readonly issues: Issue[]

  constructor(report: ImportReport, issues: Issue[]) {
    super(`Import ${report.id} is called off`)
    this.report = report
    this.issues = issues
  }
}

async function writeAll(
  db: Kysely<Database>,
  raw: RawDatabase,
  stage: Stage,
  options: WriteOptions,
): Promise<ImportReport> {
  const { dataset, day, names, mode = 'revise' } = options
  const found = await findRule(db, dataset.id)
  const rule = found ?? (await createDataset(db, dataset, options.import))
  const told = await count(db, 'data')
  const stored = reader(raw)
  const findings = new Findings(dataset.id)
  const save = originWriter(raw, options.import)
  const origin = stagedOrigins(stage, { rule, told, day }, save)
  const sink = new WritingSink(raw, stage, origin, names, rule.datasetId, options.import)
  const source: MergeSource = {
    stage,
    rule,
    mode,
    dataset: found?.datasetId,
    reader: stored,
    origin,
    today: options.today,
    withdraws: withdrawing({ rule, told, day }, save),
  }
  try {
    await mergeAll(new Merge(source, sink, findings), stage, options)
    sink.finish()
  } finally {
    sink.end()
  }
  const comparison = findings.result(found === undefined)
  const report = options.report(comparison)
  if (report.status !== 'committed') throw new CalledOff(report, comparison.issues)
  await recordReport(db, raw, report, comparison.issues, rule.datasetId)
  countDataset(raw, rule.datasetId)
  return report
}

/** Rows of a file from which on laying them out costs less than it saves. */
const MANY = 10_000

class WritingSink implements Sink {
  readonly #raw: RawDatabase
  readonly #dataset: number
  readonly #import: number
  readonly #rows: RowWriter
  readonly #series: SeriesWriter
  readonly #packer: Packer
  readonly #stage: Stage
  readonly #origin: (number: number) => Origin
  #number = 0
  #again: number[] = []

  constructor(
    raw: RawDatabase,
    stage: Stage,
    origin: (number: number) => Origin,
    names: Names,
    dataset: number,
    importId: number,
  ) {
    this.#raw = raw
    this.#dataset = dataset
    this.#import = importId
    const laid = stage.rows < MANY ? undefined : new LaidRows(raw, join(stage.folder, 'laid.db'))
    this.#rows = new RowWriter(raw, laid)
    this.#series = new SeriesWriter(raw, names)
    this.#packer = new Packer(raw)
    this.#stage = stage
    this.#origin = origin
  }

  open(stored: StoredSeries | undefined): void {
    this.#number = stored?.series_id ?? this.#series.number()
    this.#again = []
    this.#packer.begin(stored?.series_id)
  }

  add: Sink['add'] = (first, last, value, decimals, status, bound, note, origin, line) => {
    const { id } = origin
    this.#rows.add(this.#number, first, last, value, decimals, status, bound, note, id, line)
    this.#packer.add(first, last, value, decimals, status, bound, note, origin)
  }

  addAll(rows: ObservationBatch): void {
    const { first, last, value, decimals, bound, note, line, length } = rows
    // What a number stands for rarely changes between rows.
    let number = -1
    let status: string | null = null
    for (let i = 0; i < length; i++) {
      if (rows.status[i] !== number) {
        number = rows.status[i]!
        const letters = this.#stage.text(number)
        status = letters === 'A' || letters === '' ? null : letters
      }
      this.add(
        first[i]!,
        last[i]!,
        Number.isNaN(value[i]!) ? null : value[i]!,
        decimals[i]!,
        status,
        BOUNDS[bound[i]!]!,
        note[i]! < 0 ? null : this.#stage.text(note[i]!),
        this.#origin(rows.origin[i]!),
        line[i]!,
      )
    }
  }

  settle: Sink['settle'] = (first, last, before, after) => {
    this.#rows.settle(this.#number, first, last, before, after)
    this.#packer.settle(first, last, after)
  }

  again(row: number): void {
    this.#again.push(row)
  }

  close(merged: Merged): void {
    const { draft, rows, stored, shape, told, lastKnown, notes, withdraws } = merged
    const text = rows ? JSON.stringify(draft) : 'null'
    const counts = { shape, releases: (stored?.releases ?? 0) + told, lastKnown }
    if (!stored) {
      this.#series.insert(this.#dataset, this.#number, draft, counts)
      this.#series.index(this.#number, draft, notes, true)
    } else {
      const described = rows !== undefined && text !== stored.draft
      const named = { ...draft, unit: draft.unit ?? stored.unit }
      if (told > 0 || described) this.#series.update(this.#number, named, counts)
      if (described) this.#series.recode(this.#number, draft)
      if (described || notes.size > 0) this.#reindex(named)
    }
    this.#packer.write(this.#number)
    const again = rows ? packRows(rows, this.#again, this.#words) : null
    this.#series.tell(this.#import, this.#number, told, text, again, withdraws)
  }

  finish(): void {
    this.#rows.finish()
    this.#series.flush()
  }

  /** Lets go of what was not finished. */
  end(): void {
    this.#rows.close()
  }

  /** What numbers of the stage stand for in the store. */
  readonly #words = {
    status: (n: number) => this.#stage.text(n) || 'A',
    note: (n: number) => this.#stage.text(n),
    origin: (n: number) => this.#origin(n).id,
  }

  #reindex(draft: SeriesDraft): void {
    this.#rows.flush()
    this.#series.index(this.#number, draft, notesOf(this.#raw, this.#number), false)
  }
}
