import { z } from '@hono/zod-openapi'
import {
  type ImportReport,
  isRole,
  MODES,
  type ReadingOptions,
  type Role,
  type UndoReport,
} from '../data/model/report.ts'
import type { Step } from './running.ts'

// What is said of imports, as schemas: `satisfies` holds them and the model's types together.

const text = z.string()
const nullable = z.string().nullable()
const count = z.number().int().min(0)
const bound = z.enum(['>', '<', '>=', '<=', '~'])

const role = z
  .custom<Role>((value) => typeof value === 'string' && isRole(value), 'is not a role of a column')
  .openapi({ type: 'string', example: 'dimension:partner' })

const issue = z
  .object({
    severity: z
      .enum(['rejected', 'warning', 'note'])
      .openapi({ description: 'What is rejected keeps its row out.' }),
    line: count.openapi({ description: 'Of the file, from 1.' }),
    column: nullable.openapi({ description: 'null where the whole line is meant.' }),
    code: text.openapi({ example: 'bad-number' }),
    message: text.openapi({ description: 'What is wrong and what to do.' }),
    value: nullable.openapi({ description: 'The text that was there.' }),
  })
  .openapi('Issue')

const readColumn = z.object({ name: text, role, examples: z.array(text), reads: text.optional() })

const reading = z
  .object({
    encoding: text,
    delimiter: text,
    quote: text,
    headerLine: count,
    columns: z.array(readColumn),
    made: z.array(readColumn).optional().openapi({
      description: 'What tells series apart and stands in headings, or in lines between rows.',
    }),
    decimalMark: z.enum(['.', ',']),
    by: text.openapi({ description: 'What recognised it: a dataset, a profile, its headers.' }),
    says: z.array(text).openapi({ description: 'The decisions, a sentence each.' }),
    decodings: z
      .array(z.object({ encoding: text, lines: z.array(text) }))
      .optional()
      .openapi({ description: 'How telling lines read in its encoding, then in others that fit.' }),
  })
  .openapi('Reading', { description: 'How a file was read.' })

const change = z
  .object({
    kind: z.enum(['added', 'revised', 'removed', 'kept']),
    series: text,
    title: text,
    unit: nullable,
    period: text,
    before: z.number().nullable(),
    beforeDecimals: z.number().int(),
    beforeBound: bound.nullable(),
    after: z.number().nullable(),
    afterDecimals: z.number().int(),
    status: text,
    bound: bound.nullable(),
  })
  .openapi('Change')

const missing = z
  .object({
    figures: count,
    first: z.array(
      z.object({
        series: text,
        title: text,
        unit: nullable,
        period: text,
        value: z.number().nullable(),
        decimals: z.number().int(),
      }),
    ),
    series: count,
    seriesFigures: count,
    firstSeries: z.array(text),
    firstTitles: z.array(text),
  })
  .openapi('Missing', {
    description: 'What the store holds and the file does not tell: it is kept.',
  })

const question = z
  .object({
    code: text.openapi({ description: 'Under which `answers` takes the chosen value.' }),
    column: nullable,
    message: text,
    options: z.array(z.object({ value: text, label: text, example: text.optional() })),
    constant: z.object({ id: text, example: text }).optional().openapi({
      description: 'A constant that answers it as well, where no option is right.',
    }),
  })
  .openapi('Question', { description: 'What reading cannot decide by itself.' })

const brief = (most: number) => text.max(most, { error: `is longer than ${most} letters` })

const options = {
  dataset: brief(100).optional().openapi({ description: 'Id of the dataset that it goes into.' }),
  title: brief(200).optional().openapi({ description: 'Of the dataset that the file makes.' }),
  encoding: text.optional().openapi({ example: 'windows-1251' }),
  delimiter: text.optional().openapi({ example: ';' }),
  decimalMark: z.enum(['.', ',']).optional(),
  headerLine: count.optional().openapi({
    description: 'Line of the header, counted from 1; 0 where there is none.',
  }),
  columns: z
    .record(text, role)
    .optional()
    .openapi({ description: 'Role by name of column.', example: { Land: 'dimension:partner' } }),
  constants: z
    .record(text, text)
    .optional()
    .openapi({
      description: 'Codes of dimensions, and unit, for every row where the file does not say.',
      example: { reporter: 'CHN', unit: 'USD m' },
    }),
  published: text.optional().openapi({
    description: 'Day of publication of rows that give none.',
    example: '2026-03-10',
  }),
  mode: z.enum(MODES).optional().openapi({
    description:
      'revise (when left out); append: only periods that are not there; replace-series and replace-dataset: what the file does not tell of its series, or of the dataset, is taken out.',
  }),
  table: z
    .union([z.number().int().min(1), z.literal('all')])
    .optional()
    .openapi({
      description:
        'Which of several tables in the file, from 1; `all` where they have the same columns.',
    }),
  answers: z.record(text, text).optional().openapi({
    description: 'Answers to `questions` of an ambiguous file, by their code.',
  }),
  codes: z
    .record(text, z.record(text, text))
    .optional()
    .openapi({
      description: 'What texts that no code list has stand for, by dimension.',
      example: { partner: { Freedonia: 'FRD' } },
    }),
} satisfies Record<keyof ReadingOptions, z.ZodType>

