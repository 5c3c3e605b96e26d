import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Progress } from '../../../data/model/report.ts'
import { findImport, listImports } from '../../../data/store/ledger/imports.ts'
import { openStore } from '../../../data/store/open.ts'
import { startWriter, type Writer } from '../../../data/writer.ts'

let folder: string
let url: string
let writer: Writer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-writer-'))
  url = `file:${join(folder, 'entrepot.db')}`
  writer = startWriter(url)
  await writer.ready
})
afterAll(async () => {
  await writer.close()
  rmSync(folder, { recursive: true, force: true })
})

let files = 0

function job(name: string, text: string, dryRun = false) {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, text)
  return { path, name, by: null, options: {}, dryRun, partial: false }
}

it.runIf(process.platform === 'linux')('the writer gives way to whoever reads', async () => {
  const { done } = await writer.import(job('way.csv', 'period,value\n2023,1\n', true))
  await done
  const priorities = readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
  })
  expect(priorities.filter((priority) => priority === 10)).toHaveLength(1)
  expect(priorities.filter((priority) => priority < 10).length).toBeGreaterThan(1)
})

const long = (rows: number): string => {
  const row = (i: number) => `${1000 + (i % 9000)},P${Math.floor(i / 9000)},${i % 97}.5`
  return `year,product,value\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`
}

async function readStore<T>(read: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) {
  const store = await openStore(url, 'read')
  try {
    return await read(store)
  } finally {
    await store.close()
  }
}

const TWO = 'period,value\n2023,3\n2022,3\n'

/** The number of a preview. */
async function previewed(name: string, text: string): Promise<number> {
  const { id, done } = await writer.import(job(name, text, true))
  expect((await done).status).toBe('preview')
  return id
}

/** Asks the writer while it cannot write: it is told all of it before any of it can end. */
async function whileLocked<T extends object>(ask: () => T): Promise<T> {
  const other = await openStore(url, 'write')
  other.raw.exec('begin immediate')
  const asked = ask()
  other.raw.exec('rollback')
  await other.close()
  return asked
}

describe('the writer', () => {
  it('gives an import its number at once, its progress on the way and its report at the end', async () => {
    const progress: Progress[] = []
    const { id, done } = await writer.import(job('a.csv', long(20_000)), (p) => progress.push(p))
    expect(await done).toMatchObject({ id, status: 'committed', added: 20_000 })
    expect(progress.at(-1)).toMatchObject({ phase: 'done' })
    expect(progress.length).toBeGreaterThan(1)
  })

  it('carries out what it is asked in the order of asking', async () => {
    const first = await writer.import(job('b.csv', long(20_001)))
    const second = await writer.import(job('b.csv', long(20_001).replace('0.5', '0.7')))
    const undone = writer.undo(second.id)
    expect((await first.done).rows).toBe(20_001)
    expect(await second.done).toMatchObject({ revised: 1, unchanged: 20_000 })
    expect(await undone).toMatchObject({ id: second.id, restored: 1 })
  })

  it('commits a preview', async () => {
    const preview = await writer.import(job('c.csv', 'period,value\n2023,1\n', true))
    expect((await preview.done).status).toBe('preview')
    const commit = await writer.commit(preview.id)
    expect(commit.id).toBe(preview.id)
    expect((await commit.done).status).toBe('committed')
  })

  it('stops an import that runs, one that waits, and lets a preview go', async () => {
    const preview = await previewed('p.csv', 'period,value\n2023,2\n')
    const [first, second] = [await previewed('d.csv', long(60_000)), await previewed('e.csv', TWO)]
    const { running, waiting, stopped } = await whileLocked(() => ({
      running: writer.commit(first),
      waiting: writer.commit(second),
      stopped: [second, first].map((id) => writer.cancel(id)),
    }))
    await Promise.all(stopped)
    await writer.drop(preview)
    expect((await (await running).done).status).toBe('cancelled')
    expect((await (await waiting).done).status).toBe('cancelled')
    const imports = await readStore(({ db }) => listImports(db))
    expect(imports.imports.slice(0, 3).map(({ status }) => status)).toEqual(
      Array(3).fill('cancelled'),
    )
  })

  it('tells what waits how many imports come before it, and when it has its turn', async () => {
    const [first, second, third] = [
      await previewed('h.csv', long(30_000)),
      await previewed('i.csv', TWO),
      await previewed('j.csv', 'period,value\n2021,1\n'),
    ]
    const told: Progress[] = []
    const all = await whileLocked(() => [
      writer.commit(first),
      writer.commit(second),
      writer.commit(third, {}, (progress) => told.push(progress)),
    ])
    for (const commit of all) expect((await (await commit).done).status).toBe('committed')
    const waited = told.filter(({ phase }) => phase === 'waiting')
    expect(waited.map(({ ahead }) => ahead)).toEqual([2, 1])
    expect(told.at(-1)).toMatchObject({ phase: 'done' })
  })

  it('tells errors of its thread by their code', async () => {
    await expect(writer.undo(999)).rejects.toMatchObject({ code: 'not-found' })
    await expect(writer.commit(999)).rejects.toMatchObject({ code: 'not-found' })
    const missing = { ...job('f.csv', ''), path: join(folder, 'nowhere.csv') }
    await expect(writer.import(missing)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('says why it cannot use a store', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear Sir or Madam, '.repeat(20))
    const unusable = startWriter(`file:${join(folder, 'letter.txt')}`)
    await expect(unusable.ready).rejects.toMatchObject({ code: 'not-a-store' })
    await expect(unusable.undo(1)).rejects.toMatchObject({ code: 'not-a-store' })
    await unusable.close()
  })

  it('ends cleanly what runs when it is closed', async () => {
    const id = await previewed('g.csv', long(60_001))
    const { running, closed } = await whileLocked(() => ({
      running: writer.commit(id),
      closed: writer.close(),
    }))
    await closed
    expect((await (await running).done).status).toBe('cancelled')
    expect(await readStore(({ db }) => findImport(db, id))).toMatchObject({ status: 'cancelled' })
    await expect(writer.undo(1)).rejects.toMatchObject({ code: 'writer-stopped' })
  })
})
