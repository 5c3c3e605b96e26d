import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadShipped } from '../../data/shipped.ts'
import { openStore } from '../../data/store/open.ts'
import { FLAGS, node, program, root, stop } from '../setup.mjs'

const PEAK = join(root, 'scripts', 'bench', 'peak.ts')

/** Runs `work` in a new folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same in a folder that begins as a copy of another. */
export const inCopy = <T>(of: string, work: (folder: string) => T): Promise<T> =>
  inFolder((folder) => {
    cpSync(of, folder, { recursive: true })
    return work(folder)
  })

/** Runs `work` with the folder of a store that was opened once: nobody's first file meets an empty one. */
export const withStore = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const store = await openStore(urlOf(folder), 'write')
    await loadShipped(store, join(root, 'data', 'series'))
    await store.close()
    return work(folder)
  })

function check({ status, stderr, error }: SpawnSyncReturns<string>): void {
  if (status === 0) return
  throw error ?? new Error(`A benchmark's command ended with ${status}: ${stderr.slice(-800)}`)
}

/** Seconds of the whole command, from its start to its end. */
export function seconds(run: () => SpawnSyncReturns<string>): number {
  const begin = performance.now()
  const result = run()
  const time = (performance.now() - begin) / 1000
  check(result)
  return time
}

const urlOf = (folder: string) => `file:${join(folder, 'entrepot.db')}`

const world = (folder: string) => ({
  ...process.env,
  DATABASE_URL: urlOf(folder),
  ENTREPOT_UPLOADS: join(folder, 'uploads'),
})

/** `npm run ingest -- FILE` on the store of a folder, as a process of its own. */
export const ingest = (folder: string, file: string, ...options: string[]) =>
  spawnSync(node(), [...FLAGS, program('ingest'), file, ...options], {
    encoding: 'utf8',
    env: world(folder),
  })

/** The same; gives the most memory that the process held, in MiB. */
export function peakOfIngest(folder: string, file: string): number {
  const command = [...FLAGS, '--import', PEAK, program('ingest'), file]
  const result = spawnSync(node(), command, {
    encoding: 'utf8',
    env: world(folder),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  check(result)
  return Number(result.output[3]) / 1024
}

/** The sqlite3 shell, fed with statements. */
export const sqlite3 = (database: string, statements: string) =>
  spawnSync('sqlite3', ['-bail', database], { input: statements, encoding: 'utf8' })

/** Ends the benchmark with a sentence where the shell is not installed. */
export function needSqlite3(): void {
  if (spawnSync('sqlite3', ['--version']).status === 0) return
  stop(
    'ingest.* compares with the sqlite3 shell: install it (apt-get install sqlite3) and run again.',
  )
}
