import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings, SettingsError } from '../../api/settings.ts'
import { NotKept } from '../../data/annotated.ts'
import { type Hooks, type ImportJob, isRole } from '../../data/ingest/job.ts'
import { dropPreview, importFile, undoImport } from '../../data/ingest.ts'
import {
  type ImportReport,
  isMode,
  MODES,
  type Mode,
  type Progress,
  type ReadingOptions,
  type Role,
} from '../../data/model/report.ts'
import { loadShipped } from '../../data/shipped.ts'
import { sweepStages } from '../../data/stages.ts'
import { openStore, type Store, storePath } from '../../data/store/open.ts'
import { StoreError } from '../../data/store/store-error.ts'
import { root } from '../setup.mjs'
import { printAnnotated, printIssues } from './told.ts'
import { reportLines, undoLines } from './words.ts'

const HELP = `Takes a CSV file into the store, or takes an import back.

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
  --constant ID=TEXT   unit, reporter, partner, flow, source of every row, where the file says none
  --delimiter CHAR     what separates the fields
  --encoding NAME      such as windows-1251 or GB18030
  --header LINE        the line of the header; 0 where there is none
  --table N            which of several tables in the file; all where they have the same columns
  --decimal MARK       the decimal mark of numbers: . or ,
  --answer CODE=TEXT   the answer to a question that a run before asked
  --undo IMPORT        take back what an import told
  --issues IMPORT      every issue of an import as CSV
  --annotated IMPORT   its file with a column that says what is wrong in each record
  --help

The store is DATABASE_URL (file:var/entrepot.db).
Exit code 0: all is in. 1: rows were rejected. 2: nothing could be read, or a question is open.`

/** What surrounds the command, handed in so that a test can be it. */
export interface World {
  cwd: string
  env: Record<string, string | undefined>
  print(text: string): void
  /** Text of a file, as it is. */
  write(text: string): void
  complain(text: string): void
  /** Where a progress bar is drawn over itself; null where lines are wanted. */
  terminal: { write(text: string): unknown } | null
  signal: AbortSignal
  /** Folder of the series that every store begins with; null for none. */
  shipped: string | null
}

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
  answer: { type: 'string', multiple: true },
  undo: { type: 'string' },
  issues: { type: 'string' },
  annotated: { type: 'string' },
  help: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parse>['values']
const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, allowPositionals: true })

/** Something that the person who typed the command can mend. */
class UsageError extends Error {}

function pairs(name: string, texts: string[] = []): Record<string, string> | undefined {
  if (texts.length === 0) return undefined
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf('=')
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

function modeOf(text: string | undefined): Mode | undefined {
  if (text === undefined || isMode(text)) return text
  throw new UsageError(`--mode ${text}: it is one of ${MODES.join(', ')}.`)
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new UsageError(`--${name} ${text}: give a number.`)
}

function readingOptions(values: Values): ReadingOptions {
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
    constants: pairs('constant', values.constant),
    answers: pairs('answer', values.answer),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** A bar that is drawn over itself in a terminal; a line for each quarter elsewhere. */
function showProgress({ terminal, complain }: World): (progress: Progress) => void {
  let shown = 0
  return ({ phase, bytes, totalBytes, rows }) => {
    const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes)
    const counted = `${rows.toLocaleString('en')} rows`
    if (terminal) {
      const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
      const line = phase === 'done' ? '' : `${phase.padEnd(9)} ${bar} ${counted}`
      terminal.write(`\r${line}\u001b[K`)
    } else if (phase === 'reading' && share >= shown + 0.25 && share < 1) {
      shown = share
      complain(`${Math.round(share * 100)} % read, ${counted}`)
    }
  }
}

const exitCode = ({ status, rejected, rows }: ImportReport): number => {
  if (status === 'rejected') return rows > 0 ? 1 : 2
  if (status === 'ambiguous' || status === 'failed' || status === 'cancelled') return 2
  return rejected > 0 ? 1 : 0
}

async function ingest(store: Store, file: string, values: Values, world: World): Promise<number> {
  const path = resolve(world.cwd, file)
  if (!(await stat(path).catch(() => undefined))?.isFile()) {
    throw new UsageError(`There is no file ${path}.`)
  }
  const hooks: Hooks = { signal: world.signal, progress: showProgress(world) }
  const job: ImportJob = {
    path,
    name: basename(path),
    by: world.env.USER ?? null,
    options: readingOptions(values),
    dryRun: values['dry-run'] ?? false,
    partial: values.partial ?? false,
  }
  const report = await importFile(store, job, hooks)
  if (report.status === 'preview') await dropPreview(store, report.id)
  world.print(reportLines(report, job.partial).join('\n'))
  return exitCode(report)
}

/** A store begins with the shipped series, whoever opens it first: a file of theirs is then known. */
async function begin(store: Store, { shipped, print }: World): Promise<void> {
  if (shipped === null) return
  const reports = await loadShipped(store, shipped)
  for (const { file, status, added, error } of reports) {
    print(`Shipped with Entrepot: ${file}, ${status}, ${error ?? `${added} figures added`}`)
  }
}

/** What is done with an import that is there, by the option that names it. */
const WITH_IMPORT = {
  async undo(store: Store, id: number, { print }: World) {
    print(undoLines(await undoImport(store, id)).join('\n'))
  },
  issues: (store: Store, id: number, { write }: World) => printIssues(store, id, write),
  annotated: (store: Store, id: number, { write }: World) => printAnnotated(store, id, write),
}
type WithImport = keyof typeof WITH_IMPORT

async function lookBack(store: Store, name: WithImport, text: string, world: World) {
  const id = Number(text)
  if (!Number.isInteger(id))
    throw new UsageError(`--${name} ${text}: give the number of an import.`)
  await WITH_IMPORT[name](store, id, world)
  return 0
}

async function carryOut(args: string[], world: World): Promise<number> {
  const { values, positionals } = parse(args)
  const [file, more] = positionals
  const [back] = (['undo', 'issues', 'annotated'] as const).filter(
    (name) => values[name] !== undefined,
  )
  if (values.help || (file === undefined && back === undefined)) {
    world.print(HELP)
    return values.help ? 0 : 2
  }
  if (file !== undefined && back !== undefined) {
    throw new UsageError(`--${back} is about an import that is there: leave “${file}” out.`)
  }
  if (more !== undefined) throw new UsageError(`One file at a time: “${more}” is a second one.`)
  const url = `file:${resolve(root, storePath(readSettings(world.env).DATABASE_URL))}`
  const store = await openStore(url, 'write')
  try {
    await sweepStages(store)
    if (file !== undefined) {
      await begin(store, world)
      return await ingest(store, file, values, world)
    }
    return await lookBack(store, back!, values[back!]!, world)
  } finally {
    await store.close()
  }
}

const isOurs = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof SettingsError ||
  error instanceof StoreError ||
  error instanceof NotKept ||
  String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')

/** Carries out one command line and gives its exit code. Only faults of ours are thrown. */
export async function ingestCommand(args: string[], world: World): Promise<number> {
  try {
    return await carryOut(args, world)
  } catch (error) {
    if (!isOurs(error)) throw error
    world.complain(error.message)
    return 2
  }
}
