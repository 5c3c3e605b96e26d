import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { ObservationBatch, SeriesDraft } from '../../model/batch.ts'
import type { Comparison } from '../../model/comparison.ts'
import type { Renamed } from '../../model/piece.ts'
import type { ImportReport, Issue } from '../../model/report.ts'
import { CodeNameWriter } from '../code-names.ts'
import { countChange } from '../data-version.ts'
import { countDataset } from '../derive.ts'
import { finishImport, recordReport } from '../ledger/write.ts'
import { type MergeOptions, mergeAll, sourceOf } from '../merge/compare.ts'
import { Findings } from '../merge/findings.ts'
import { Merge } from '../merge/merge.ts'
import type { Merged, Sink } from '../merge/sink.ts'
import type { MergeSource } from '../merge/source.ts'
import { inTransaction, type RawDatabase, type Store } from '../open.ts'
import type { Packed } from '../packed/packed.ts'
import { Packer } from '../packed/write.ts'
import type { Database } from '../schema.ts'
import { originWriter } from '../stage/origins.ts'
import type { FileSeries } from '../stage/stage.ts'
import type { StoredSeries } from '../stored.ts'
import type { Placed, RowWords, Telling } from '../telling.ts'
import { createDataset, describeDataset, findRule } from '../write-dataset.ts'
import { packRows } from './again.ts'
import { detachLaid, LaidRows } from './laid-rows.ts'
import { RowWriter } from './rows.ts'
import { type Names, notesOf, SeriesWriter } from './series.ts'

export interface WriteOptions extends MergeOptions {
  import: number
  names: Names
  /** What was found in the file while it was read, where the ledger has not been told. */
  issues?: readonly Issue[]
  /**
   * Makes the report that the ledger keeps from what was written. Where its status is not `committed`
   * the import is called off: the report is kept, and nothing else.
   */
  report(comparison: Comparison): ImportReport
}

/**
 * Writes the series of a file and its report in one transaction: after a crash all of it is there, or
 * nothing. Gives the report as kept.
 */
export async function write(
  store: Store,
  file: FileSeries,
  options: WriteOptions,
): Promise<ImportReport> {
  try {
    return await inTransaction(store, (db, raw) => writeAll(db, raw, file, options))
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
  file: FileSeries,
  options: WriteOptions,
): Promise<ImportReport> {
  const { dataset, names } = options
  const found = await findRule(db, dataset.id)
  const rule = found ?? (await createDataset(db, dataset, options.import))
  const told = await countChange(db)
  const findings = new Findings(dataset.id)
  const save = originWriter(raw, options.import)
  const known = { rule, dataset: found?.datasetId, told }
  const source = sourceOf(raw, file, options, known, save)
  const sink = new WritingSink(raw, source, names, rule.datasetId, options.import)
  try {
    await mergeAll(new Merge(source, sink, findings), file, options)
    sink.finish()
  } finally {
    sink.end()
  }
  const comparison = findings.result(found === undefined)
  const report = options.report(comparison)
  const issues = [...(options.issues ?? []), ...comparison.issues]
  if (report.status !== 'committed') throw new CalledOff(report, issues)
  // The file itself may have said what the dataset is called.
  if (!found) await describeDataset(db, dataset)
  await recordReport(db, raw, report, issues, rule.datasetId)
  countDataset(raw, rule.datasetId)
  return report
}

class WritingSink implements Sink {
  readonly #raw: RawDatabase
  readonly #dataset: number
  readonly #import: number
  readonly #rows: RowWriter
  readonly #series: SeriesWriter
  readonly #packer: Packer
  readonly #names: CodeNameWriter
  readonly #source: MergeSource
  #number = 0
  #again: number[] = []

  constructor(
    raw: RawDatabase,
    source: MergeSource,
    names: Names,
    dataset: number,
    importId: number,
  ) {
    this.#raw = raw
    this.#dataset = dataset
    this.#import = importId
    const { file, reader } = source
    const laid = file.isLarge ? new LaidRows(raw, join(file.folder, 'laid.db')) : undefined
    this.#rows = new RowWriter(raw, laid)
    this.#series = new SeriesWriter(raw, names)
    this.#packer = new Packer(raw, reader)
    this.#names = new CodeNameWriter(raw, dataset, importId)
    this.#source = source
  }

  open(stored: StoredSeries | undefined, packed: Packed | undefined): void {
    this.#number = stored?.series_id ?? this.#series.number()
    this.#again = []
    this.#packer.begin(packed)
  }

  add(first: number, last: number, telling: Telling): void {
    this.#rows.add(this.#number, first, last, telling)
    this.#packer.add(first, last, telling)
  }

  addAll(rows: ObservationBatch): void {
    this.#rows.addAll(this.#number, rows, this.#words)
    this.#packer.addAll(rows, this.#words)
  }

  settle(first: number, last: number, before: Placed, after: Placed): void {
    this.#rows.settle(this.#number, first, last, before, after)
    this.#packer.settle(first, last, after)
  }

  again(row: number): void {
    this.#again.push(row)
  }

  close(merged: Merged): void {
    const { rows, stored, shape, told, lastKnown, notes, withdraws } = merged
    const { names, ...draft } = merged.draft
    const text = rows ? JSON.stringify(draft) : 'null'
    if (names) this.#names.push(merged.draft)
    const counts = { shape, releases: (stored?.releases ?? 0) + told, lastKnown }
    this.#packer.write(this.#number)
    if (!stored) {
      this.#series.insert(this.#dataset, this.#number, draft, counts, this.#packer.latest())
      this.#series.index(this.#number, draft, notes, true)
    } else {
      const described = rows !== undefined && text !== stored.draft
      const named = { ...draft, unit: draft.unit ?? stored.unit }
      if (told > 0) this.#series.retell(this.#number, named, counts, this.#packer.latest())
      else if (described) this.#series.update(this.#number, named, counts)
      if (described) this.#series.recode(this.#number, draft)
      if (described || notes.size > 0) this.#reindex(named)
    }
    const again = rows && this.#again.length > 0 ? packRows(rows, this.#again, this.#words) : null
    this.#series.tell(this.#import, this.#number, told, text, again, withdraws)
  }

  rename({ key, words }: Renamed): void {
    this.#series.flush()
    this.#rows.flush()
    const { series, draft } = this.#series.rename(this.#dataset, this.#import, key, words)
    this.#series.index(series, draft, notesOf(this.#raw, series), false)
  }

  finish(): void {
    this.#rows.finish()
    this.#series.finish()
  }

  /** Lets go of what was not finished. */
  end(): void {
    this.#rows.close()
  }

  /** What numbers of the file stand for in the store. */
  readonly #words: RowWords = {
    status: (n) => this.#source.file.text(n) || 'A',
    note: (n) => this.#source.file.text(n),
    origin: (n) => this.#source.origin(n),
  }

  #reindex(draft: SeriesDraft): void {
    this.#rows.flush()
    this.#series.index(this.#number, draft, notesOf(this.#raw, this.#number), false)
  }
}
