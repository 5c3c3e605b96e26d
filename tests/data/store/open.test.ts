import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../data/store/open.ts'
import { emptyStore, tell } from './fixture.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'entrepot-open-'))
  path = join(folder, 'entrepot.db')
})
afterEach(() => {
  fs.chmodSync(folder, 0o755)
  fs.rmSync(folder, { recursive: true })
})

async function makeStore(): Promise<void> {
  const store = await openStore(`file:${path}`, 'write')
  const rows = Array.from({ length: 40 }, (_, i) => ({ series: `s${i}`, value: i }))
  await tell(
    store,
    rows.map((row) => ({ ...row, period: '2023-01', note: 'x'.repeat(500) })),
  )
  await store.close()
}

/** What lies on the disk, by name and content. */
const disk = () =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => [
      name,
      createHash('sha256')
        .update(fs.readFileSync(join(parentPath, name)))
        .digest('hex'),
    ])

it('makes the store and its folder', async () => {
  const deep = join(folder, 'var', 'deep', 'entrepot.db')
  const store = await openStore(`file:${deep}`, 'write')
  expect(store.raw.pragma('journal_mode', { simple: true })).toBe('wal')
  await store.close()
  const reader = await openStore(`file:${deep}`)
  expect(await reader.db.selectFrom('dataset').selectAll().execute()).toEqual([])
  await reader.close()
})

it('gives a store of before lists had latest figures the same that it would have written', async () => {
  await makeStore()
  const latest = (store: Store) =>
    store.raw.prepare('select latest_first, latest_last, latest, latest_decimals from series').all()
  const store = await openStore(`file:${path}`, 'write')
  const written = latest(store)
  const names = store.raw.prepare(`select name from pragma_table_info('series')`).pluck().all()
  for (const name of names.filter((one) => String(one).startsWith('latest'))) {
    store.raw.exec(`alter table series drop column ${name}`)
  }
  store.raw.exec(`drop table code_name; delete from kysely_migration where name > '0004-kept'`)
  await store.close()
  const again = await openStore(`file:${path}`, 'write')
  expect(latest(again)).toEqual(written)
  expect(written[39]).toMatchObject({ latest: 39 })
  await again.close()
})

it('does not write through a reader', async () => {
  await makeStore()
  const reader = await openStore(`file:${path}`)
  await expect(reader.db.deleteFrom('series').execute()).rejects.toThrow('readonly')
  await reader.close()
})

it('lets a reader see the store of before while a writer is at work', async () => {
  await makeStore()
  const writer = await openStore(`file:${path}`, 'write')
  const reader = await openStore(`file:${path}`)
  const count = () => reader.raw.prepare('select count(*) from series').pluck().get()
  await writer.db.transaction().execute(async (db) => {
    await db.deleteFrom('series_code').execute()
    await db.updateTable('series').set({ title: 'changed' }).execute()
    expect(count()).toBe(40)
    expect(reader.raw.prepare('select title from series').pluck().get()).toBe('s0')
  })
  await Promise.all([writer.close(), reader.close()])
})

it('waits for another writer, and then says that it is busy', async () => {
  await makeStore()
  const [one, two] = [
    await openStore(`file:${path}`, 'write'),
    await openStore(`file:${path}`, 'write'),
  ]
  two.raw.pragma('busy_timeout = 50')
  await one.db.transaction().execute(async () => {
    await expect(tell(two, [{ series: 'x', period: '2023', value: 1 }])).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining('Try again'),
    })
  })
  expect(await tell(two, [{ series: 'x', period: '2023', value: 1 }])).toMatchObject({ added: 1 })
  await Promise.all([one.close(), two.close()])
})

describe('says what is wrong and what to do, and changes nothing on the disk', () => {
  const refusal = async (code: string, words: RegExp, modes = ['read', 'write'] as const) => {
    for (const mode of modes) {
      const before = disk()
      const opening = openStore(`file:${path}`, mode)
      await expect(opening).rejects.toMatchObject({
        name: 'StoreError',
        code,
        message: expect.stringMatching(words),
      })
      expect(disk()).toEqual(before)
    }
  }

  it('when there is no store to read', () =>
    refusal('missing', /no store at .*Start Entrepot/, ['read'] as never))

  it('when there is only an empty file to read', async () => {
    fs.writeFileSync(path, '')
    await refusal('missing', /no store at/, ['read'] as never)
  })

  it('when a newer version made it', async () => {
    await makeStore()
    const store = await openStore(`file:${path}`, 'write')
    store.raw.exec(`insert into kysely_migration values ('9999-later', '2099-01-01')`)
    await store.close()
    await refusal('newer', /newer version .*9999-later/)
  })

  it('when it is cut short', async () => {
    await makeStore()
    fs.truncateSync(path, 40_000)
    await refusal('corrupt', /damaged.*backup/)
  })

  it('when its pages are damaged', async () => {
    await makeStore()
    const bytes = fs.readFileSync(path)
    bytes.fill(0xa5, 100, bytes.length)
    fs.writeFileSync(path, bytes)
    await refusal('corrupt', /damaged/)
  })

  it('when it is a text file', async () => {
    fs.writeFileSync(path, 'period,value\n2023-01,5\n')
    await refusal('not-a-store', /not an Entrepot store/)
  })

  it("when it is another program's database", async () => {
    const { raw } = await emptyStore()
    raw.exec(`attach '${path}' as other; create table other.recipes (name text)`)
    raw.close()
    await refusal('not-a-store', /database, but not an Entrepot store/)
  })

  it('when a folder stands in its place', async () => {
    fs.mkdirSync(path)
    await refusal('not-a-file', /not a file.*entrepot\.db\/entrepot\.db/)
  })

  it('when a file stands in the place of its folder', async () => {
    fs.writeFileSync(path, 'text')
    path = join(path, 'inside.db')
    await refusal('not-a-file', /is a file/, ['write'] as never)
  })

  // Root may write anywhere but where the kernel forbids it.
  it.runIf(process.getuid?.() !== 0)('when its folder is read-only', async () => {
    fs.chmodSync(folder, 0o555)
    await refusal('read-only', /read-only.*Allow writing/, ['write'] as never)
  })

  it.runIf(process.platform === 'linux')('when the system forbids writing there', async () => {
    const opening = openStore('file:/proc/entrepot.db', 'write')
    await expect(opening).rejects.toMatchObject({ code: 'read-only' })
  })
})
