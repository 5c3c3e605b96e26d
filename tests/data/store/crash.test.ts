import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../../data/store/open.ts'
import { contentOf, tell } from './fixture.ts'

const child = new URL('./crash-child.ts', import.meta.url).pathname
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-crash-'))
  path = join(folder, 'entrepot.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function storeBefore() {
  const store = await openStore(`file:${path}`, 'write')
  await tell(store, [
    { series: 's0', period: '2010-01', value: 9, note: 'before' },
    { series: 'other', period: '2010-01', value: 8 },
  ])
  const content = contentOf(store)
  await store.close()
  return content
}

const killedAt = (moment: string) => spawnSync(process.execPath, [child, path, moment]).signal

it.each([
  'begun',
  'staged',
  'first series',
  'many series',
  'half the rows',
  'all rows',
  'before the report',
])('is as before, and says so in the ledger, when killed at: %s', async (moment) => {
  const before = await storeBefore()
  expect(killedAt(moment)).toBe('SIGKILL')
  const store = await openStore(`file:${path}`, 'write')
  expect(contentOf(store)).toEqual(before)
  const left = await store.db
    .selectFrom('import')
    .select(['status', 'error', 'process', 'added'])
    .where('file', '=', 'large.csv')
    .executeTakeFirst()
  const error =
    'The program ended while this import was running. Nothing of it is in the store; import the file again.'
  expect(left).toEqual({ status: 'failed', error, process: null, added: 0 })
  expect(store.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  await store.close()
})

it('is as after, and says so in the ledger, when killed right after the commit', async () => {
  await storeBefore()
  expect(killedAt('committed')).toBe('SIGKILL')
  const store = await openStore(`file:${path}`, 'write')
  const { status, added, revised } = await store.db
    .selectFrom('import')
    .select(['status', 'added', 'revised'])
    .where('file', '=', 'large.csv')
    .executeTakeFirstOrThrow()
  expect({ status, added, revised }).toEqual({ status: 'committed', added: 59_999, revised: 1 })
  const count = store.raw.prepare('select count(*) from observation').pluck().get()
  expect(count).toBe(60_001)
  await store.close()
})
