import { parseArgs } from 'node:util'
import { nearest } from '../../data/model/nearest.ts'
import {
  isMode,
  isRole,
  MODES,
  type Mode,
  type ReadingOptions,
  type Role,
} from '../../data/model/report.ts'

export const HELP = `Takes a CSV file into the store, or takes an import back.

  npm run ingest -- FILE.csv --dry-run       say what the file would change
  npm run ingest -- FILE.csv                 write it
  npm run ingest -- --undo 12                take import 12 back

A file mostly needs no option: how it was read is said, and what cannot be known is asked.

What it does
  --dry-run            write nothing
  --dataset ID         the dataset that it belongs to; else recognised, or made from the file
  --title TEXT         title of a dataset that the file makes
  --mode MODE          revise          add figures and revise those that are there (when left out)
                       append          add only periods that are not there
                       replace-series  also take out what it does not tell of its series,
                       replace-dataset or of the dataset
  --partial            take the good rows where some are bad; else all or nothing
  --published DAY      day of publication of rows that give none, such as 2023-12-17

How it is read
  --answer CODE=TEXT   the answer to a question, as the run before printed it
  --column NAME=ROLE   what a column is: period, value, unit, dimension:partner, ignore, ...
  --constant ID=TEXT   unit, period, reporter, partner, flow or source of every row, where no
                       column says it, such as unit='USD million'
  --code ID:TEXT=CODE  what a text that no list has stands for, such as partner:Freedonia=FRD
  --encoding NAME      such as windows-1251 or GB18030
  --delimiter CHAR     what separates the cells: , ; | or tab
  --decimal MARK       the decimal mark of numbers: . or ,
  --header LINE        the line of the header; 0 where there is none
  --table N            which of several tables; all where they have the same columns

An import that is there, by the number that its report says
  --undo IMPORT        take back what it told
  --issues IMPORT      all that was wrong, as CSV: npm run -s ingest -- --issues 12 > issues.csv
  --annotated IMPORT   its file with a column that says what is wrong in each row

The store itself
  --rebuild            make anew from its rows what it keeps to answer fast, and say what differed

The store is DATABASE_URL (file:var/entrepot.db).
Exit code 0: all is in, or would be. 1: rows were rejected. 2: nothing was read, or a question
is open.`

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
  rebuild: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export type Values = ReturnType<typeof parse>['values']

/** What a command line says. Throws UsageError where it says an option that there is not. */
export function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    const wrong = /^Unknown option '(-[^']*)'/.exec(message)?.[1]
    if (wrong === undefined) throw new UsageError(`${message} All options: --help`)
    const near = nearest(wrong.replace(/^-+/, ''), Object.keys(OPTIONS))
    const meant = near === undefined ? '' : ` Is --${near} meant?`
    throw new UsageError(`There is no option ${wrong}.${meant} All options: --help`)
  }
}

/** Something that the person who typed the command can mend. */
export class UsageError extends Error {}

type Place = (text: string) => number
const firstSign: Place = (text) => text.indexOf('=')
const lastSign: Place = (text) => text.lastIndexOf('=')
/** A question of a column has its name before the sign, and one of all columns may have one behind it. */
const signOfAnswer: Place = (text) =>
  text.slice(0, firstSign(text)).includes(':') ? lastSign(text) : firstSign(text)

/** What stands on both sides of an equals sign. */
function pairs(
  name: string,
  texts: string[] = [],
  signIn: Place = lastSign,
): Record<string, string> | undefined {
  if (texts.length === 0) return undefined
  return Object.fromEntries(
    texts.map((text) => {
      const at = signIn(text)
      if (at < 1) throw new UsageError(`--${name} ${text}: write NAME=VALUE.`)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

function roles(texts: string[] | undefined): Record<string, Role> | undefined {
  const given = pairs('column', texts)
  for (const [name, role] of Object.entries(given ?? {})) {
    if (!isRole(role))
      throw new UsageError(
        `--column ${name}=${role}: there is no role “${role}”. Roles are period, value, unit, status, series, title, note, source, published, ignore and dimension:NAME.`,
      )
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
  throw new UsageError(`--${name} ${text}: give a number${name === 'table' ? ', or all' : ''}.`)
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
    constants: pairs('constant', values.constant, firstSign),
    codes: codes(values.code),
    answers: pairs('answer', values.answer, signOfAnswer),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
