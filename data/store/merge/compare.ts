import type { Comparison } from '../../model/comparison.ts'
import type { DatasetDescription } from '../../model/dataset.ts'
import type { Day } from '../../model/day.ts'
import type { Mode } from '../../model/report.ts'
import type { RawDatabase, Store } from '../open.ts'
import { type OriginOptions, stagedOrigins, withdrawing } from '../stage/origins.ts'
import type { FileSeries, Stage } from '../stage/stage.ts'
import { cancelled } from '../store-error.ts'
import { reader } from '../stored.ts'
import type { Origin } from '../telling.ts'
import { findRule, ruleOf } from '../write-dataset.ts'
import { Findings } from './findings.ts'
import { Merge } from './merge.ts'
import type { Sink } from './sink.ts'
import type { MergeSource } from './source.ts'

export interface MergeOptions {
  /** What is said of the dataset where it is not there yet; else only its id counts. */
  dataset: DatasetDescription
  /** The day on which releases without a day count as published: that of the import. */
  day: Day
  /** The day on which the file is read: figures of later periods look wrong. */
  today?: Day
  /** Codes that hold others, as a union of countries does. */
  groups?: ReadonlySet<string>
  /** `revise` where nothing is said. */
  mode?: Mode
  signal?: AbortSignal
  progress?(rows: number): void
}

const IGNORE: Sink = {
  open() {},
  addAll() {},
  add() {},
  settle() {},
  again() {},
  close() {},
  rename() {},
}

/** What a finished stage would change, were it written now. Writes nothing. */
export async function compare(
  store: Store,
  stage: Stage,
  options: MergeOptions,
): Promise<Comparison> {
  const { dataset } = options
  const found = await findRule(store.db, dataset.id)
  const rule = found ?? ruleOf(dataset)
  // Later than all that is written.
  const known = { rule, dataset: found?.datasetId, told: Number.MAX_SAFE_INTEGER }
  const source = sourceOf(store.raw, stage, options, known)
  const findings = new Findings(dataset.id)
  const merge = new Merge(source, IGNORE, findings)
  await mergeAll(merge, stage, options)
  return findings.result(found === undefined)
}

/** What is known of a merge before it begins; `dataset` is undefined where it makes the dataset. */
type Known = Pick<MergeSource, 'rule' | 'dataset'> & Pick<OriginOptions, 'told'>

/** What a merge of a file with its dataset draws on; `save` puts an origin into the store. */
export function sourceOf(
  raw: RawDatabase,
  file: FileSeries,
  { day, mode = 'revise', today, groups }: MergeOptions,
  { rule, dataset, told }: Known,
  save?: (origin: Origin) => number,
): MergeSource {
  const origins = { rule, told, day }
  return {
    file,
    rule,
    mode,
    dataset,
    reader: reader(raw),
    origin: stagedOrigins(file, origins, save),
    today,
    groups,
    withdraws: withdrawing(origins, save),
  }
}

/** Rows between two looks at the clock and at the signal. */
const BREATH = 20_000

/**
 * Merges every series and what the file leaves out of the dataset, letting others have the thread now and
 * then; a StoreError when cancelled.
 */
export async function mergeAll(
  merge: Merge,
  file: FileSeries,
  { signal, progress }: Pick<MergeOptions, 'signal' | 'progress'>,
): Promise<void> {
  let rows = 0
  let told = 0
  for await (const part of file.parts()) {
    for (const series of part) {
      merge.series(series)
      rows += series.rows.length
      if (rows - told < BREATH) continue
      told = rows
      progress?.(rows)
      await new Promise((resolve) => setImmediate(resolve))
      if (signal?.aborted) throw cancelled()
    }
  }
  for await (const series of file.renamed()) merge.rename(series)
  merge.finish()
  progress?.(rows)
}
