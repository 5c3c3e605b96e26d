import type { Change, ImportReport, Issue, Reading } from '../../../data/model/report.ts'

export const reading = (of: Partial<Reading> = {}): Reading => ({
  encoding: 'UTF-8',
  delimiter: ',',
  quote: '"',
  headerLine: 1,
  columns: [
    { name: 'month', role: 'period', examples: ['2023-11'] },
    { name: 'to', role: 'dimension:partner', examples: ['RUS'] },
    { name: 'amount', role: 'value', examples: ['20.15'] },
    { name: 'remark', role: 'ignore', examples: [] },
  ],
  decimalMark: '.',
  by: 'headers',
  says: [],
  ...of,
})

/** A preview of 816 rows: 10 added, 1 revised, 803 unchanged, 2 rejected. */
export const report = (of: Partial<ImportReport> = {}): ImportReport =>
  ({
    id: 12,
    dataset: 'bilateral-trade',
    datasetTitle: 'China–Russia goods trade',
    newDataset: false,
    file: 'bilateral-trade.csv',
    bytes: 297_112,
    sha256: 'abc',
    status: 'preview',
    importedAt: '2026-11-23T19:02:00Z',
    importedBy: 'Ada',
    undoneAt: null,
    identicalTo: null,
    rows: 816,
    added: 10,
    revised: 1,
    confirmed: 0,
    unchanged: 803,
    kept: 0,
    rejected: 2,
    removed: 0,
    issues: [],
    issuesTotal: 5,
    reading: reading(),
    sample: [],
    changes: [],
    changesTotal: 11,
    keptFigures: [],
    missing: null,
    questions: [],
    error: null,
    options: {},
    undo: null,
    ...of,
  }) as ImportReport

export const issue = (of: Partial<Issue>): Issue => ({
  severity: 'rejected',
  line: 499,
  column: 'period_end',
  code: 'no-such-day',
  message: 'There is no day “2026-02-30”.',
  value: '2026-02-30',
  ...of,
})

export const change = (of: Partial<Change>): Change => ({
  kind: 'revised',
  series: 'bilateral-trade/total',
  title: 'Total',
  unit: 'USD bn',
  period: '2025',
  before: 228.1,
  beforeDecimals: 1,
  beforeBound: null,
  after: 231.4,
  afterDecimals: 1,
  status: 'A',
  bound: null,
  ...of,
})
