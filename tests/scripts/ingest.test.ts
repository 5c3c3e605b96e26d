import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseQuery } from '../../data/model/query.ts'
import { read } from '../../data/read.ts'
import { loadShipped } from '../../data/shipped.ts'
import { listDatasets } from '../../data/store/datasets.ts'
import { listImports } from '../../data/store/ledger/imports.ts'
import { openStore, type Store } from '../../data/store/open.ts'
import { listReleases } from '../../data/store/series/releases.ts'
import { ingestCommand } from '../../scripts/ingest/command.ts'
import { program } from '../../scripts/setup.mjs'

const SERIES = fileURLToPath(new URL('../../data/series', import.meta.url))

let folder: string
let url: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-command-'))
  url = `file:${join(folder, 'entrepot.db')}`
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The command in a folder and store of its own, without a process. */
const run = (...args: string[]) => runWith(null, ...args)

async function runWith(shipped: string | null, ...args: string[]) {
  const lines: string[] = []
  const say = (text: string) => void lines.push(text)
  const code = await ingestCommand(args, {
    cwd: folder,
    env: { DATABASE_URL: url },
    print: say,
    write: say,
    complain: say,
    terminal: null,
    signal: new AbortController().signal,
    shipped,
  })
  return { code, out: lines.join('\n') }
}

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [program('ingest'), ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

async function inStore<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url, 'write')
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

