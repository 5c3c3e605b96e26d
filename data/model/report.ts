import type { Bound } from './observation.ts'

/** Something about a place in the file that a person should know. `rejected` ones keep their row out. */
export interface Issue {
  severity: 'rejected' | 'warning' | 'note'
  /** 1-based line of the file as an editor counts it. */
  line: number
  /** Header of the column, null where the whole line is meant. */
  column: string | null
  /** A stable word: `bad-number`, `bad-period`, `missing-field`, ... */
  code: string
  /** One plain sentence that says what is wrong and what to do. */
  message: string
  /** The text that was there. */
  value: string | null
}

/** Where reading cannot decide by itself: pick one of `options`, sent back as `mapping[code]`. */
export interface Question {
  code: string
  column: string | null
  message: string
  options: { value: string; label: string; example?: string }[]
  /** A constant that answers it as well, where no option is right: `period`, with how it is written. */
  constant?: { id: string; example: string }
}

const ROLES = [
  'series',
  'title',
  'period',
  'period_start',
  'period_end',
  /** The month, quarter, ... of the year that `period` names. */
  'period_part',
  'value',
  'status',
  'bound',
  'unit',
  'frequency',
  'source',
  'source_url',
  'published',
  'note',
  'decimals',
  'ignore',
] as const
const NAMED_ROLE = /^(?:dimension|label|attribute):[\p{L}\p{N}_]+$/u

/** What a column of the file is: a word of the model, a dimension, or left out. */
export type Role =
  | (typeof ROLES)[number]
  | `dimension:${string}`
  | `label:${string}`
  | `attribute:${string}`

/** The dimension that a column of this role tells; undefined for other roles. */
export const dimensionOfRole = (role: Role | undefined): string | undefined =>
  role?.startsWith('dimension:') ? role.slice('dimension:'.length) : undefined

/** Whether a text that a person gave is a role. */
export const isRole = (text: string): text is Role =>
  (ROLES as readonly string[]).includes(text) || NAMED_ROLE.test(text)

/** A column, what it is, and some of its cells, of which one `reads` so. */
export interface ReadColumn {
  name: string
  role: Role
  examples: string[]
  reads?: string
}

/** How a file was read; a person may change any of it and read again. */
export interface Reading {
  encoding: string
  delimiter: string
  quote: string
  /** Line of the header, 1-based; 0 where the file has none. */
  headerLine: number
  columns: ReadColumn[]
  /** What tells series apart and stands in no column: in headings, or in lines between rows. */
  made?: ReadColumn[]
  decimalMark: '.' | ','
  /** The description that read it: `dataset`, `shipped`, `sdmx-csv`, `headers`, ... */
  by: string
  /** The decisions in plain words, one sentence each. */
  says: string[]
  /** How lines with letters beyond ASCII read in its encoding, which comes first, and in others that fit. */
  decodings?: Decoding[]
}

/** What some lines of a file say in an encoding. */
export interface Decoding {
  encoding: string
  lines: string[]
}

/**
 * What a file does to figures that the store holds: `revise` them and add others; only `append` periods
 * that are not there; or `replace` its series, or all of the dataset, so that what it does not tell is
 * taken out. An undo brings back what was there.
 */
export const MODES = ['revise', 'append', 'replace-series', 'replace-dataset'] as const
export type Mode = (typeof MODES)[number]
export const isMode = (text: string): text is Mode => (MODES as readonly string[]).includes(text)

/**
 * A figure as a reader will see it, before and after; one that is `kept` stays as it was before, and
 * `after` is what the file says of it.
 */
export interface Change {
  kind: 'added' | 'revised' | 'removed' | 'kept'
  series: string
  title: string
  unit: string | null
  period: string
  before: number | null
  beforeDecimals: number
  beforeBound: Bound | null
  after: number | null
  afterDecimals: number
  status: string
  /** That of the value after. */
  bound: Bound | null
}

/** A figure that the store holds and the file does not tell. */
export interface MissingFigure {
  series: string
  title: string
  unit: string | null
  period: string
  value: number | null
  decimals: number
}