export const Options = z.strictObject(options).openapi('ReadingOptions', {
  description: 'How a file is read where detection would not do. Every field is optional.',
}) satisfies z.ZodType<ReadingOptions>

export const Undo = z
  .object({
    id: count,
    dataset: text,
    restored: count.openapi({ description: 'Figures whose value comes back.' }),
    removed: count.openapi({ description: 'Figures that nothing else tells.' }),
    kept: count.openapi({ description: 'Releases that later imports told too, and that stay.' }),
    keptBy: z
      .array(z.object({ import: count, file: text, releases: count }))
      .openapi({ description: 'By which imports.' }),
    changes: z.array(change).openapi({ description: 'Values that come back, then those that go.' }),
    datasetRemoved: z
      .boolean()
      .openapi({ description: 'Nothing else tells anything of its dataset.' }),
  })
  .openapi('UndoReport', {
    description: 'What an undo changed, or would change.',
  }) satisfies z.ZodType<UndoReport>

export const Report = z
  .object({
    id: count,
    dataset: nullable,
    datasetTitle: nullable,
    newDataset: z.boolean(),
    file: text,
    bytes: count,
    sha256: text,
    status: z.enum([
      'running',
      'preview',
      'committed',
      'unchanged',
      'rejected',
      'ambiguous',
      'cancelled',
      'undone',
      'failed',
    ]),
    importedAt: text,
    importedBy: nullable,
    undoneAt: nullable,
    identicalTo: count
      .nullable()
      .openapi({ description: 'The import that told this very file, where it is unchanged.' }),
    rows: count.openapi({ description: 'Of the file, its header aside.' }),
    added: count.openapi({ description: 'Periods that were not there.' }),
    revised: count.openapi({ description: 'Periods whose selected value changed.' }),
    confirmed: count.openapi({ description: 'New tellings of values that stand.' }),
    unchanged: count.openapi({ description: 'Told before, in every respect.' }),
    kept: count.openapi({
      description: 'Told otherwise than they stand, by a file that only appends: they stay.',
    }),
    rejected: count.openapi({ description: 'Figures that could not be taken.' }),
    removed: count.openapi({ description: 'Figures that a replacing file takes out.' }),
    issues: z.array(issue).openapi({ description: 'The gravest first, at most 200.' }),
    issuesTotal: count,
    reading: reading.nullable(),
    sample: z.array(z.object({ line: count, cells: z.array(text) })),
    changes: z.array(change).openapi({ description: 'Largest revisions first, at most 200.' }),
    changesTotal: count,
    keptFigures: z.array(change).openapi({
      description:
        'What is kept, the largest differences first, at most 200: `before` stands, `after` is what the file says.',
    }),
    missing: missing.nullable(),
    questions: z.array(question),
    error: nullable.openapi({ description: 'Why it came to nothing, and what to do.' }),
    options: Options,
    undo: Undo.nullable(),
  })
  .openapi('ImportReport') satisfies z.ZodType<ImportReport>

/** A line of the ledger. */
export const ReportSummary = Report.omit({
  issues: true,
  reading: true,
  sample: true,
  changes: true,
  changesTotal: true,
  keptFigures: true,
  missing: true,
  questions: true,
  options: true,
  undo: true,
}).openapi('ImportSummary')

export const ProgressSchema = z
  .object({
    phase: z.enum(['waiting', 'reading', 'comparing', 'writing', 'done']),
    ahead: count
      .optional()
      .openapi({ description: 'While it waits: imports that are carried out before it.' }),
    bytes: count.openapi({ description: 'Of the file, read so far.' }),
    totalBytes: count,
    rows: count.openapi({ description: 'In this phase so far.' }),
    fraction: z
      .number()
      .nullable()
      .openapi({ description: 'Of this phase, 0 to 1; null where its end is not known.' }),
    rowsPerSecond: count.nullable().openapi({ description: 'In the last five seconds.' }),
    secondsLeft: z.number().nullable().openapi({ description: 'Of this phase, at this pace.' }),
  })
  .openapi('Progress') satisfies z.ZodType<Step>
