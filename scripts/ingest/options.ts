import { parseArgs } from 'node:util'
import { isRole } from '../../data/ingest/job.ts'
import {
  isMode,
  MODES,
  type Mode,
  type ReadingOptions,
  type Role,
} from '../../data/model/report.ts'

export const HELP = `Takes a CSV file into the store, or takes an import back.

  npm run ingest -- FILE.csv [options]
  npm run ingest -- --undo IMPORT
  npm run -s ingest -- --issues IMPORT > issues.csv

  --dataset ID         the dataset it belongs to; else recognised, or made from the file
  --title TEXT         title of a dataset that the file makes
  --dry-run            say what would change, write nothing
  --mode MODE          revise (when left out), append only periods that are not there,
                       replace-series or replace-dataset: take out what the file does not tell
  --partial            take the good rows where some are bad; else all or nothing
  --published DAY      day of publication of rows that give none, such as 2023-12-17
  --column NAME=ROLE   what a column is: period, value, unit, dimension:partner, ignore, ...
  --constant ID=TEXT   unit, period, reporter, partner, flow, source of every row, where the file says none
  --delimiter CHAR     what separates the fields
  --encoding NAME      such as windows-1251 or GB18030
  --header LINE        the line of the header; 0 where there is none
  --table N            which of several tables in the file; all where they have the same columns
  --decimal MARK       the decimal mark of numbers: . or ,
  --code ID:TEXT=CODE  what a text that no code list has stands for, such as partner:Freedonia=FRD
  --answer CODE=TEXT   the answer to a question that a run before asked
  --undo IMPORT        take back what an import told
  --issues IMPORT      every issue of an import as CSV
  --annotated IMPORT   its file with a column that says what is wrong in each record
  --help

The store is DATABASE_URL (file:var/entrepot.db).
Exit code 0: all is in. 1: rows were rejected. 2: nothing could be read, or a question is open.`

const OPTIONS = {
  dataset: { type: 'string' },
  title: { type: 'string' },
  'dry-run': { type: 'boolean' },
  partial: { type: 'boolean' },
  mode: { type: 'string' },
  published: { type: 'string' },
  column: { type: 'string', multiple: true },
  constant: { type: 'string', multiple: true },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
  header: { type: 'string' },
  table: { type: 'string' },
  decimal: { type: 'string' },
  code: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  undo: { type: 'string' },
  issues: { type: 'string' },
  annotated: { type: 'string' },
  help: { type: 'boolean' },
} as const

export type Values = ReturnType<typeof parse>['values']
export const parse = (args: string[]) =>
  parseArgs({ args, options: OPTIONS, allowPositionals: true })

/** Something that the person who typed the command can mend. */
export class UsageError extends Error {}

/** What stands on both sides of the last equals sign, or of the first. */
function pairs(
  name: string,
  texts: string[] = [],
  first = false,
): Record<string, string> | undefined {
  if (texts.length === 0) return undefined
  return Object.fromEntries(
    texts.map((text) => {
      const at = first ? text.indexOf('=') : text.lastIndexOf('=')
      if (at < 1) throw new UsageError(`--${name} ${text}: write NAME=VALUE.`)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

function roles(texts: string[] | undefined): Record<string, Role> | undefined {
  const given = pairs('column', texts)
  for (const [name, role] of Object.entries(given ?? {})) {
    if (!isRole(role)) throw new UsageError(`--column ${name}=${role}: there is no role “${role}”.`)
  }
  return given as Record<string, Role> | undefined
}

/** Codes by dimension and text. */
function codes(texts: string[] | undefined): ReadingOptions['codes'] {
  const given = Object.entries(pairs('code', texts) ?? {})
  const by: NonNullable<ReadingOptions['codes']> = {}
  for (const [name, code] of given) {
    const [dimension = '', text] = name.split(/:(.*)/s)
    if (!text) throw new UsageError(`--code ${name}=${code}: write partner:Freedonia=FRD.`)
    by[dimension] = { ...by[dimension], [text]: code }
  }
  return texts ? by : undefined
}

function modeOf(text: string | undefined): Mode | undefined {
  if (text === undefined || isMode(text)) return text
  throw new UsageError(`--mode ${text}: it is one of ${MODES.join(', ')}.`)
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new UsageError(`--${name} ${text}: give a number.`)
}

/** How a command line says that a file is to be read. */
export function readingOptions(values: Values): ReadingOptions {
  const { dataset, title, published, encoding, decimal } = values
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') {
    throw new UsageError(`--decimal ${decimal}: the mark is . or ,`)
  }
  const delimiter = values.delimiter?.replace(/^(\\t|tab)$/, '\t')
  const given: ReadingOptions = {
    dataset,
    title,
    published,
    encoding,
    delimiter,
    headerLine: wholeNumber('header', values.header),
    table: values.table === 'all' ? 'all' : wholeNumber('table', values.table),
    decimalMark: decimal,
    mode: modeOf(values.mode),
    columns: roles(values.column),
    // An address has equals signs of its own.
    constants: pairs('constant', values.constant, true),
    codes: codes(values.code),
    answers: pairs('answer', values.answer),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
