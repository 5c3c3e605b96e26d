import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { readSettings, SettingsError } from '../../api/settings.ts'
import { NotKept } from '../../data/annotated.ts'
import type { Hooks, ImportJob } from '../../data/ingest/job.ts'
import { dropPreview, importFile, undoImport } from '../../data/ingest.ts'
import type { ImportReport, Progress } from '../../data/model/report.ts'
import { loadShipped } from '../../data/shipped.ts'
import { sweepStages } from '../../data/stages.ts'
import { openStore, type Store, storePath } from '../../data/store/open.ts'
import { rebuildStore } from '../../data/store/rebuild.ts'
import { StoreError } from '../../data/store/store-error.ts'
import { root } from '../setup.mjs'
import { HELP, parse, readingOptions, UsageError, type Values } from './options.ts'
import { printAnnotated, printIssues } from './told.ts'
import { rebuiltLine, reportLines, undoLines } from './words.ts'

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
  /** A thread for reading that was begun early. */
  thread?: Worker
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
  const report = await importFile(store, job, hooks, world.thread)
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

/** What is done with a store, or with an import that is there, where no file is given. */
const WITHOUT_FILE = {
  async undo(store: Store, { print }: World, id: string) {
    print(undoLines(await undoImport(store, numberOf('undo', id))).join('\n'))
  },
  issues: (store: Store, { write }: World, id: string) =>
    printIssues(store, numberOf('issues', id), write),
  annotated: (store: Store, { write }: World, id: string) =>
    printAnnotated(store, numberOf('annotated', id), write),
  async rebuild(store: Store, { print }: World) {
    print(rebuiltLine(await rebuildStore(store)))
  },
}
const NAMES = Object.keys(WITHOUT_FILE) as (keyof typeof WITHOUT_FILE)[]

function numberOf(name: string, text: string): number {
  const id = Number(text)
  if (Number.isInteger(id)) return id
  throw new UsageError(`--${name} ${text}: give the number of an import.`)
}

async function carryOut(args: string[], world: World): Promise<number> {
  const { values, positionals } = parse(args)
  const [file, more] = positionals
  const alone = NAMES.find((name) => values[name] !== undefined)
  if (values.help || (file === undefined && alone === undefined)) {
    world.print(HELP)
    return values.help ? 0 : 2
  }
  if (file !== undefined && alone !== undefined) {
    throw new UsageError(`--${alone} is about what is there already: leave “${file}” out.`)
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
    await WITHOUT_FILE[alone!](store, world, String(values[alone!]))
    return 0
  } finally {
    await store.close()
  }
}

const isOurs = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof SettingsError ||
  error instanceof StoreError ||
  error instanceof NotKept

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