describe('npm run ingest', () => {
  it('takes a file in, says what changed, and takes it back', async () => {
    write('oil.csv', 'period,oil\n2023-01,8.5\n2023-02,7.9\n')
    const first = await run('oil.csv')
    expect(first.code).toBe(0)
    expect(first.out).toContain('Import 1 is in the new dataset “oil”.')
    expect(first.out).toContain('2 rows: 2 added, 0 revised, 0 confirmed, 0 unchanged, 0 rejected.')
    expect((await run('oil.csv')).out).toContain('0 changes, identical to import 1.')
    write('oil.csv', 'period,oil\n2023-01,8.5\n2023-02,8.1\n')
    expect((await run('oil.csv')).out).toContain('revised  oil/oil  2023-02  7.9 -> 8.1')
    const undone = await run('--undo', '3')
    expect(undone).toMatchObject({ code: 0 })
    expect(undone.out).toContain('1 value came back')
  })

  it('lists what the file does not tell and the store keeps, and what a replacing file takes out', async () => {
    write('oil.csv', 'period,oil,unit\n2023-01,8.5,Mt\n2023-02,7.9,Mt\n')
    await run('oil.csv')
    write('oil.csv', 'period,oil,unit\n2023-02,7.9,Mt\n')
    const kept = await run('oil.csv', '--dry-run')
    expect(kept.out).toContain('Not in the file, and kept: 1 figure of its series.')
    expect(kept.out).toContain('missing  oil/oil  2023-01  8.5 million tonnes')
    const { out } = await run('oil.csv', '--mode', 'replace-series')
    expect(out).toContain('0 rejected. 1 figure taken out.')
    expect(out).toContain('removed  oil/oil  2023-01  8.5 million tonnes')
    expect((await run('--undo', '3')).out).toContain('1 value came back')
  })

  it('says old and new value of a revision, how far it goes, and where a bound went away', async () => {
    write('gas.csv', 'period,bound,gas,unit\n2022,>,107,bcm\n2023,,50,bcm\n2024,,12.5,bcm\n')
    await run('gas.csv')
    write('gas.csv', 'period,bound,gas,unit\n2022,,107,bcm\n2023,,51,bcm\n2024,,12.4,bcm\n')
    const { out } = await run('gas.csv')
    expect(out).toContain('revised  gas/gas  2022  > 107 -> 107 bcm  (no longer a bound)')
    expect(out).toContain('revised  gas/gas  2023  50 -> 51 bcm  (+2.0 %)')
    expect(out).toContain('revised  gas/gas  2024  12.5 -> 12.4 bcm  (-0.8 %)')
  })

  it('says what an appending file tells otherwise, and that it stays as it stood', async () => {
    write('gas.csv', 'period,gas,unit\n2022,107,bcm\n2023,50,bcm\n')
    await run('gas.csv')
    write('gas.csv', 'period,gas,unit\n2022,107,bcm\n2023,51,bcm\n2024,12,bcm\n')
    const { code, out } = await run('gas.csv', '--mode', 'append')
    expect(code).toBe(0)
    expect(out).toContain('1 added, 0 revised, 0 confirmed, 1 unchanged, 1 kept, 0 rejected.')
    expect(out).toContain('1 figure that the file tells otherwise.')
    expect(out).toContain('  kept  gas/gas  2023  50, in the file 51 bcm  (+2.0 %)')
    expect((await run('--issues', '2')).out).toContain('stays 50 in 2023; here it is 51.')
  })

  it('says line and column of what is wrong, and ends with 1', async () => {
    write('oil.csv', 'period,oil\n2023-01,8.5\n2023-02,8,1\n2023-03,many\n')
    const { code, out } = await run('oil.csv', '--column', 'oil=value')
    expect(code).toBe(1)
    expect(out).toContain('rejected  oil.csv:3  ragged-row')
    expect(out).toContain('rejected  oil.csv:4 [oil]  bad-number')
    expect((await run('oil.csv', '--column', 'oil=value', '--partial')).out).toContain('1 added')
  })

  it('says again what was rejected when the good rows are in already, and gives all issues', async () => {
    write('oil.csv', 'period,oil\n2023-01,8.5\n2023-02,much\n2023-03,many\n')
    await run('oil.csv', '--column', 'oil=value', '--partial')
    const { code, out } = await run('oil.csv', '--column', 'oil=value', '--partial')
    expect(code).toBe(1)
    expect(out).toContain('0 changes, identical to import 1.')
    expect(out).toContain('2 of its figures were rejected then, and are not in the store.')
    expect(out).toContain('--issues 1')
    const issues = await run('--issues', '1')
    expect(issues.code).toBe(0)
    expect(issues.out).toMatch(
      /^\ufeffLINE,COLUMN,SEVERITY,CODE,MESSAGE,VALUE\n\n3,oil,rejected,bad-number,/,
    )
    const annotated = await run('--annotated', '1')
    expect(annotated.out).toContain('2023-03,many,oil: “many” is not a number')
    expect(await run('--issues', '7')).toMatchObject({ code: 2, out: 'There is no import 7.' })
    rmSync(join(folder, 'oil.csv'))
    expect((await run('--annotated', '1')).out).toContain('is not kept, or was changed since')
  })

  it('knows a shipped file, and a correction of one, before the first start as after it', async () => {
    const path = join(SERIES, 'bilateral-trade', 'bilateral-trade.csv')
    const first = await runWith(SERIES, path)
    expect(first.code).toBe(0)
    expect(first.out).toContain('Shipped with Entrepot: bilateral-trade.csv, committed')
    expect(first.out).toContain('0 changes, identical to import 1.')
    const [header = '', ...rows] = readFileSync(path, 'utf8').split('\n')
    const row = rows.find((text) => /total\.ytd\.usd-bn.*,218\.176,/.test(text))
    write(
      'correction.csv',
      `${header}\n${row?.replace('218.176', '219.5').replace('2023-12-07', '2026-11-01')}\n`,
    )
    rmSync(join(folder, 'entrepot.db'))
    const corrected = await runWith(SERIES, 'correction.csv')
    expect(corrected.out).toContain('Goes into “bilateral-trade”')
    expect(corrected.out).toContain('2023-01/2023-11  218.176 -> 219.5 USD bn')
    expect(await inStore(({ db }) => listDatasets(db))).toHaveLength(4)
    const again = await runWith(SERIES, 'correction.csv', '--dataset', 'bilateral-trade')
    expect(again.out).not.toContain('Shipped')
    expect(again.out).toContain('0 changes, identical to import 5.')
  })

  it('makes anew what is kept to answer fast, and says what differed from its rows', async () => {
    write('oil.csv', 'period,partner,value\n2023,CHN,8.5\n2023,TUR,2\n')
    await run('oil.csv')
    expect(await run('--rebuild')).toEqual({
      code: 0,
      out: '2 series made anew from their rows: all were as they should be.',
    })
    await inStore(async ({ raw }) => {
      raw.exec('update observation set value = 9.5 where value = 8.5')
    })
    expect((await run('--rebuild')).out).toContain('1 of them did not say what their rows say')
    const answer = await inStore(({ db }) => read(db, parseQuery({ series: 'oil/CHN' })))
    expect(answer.series[0]?.values).toEqual([9.5])
    expect((await run('--rebuild', 'oil.csv')).code).toBe(2)
  })

  it('takes a word for every row whole, be there equals signs in it', async () => {
    write('oil.csv', 'period,oil\n2023-01,8.5\n')
    await run('oil.csv', '--constant', 'source_url=https://example.org/?a=1&b=2')
    const [release] = await inStore(({ db }) => listReleases(db, 'oil/oil'))
    expect(release).toMatchObject({ sourceUrl: 'https://example.org/?a=1&b=2' })
    const wrong = await run('oil.csv', '--constant', 'source_url=javascript:alert(1)')
    expect(wrong).toMatchObject({ code: 2, out: expect.stringContaining('bad-address') })
  })

  it('takes a code for a text that no code list has', async () => {
    write('oil.csv', 'partner,period,value\nFreedonia: north,2023,8.5\nRussia,2023,2\n')
    const told = await run('oil.csv', '--code', 'partner:Freedonia: north=FRN', '--dry-run')
    expect(told.code).toBe(0)
    expect(told.out).toContain('oil/FRN')
    expect(told.out).not.toContain('none of our code lists')
    const wrong = await run('oil.csv', '--code', 'Freedonia=FRD')
    expect(wrong).toMatchObject({ code: 2, out: expect.stringContaining('partner:Freedonia=FRD') })
  })

  it('stops at a question with the option that answers it, and ends with 2', async () => {
    write('x.csv', 'period,value\n2023,1.234\n2024,2.345\n')
    const asked = await run('x.csv')
    expect(asked.code).toBe(2)
    expect(asked.out).toContain("--answer 'decimal-mark:value=,'")
    const told = await run('x.csv', '--answer', 'decimal-mark:value=,', '--dry-run')
    expect(told.code).toBe(0)
    expect(told.out).toContain('added  x/value  2023  1234')
    expect(await inStore(({ db }) => listDatasets(db))).toEqual([])
  })

  it('says the first of a thousand possible answers, and how many more there are', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `c${i}`)
    const row = (month: number) => `2023-0${month},${names.map((_, i) => 5000 + i).join(',')}`
    write('wide.csv', `month,${names.join(',')}\n${[1, 2, 1, 2].map(row).join('\n')}\n`)
    const { code, out } = await run('wide.csv')
    expect(code).toBe(2)
    expect(out).toContain("--answer 'value-column=c0'")
    expect(out).toContain("and 981 more answers: --answer 'value-column=...'")
    expect(out.length).toBeLessThan(3000)
  })

  it('ends with 2 where there is nothing to read', async () => {
    write('empty.csv', '')
    expect(await run('empty.csv')).toMatchObject({ code: 2 })
    expect(await run('nowhere.csv')).toMatchObject({ code: 2 })
    expect(await run('--undo', '9')).toMatchObject({ code: 2, out: 'There is no import 9.' })
    expect(await run('x.csv', '--datset', 'y')).toEqual({
      code: 2,
      out: 'There is no option --datset. Is --dataset meant? All options: --help',
    })
    expect((await run('--help')).out).toContain('--dry-run')
  })

  it('draws a bar over itself in a terminal, and says quarters elsewhere', async () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `${1000 + (i % 9000)},P${i % 400},${i}`)
    write('long.csv', `year,product,value\n${rows.join('\n')}\n`)
    expect((await run('long.csv', '--dry-run')).out).toMatch(/^\d\d % read, [\d,]+ rows\n/)
    const drawn: string[] = []
    await ingestCommand(['long.csv', '--dry-run'], {
      cwd: folder,
      env: { DATABASE_URL: url },
      print() {},
      write() {},
      complain() {},
      terminal: { write: (text) => drawn.push(text) },
      signal: new AbortController().signal,
      shipped: null,
    })
    expect(drawn[0]).toMatch(/^\rreading {3}█+░+ [\d,]+ rows/)
    expect(drawn.at(-1)).toBe('\r\u001b[K')
  })

  it('runs as a process of its own, and waits there for another writer', async () => {
    write('oil.csv', 'period,oil\n2023-01,8.5\n')
    const store = await openStore(url, 'write')
    store.raw.exec('begin immediate')
    const child = start('oil.csv')
    const code = new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve) => setTimeout(resolve, 700))
    store.raw.exec('commit')
    expect(await code).toBe(0)
    await store.close()
  })

  it('leaves all of an import or nothing, whenever it is killed', async () => {
    const rows = Array.from({ length: 120_000 }, (_, i) => `${1000 + (i % 9000)},P${i % 40},${i}`)
    write('long.csv', `year,product,value\n${rows.join('\n')}\n`)
    await inStore((store) => loadShipped(store))
    for (const wait of [250, 500, 750, 1000]) {
      const child = start('long.csv')
      const ended = new Promise((resolve) => child.on('close', resolve))
      setTimeout(() => child.kill('SIGKILL'), wait)
      await ended
      const [datasets, ledger] = await inStore(async ({ db }) => [
        await listDatasets(db),
        await listImports(db),
      ])
      const releases = datasets.flatMap(({ id, releases }) => (id === 'long' ? releases : []))
      expect([[], [120_000]]).toContainEqual(releases)
      expect(ledger.imports.map(({ status }) => status)).not.toContain('running')
    }
    await run('--undo', '999')
    expect(await readdir(join(folder, 'stages')).catch(() => [])).toEqual([])
  })
})
