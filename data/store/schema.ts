import type { Generated } from 'kysely'
import type { Additive, Bound } from '../model/observation.ts'
import type { Frequency } from '../model/period.ts'
import type { ImportReport, ImportStatus, Issue, UndoReport } from '../model/report.ts'

/** The tables as Kysely sees them. Days are whole numbers since 1970-01-01; JSON columns are text. */
export interface Database {
  dataset: DatasetTable
  series: SeriesTable
  series_code: SeriesCodeTable
  import: ImportTable
  import_series: ImportSeriesTable
  origin: OriginTable
  observation: ObservationTable
  release: ReleaseTable
  packed: PackedTable
  dataset_count: DatasetCountTable
  facet: FacetTable
  code_name: CodeNameTable
  issue: IssueTable
  counter: CounterTable
  series_search: SeriesSearchTable
}

export interface DatasetTable {
  dataset_id: Generated<number>
  /** The slug of its URL. */
  id: string
  title: string
  description: string
  source: string
  licence: string
  /** `{columns, additive}` of its DatasetDescription as JSON: how its files are read. */
  reading: string
  undated: 'earliest' | 'import'
  /** Days after a period's end on which an `earliest` undated release counts as known. */
  undated_lag: number
  /** The import that made it; when that is undone, the next one that tells in it. */
  created_by: number | null
}

export interface SeriesTable {
  series_id: Generated<number>
  dataset_id: number
  key: string
  title: string
  unit: string | null
  frequency: Frequency
  additive: Additive
  cumulative: 0 | 1
  observations: number
  /** All releases, the selected ones included. */
  releases: number
  first_day: number | null
  last_day: number | null
  /** The last day on which a release of it became known: `asOf` from then on is what is selected. */
  last_known: number | null
  /** Counts up whenever its observations or releases change. */
  version: number
  /** Its latest period that has a value; null where none has. Derived, with `packed`. */
  latest_first: Generated<number | null>
  latest_last: Generated<number | null>
  latest: Generated<number | null>
  latest_decimals: Generated<number | null>
  /** null is A. */
  latest_status: Generated<string | null>
  latest_bound: Generated<Bound | null>
}

/** What series are filtered by: its dimensions. `unit` and `frequency` are columns of series. */
export interface SeriesCodeTable {
  dimension: string
  code: string
  series_id: number
}

/** The ledger: a row an import, also of those that came to nothing. */
export interface ImportTable {
  import_id: Generated<number>
  /** Slug; stays when the dataset goes. */
  dataset: string | null
  dataset_id: number | null
  new_dataset: Generated<0 | 1>
  status: ImportStatus
  sha256: string
  file: string
  bytes: number
  /** Where the uploaded file is kept. */
  stored_at: string | null
  /** Folder of the staged observations of a preview. */
  stage: string | null
  /** ISO 8601 in UTC. */
  imported_at: string
  imported_by: string | null
  /** ReadingOptions as JSON. */
  options: string
  /** ImportDetails as JSON. */
  details: string
  identical_to: number | null
  error: string | null
  rows: Generated<number>
  added: Generated<number>
  revised: Generated<number>
  confirmed: Generated<number>
  unchanged: Generated<number>
  rejected: Generated<number>
  removed: Generated<number>
  kept: Generated<number>
  issues: Generated<number>
  undone_at: string | null
  /** The process that runs it, so that one left over from a crash is known. */
  process: number | null
}

/** What the ledger keeps of a report beside its columns. */
export type ImportDetails = Pick<
  ImportReport,
  | 'datasetTitle'
  | 'reading'
  | 'sample'
  | 'changes'
  | 'changesTotal'
  | 'keptFigures'
  | 'missing'
  | 'questions'
> & {
  /** What its undo said. */
  undo?: UndoReport
}

/** Every series that an import told something in, or took out. */
export interface ImportSeriesTable {
  import_id: number
  series_id: number
  /** Releases that it was the first to tell. */
  added: number
  /** SeriesDraft as JSON: what this file said of the series, `null` where nothing. The latest one names it. */
  draft: string
  /** What it told that was told before, with its own lines (see again.ts); null where nothing. */
  told_again: Buffer | null
  /** The origin of its withdrawals, where it replaces the series; null where it does not. */
  withdraws: number | null
}

export interface OriginTable {
  origin_id: Generated<number>
  import_id: number
  /**
   * Which import was written first: a preview may be committed after a later import. This, not the
   * import's number, stands for the import in the order of telling (`byTelling`).
   */
  told: number
  source: string | null
  source_url: string | null
  published: number | null
  /** The day from which asOf sees it; null where it is `undated_lag` days after the period's end. */
  known: number | null
}

/** The selected release of every period of a series. */
export interface ObservationTable {
  series_id: number
  first_day: number
  last_day: number
  /** null is missing. */
  value: number | null
  decimals: number
  /** null is A. */
  status: string | null
  bound: string | null
  note: string | null
  origin_id: number
  line: number
}

/**
 * All other releases, out of the way of reading. A row whose status is `withdrawn` says that the import
 * of its origin took the period out: what was told before it counts from that day on no more.
 */
export type ReleaseTable = ObservationTable

/** All that is selected of a series, in a form that is read at once (see packed.ts). Derived. */
export interface PackedTable {
  series_id: number
  days: Buffer
  vals: Buffer
  decimals: Buffer
  words: string
}

/** What a dataset holds. Derived. */
export interface DatasetCountTable {
  dataset_id: number
  series: number
  observations: number
  releases: number
  first_day: number | null
  last_day: number | null
  /** Day of the newest release, as published or, where the source does not say, as imported. */
  updated_day: number | null
}

/** How many series of a dataset have a code; unit and frequency count as dimensions. Derived. */
export interface FacetTable {
  dataset_id: number
  dimension: string
  code: string
  series: number
}

/** What a file calls a code that no list of ours has. */
export interface CodeNameTable {
  dataset_id: number
  dimension: string
  code: string
  import_id: number
  name: string
}

export interface IssueTable {
  import_id: number
  line: number
  ordinal: number
  severity: Issue['severity']
  field: string | null
  code: string
  message: string
  value: string | null
}

/** `data` counts up when what is told changes (see data-version.ts). */
export interface CounterTable {
  name: 'data'
  value: number
}

/** FTS5 without content; rowid is series_id. Stored and asked through `searchText`. */
export interface SeriesSearchTable {
  rowid: number
  text: string
}