/** What the file does not tell, and the store keeps. */
export interface Missing {
  /** Figures of series that the file tells, and the first of them. */
  figures: number
  first: MissingFigure[]
  /** Series of the dataset that the file does not tell at all, the figures in them, the first ids and their titles. */
  series: number
  seriesFigures: number
  firstSeries: string[]
  firstTitles: string[]
}

export type ImportStatus =
  | 'running'
  | 'preview'
  | 'committed'
  | 'unchanged'
  | 'rejected'
  | 'ambiguous'
  | 'cancelled'
  | 'undone'
  | 'failed'

/** How an import stands; what `POST /api/imports` answers and the ledger keeps. */
export interface ImportReport {
  id: number
  dataset: string | null
  datasetTitle: string | null
  /** True where this import makes the dataset. */
  newDataset: boolean
  file: string
  bytes: number
  sha256: string
  status: ImportStatus
  importedAt: string
  importedBy: string | null
  undoneAt: string | null
  /** The import that told exactly this file before, where status is `unchanged`. */
  identicalTo: number | null
  rows: number
  added: number
  revised: number
  confirmed: number
  unchanged: number
  /** Told otherwise than they stand, by a file that only appends: they stay as they stand. */
  kept: number
  rejected: number
  /** Figures that a reader no longer sees, since the file replaces what it does not tell. */
  removed: number
  /** The gravest first, at most 200; all of them at `/api/imports/{id}/issues.csv`. */
  issues: Issue[]
  issuesTotal: number
  reading: Reading | null
  /** The first rows as cells, for the page. */
  sample: { line: number; cells: string[] }[]
  /** At most 200, largest revisions first, then what is taken out, then what is added. */
  changes: Change[]
  changesTotal: number
  /** Figures that are `kept`, at most 200, the largest differences first. */
  keptFigures: Change[]
  /** null where nothing was compared. */
  missing: Missing | null
  questions: Question[]
  /** What went wrong, where status is `failed` or `rejected` as a whole, or before, where it is `unchanged`; says what to do next. */
  error: string | null
  /** How it was told to be read. */
  options: ReadingOptions
  /** What taking it back changed; null where nobody did. */
  undo: UndoReport | null
}

/** How a person settles what reading cannot, or overrides it. Every field optional. */
export interface ReadingOptions {
  dataset?: string
  /** Title for a dataset that this file makes. */
  title?: string
  encoding?: string
  delimiter?: string
  decimalMark?: '.' | ','
  headerLine?: number
  /** Which of several tables in the file, from 1; `all` where they have the same columns. */
  table?: number | 'all'
  /** Role by column name. */
  columns?: Record<string, Role>
  /** Unit, flow, ... for every row, where the file does not say. */
  constants?: Record<string, string>
  /** Day of publication for rows that do not give one, and of what a replacing file takes out. */
  published?: string
  /** Codes for texts that no code list has, by dimension: `{"partner": {"Freedonia": "FRD"}}`. */
  codes?: Record<string, Record<string, string>>
  /** `revise` where nothing is said. */
  mode?: Mode
  /** Answers to questions by code (and column: `code:column`). */
  answers?: Record<string, string>
}

type OfTables = Pick<ReadingOptions, 'table' | 'answers'>

/** Which of several tables a person means, as an option or in answer to the question. */
export const tableTold = ({ table, answers }: OfTables): string | number | undefined =>
  table ?? answers?.table

/** Whether a file holds several tables, of which a person means one. */
export const isOneTable = (options: OfTables): boolean =>
  tableTold(options) !== undefined && tableTold(options) !== 'all'

export interface Progress {
  phase: 'waiting' | 'reading' | 'comparing' | 'writing' | 'done'
  /** Imports that are carried out before it; 0 when it has its turn. */
  ahead?: number
  bytes: number
  totalBytes: number
  rows: number
}

export interface UndoReport {
  id: number
  dataset: string
  /** Observations whose value came back, and those that are gone because nothing else tells them. */
  restored: number
  removed: number
  /** What later imports told too, and so stays. */
  kept: number
  keptBy: { import: number; file: string; releases: number }[]
  /** At most 200: the values that come back, largest changes first, then what is gone from series that stay. */
  changes: Change[]
  datasetRemoved: boolean
}
