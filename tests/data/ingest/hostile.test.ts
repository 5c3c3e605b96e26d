import { type StdioOptions, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable } from '../../../data/ingest/reader/open.ts'
import { OpenQuestion, Unreadable } from '../../../data/ingest/unreadable.ts'
import { dropPreview, importFile, undoImport } from '../../../data/ingest.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'
import { FLAGS, root } from '../../../scripts/setup.mjs'

const MiB = 1 << 20
const PEAK = join(root, 'scripts', 'bench', 'peak.ts')

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-hostile-'))
  store = await openStore('file::memory:', 'write')
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

let files = 0

/** Writes a file of parts, the ones with a number so many times; without holding it. */
function fileOf(...parts: (string | Buffer | [string, number])[]): string {
  const path = join(folder, `${files++}.csv`)
  const file = openSync(path, 'w')
  for (const part of parts) {
    if (!Array.isArray(part)) {
      writeSync(file, part as string)
      continue
    }
    const [text, times] = part
    const most = Math.max(1, Math.floor(MiB / text.length))
    for (let left = times; left > 0; left -= most)
      writeSync(file, text.repeat(Math.min(left, most)))
  }
  closeSync(file)
  return path
}

/** Reads everything of a file: the rows and what was said of them, or how it is refused. */
async function read(path: string) {
  const seen = { rows: 0, notes: 0, faults: [] as string[], last: [] as string[] }
  try {
    const table = openTable(path)
    for (const batch of table.records()) {
      seen.rows += batch.rows.length
      seen.notes += batch.notes.length
      seen.faults.push(...[...batch.faults.values()].map(({ code }) => code))
      seen.last = batch.rows.at(-1) ?? seen.last
    }
    return { header: table.header, ...seen }
  } catch (error) {
    if (error instanceof OpenQuestion) return { asks: error.questions.map(({ code }) => code) }
    if (error instanceof Unreadable) return { refused: error.issue.code, line: error.issue.line }
    throw error
  }
}

/** The same in a process of its own, with the most memory that it took in MiB. */
function readApart(path: string): { told: string; memory: number } {
  const open = new URL('../../../data/ingest/reader/open.ts', import.meta.url).href
  const code = `
    const { openTable } = await import(${JSON.stringify(open)})
    let told
    try {
      let rows = 0
      for (const batch of openTable(${JSON.stringify(path)}).records()) rows += batch.rows.length
      told = rows + ' rows'
    } catch (error) {
      told = error.issue.code
    }
    process.stdout.write(told)`
  const command = [...FLAGS, '--import', PEAK, '--input-type=module', '-e', code]
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe']
  const { output } = spawnSync(process.execPath, command, { encoding: 'utf8', stdio })
  return { told: `${output[1]}${output[2]}`, memory: Number(output[3]) / 1024 }
}

const HEADER = 'period,partner,value\n'
const LINE = '2023-01,China,1.5\n'

describe('a file that is too much is refused, and costs little', () => {
  it('as one line without an end', () => {
    expect(readApart(fileOf(['x', 64 * MiB]))).toEqual({
      told: 'record-too-long',
      memory: expect.toSatisfy((memory: number) => memory < 250),
    })
  })

  it('as a number of very many digits', async () => {
    const path = fileOf(HEADER, LINE, '2023-01,China,', ['9', 64 * MiB])
    expect(await read(path)).toEqual({ refused: 'record-too-long', line: 3 })
  })

  it('as a line without an end far down', async () => {
    const path = fileOf(HEADER, [LINE, 100_000], ['x', 8 * MiB])
    expect(await read(path)).toEqual({ refused: 'record-too-long', line: 100_002 })
  })

  it('with a million columns, on one line or in few signs', async () => {
    expect(await read(fileOf(['column,', 1_000_000], 'value\n', ['1,', 1_000_000], '1\n'))).toEqual(
      {
        refused: 'record-too-long',
        line: 1,
      },
    )
    const most = fileOf(['a,', 400_000], 'a\n', ['1,', 400_000], '1\n', ['2,', 400_000], '2\n')
    const before = process.cpuUsage()
    expect(await read(most)).toMatchObject({ refused: 'too-many-columns' })
    // Microseconds of the processor: others may work on the machine.
    expect(process.cpuUsage(before).user).toBeLessThan(15_000_000)
  })

  it('as a gibibyte of nothing', async () => {
    const path = fileOf('')
    const file = openSync(path, 'w')
    ftruncateSync(file, 1024 * MiB)
    closeSync(file)
    expect(await read(path)).toMatchObject({ refused: 'binary-file' })
  })

  it('as line ends, delimiters or quotes alone', async () => {
    expect(await read(fileOf(['\r', 4 * MiB]))).toMatchObject({ refused: 'empty-file' })
    expect(await read(fileOf(['\n', 4 * MiB]))).toMatchObject({ refused: 'empty-file' })
    const late = () => openTable(fileOf(['\n', 6 * MiB], HEADER, LINE))
    expect(late).toThrow('Delete them, if a table follows.')
    expect(await read(fileOf([',', 4 * MiB]))).toMatchObject({ refused: 'record-too-long' })
    expect(await read(fileOf(['"', 4 * MiB]))).toMatchObject({ refused: 'record-too-long' })
  })

  it('but a table of three thousand columns is read', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `c${i}`).join(',')
    const path = fileOf(`partner,${names}\n`, [`China${',1234.5'.repeat(3000)}\n`, 200])
    expect(await read(path)).toMatchObject({ rows: 200, notes: 0, faults: [] })
  })
})

/** Takes a file in, as far as its report: what is wrong with it, and the seconds that took. */
async function report(path: string, options = {}) {
  const job = { path, name: 'any.csv', by: null, options, dryRun: true, partial: true }
  const begun = performance.now()
  const { id, status, issues, issuesTotal, rejected, added, unchanged, confirmed } =
    await importFile(store, job)
  if (status === 'preview') await dropPreview(store, id)
  const seconds = (performance.now() - begun) / 1000
  return {
    id,
    status,
    code: issues[0]?.code,
    line: issues[0]?.line,
    message: issues[0]?.message,
    issuesTotal,
    rejected,
    added,
    unchanged,
    confirmed,
    seconds,
  }
}

describe('a file goes in as far as it makes sense', () => {
  it('and one that is read by its bytes is refused at a line without an end', async () => {
    const begun = fileOf(HEADER, [LINE, 100_000], '2023-01,China,', ['9', 64 * MiB])
    expect(await report(begun)).toMatchObject({
      status: 'rejected',
      code: 'record-too-long',
      line: 100_002,
    })
  })

  it('with one figure told a hundred thousand times, alike or each time otherwise', async () => {
    const alike = await report(fileOf(HEADER, [LINE, 100_000]))
    expect(alike).toMatchObject({ status: 'preview', added: 1, unchanged: 99_999 })
    const values = Array.from({ length: 100_000 }, (_, i) => `2023-01,China,${i}.5\n`)
    const path = fileOf(HEADER, values.join(''))
    expect(await report(path)).toMatchObject({ status: 'ambiguous' })
    const last = await report(path, { answers: { 'told-twice': 'last' } })
    expect(last).toMatchObject({ status: 'preview', code: 'told-twice', confirmed: 99_999 })
    const added = await report(path, { answers: { 'told-twice': 'sum' } })
    expect(added).toMatchObject({ status: 'preview', added: 1, confirmed: 0, rejected: 0 })
    expect(Math.max(alike.seconds, last.seconds, added.seconds)).toBeLessThan(30)
  })
})

describe('a file of which nearly all is wrong', () => {
  const good = '2023-01,China,1.5\n'

  it('is not read to its end: it says what is wrong first, and lists what it read', async () => {
    const path = fileOf(HEADER, [good, 100], ['2023-01,China,many\n', 700_000], [good, 1000])
    const told = await report(path)
    expect(told).toMatchObject({ status: 'rejected', code: 'mostly-wrong', line: 102 })
    expect(told.message).toMatch(/^5\d\d,\d{3} of the first 5\d\d,\d{3} figures are wrong/)
    expect(told.message).toContain('The first is on line 102: “many” is not a number')
    expect(told.message).toContain(
      'Where its good rows are all that is wanted, take the others out',
    )
    const listed = store.raw.prepare('select count(*) from issue where import_id = ?').pluck()
    expect(told.issuesTotal).toBe(listed.get(told.id))
    expect(told.issuesTotal).toBeGreaterThan(400_000)
  })

  it('but its first row is read again by what all others say', async () => {
    const rows = ['a,2023-01,1,kg\n', ['a,2023-02,2,USD\n', 600_000]] as const
    const told = await report(fileOf('series_id,period,value,unit\n', rows[0], [...rows[1]]))
    expect(told).toMatchObject({ code: 'unit-changes', line: 2, rejected: 1 })
  })
})

describe('quotes in disorder', () => {
  it('that open once and never close lose one line its meaning, and no other', () => {
    const path = fileOf(HEADER, LINE, '2023-01,"China,1.5\n', [LINE, 1_000_000])
    expect(readApart(path)).toEqual({
      told: '1000002 rows',
      memory: expect.toSatisfy((memory: number) => memory < 250),
    })
  })

  it('on every line are letters', async () => {
    const path = fileOf(HEADER, [`2023-01,"Chi"na"",1.5\n2023-01,"China,1.5\n`, 20_000])
    expect(await read(path)).toMatchObject({ rows: 40_000 })
  })

  it('that open on one line of thousands each, in a file without sense, end in time', async () => {
    const path = fileOf(HEADER, LINE, LINE, [`${'",'.repeat(150)}\n`, 10_000])
    expect(await read(path)).toHaveProperty('rows')
  })
})

/** The same bytes in each run (xorshift). */
function randomBytes(length: number): Buffer {
  let state = 2_463_534_242
  return Buffer.from(
    Array.from({ length }, () => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return state & 255
    }),
  )
}

describe('what is no table is told apart', () => {
  it.each([
    ['zip-file', Buffer.from('504b0304140006000800', 'hex')],
    ['gzip-file', gzipSync(HEADER)],
    ['xls-file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['pdf-file', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
    ['parquet-file', Buffer.from('PAR1\u0015\u0004')],
    ['sqlite-file', Buffer.from('SQLite format 3\0')],
    ['markup-file', Buffer.from('\n<!DOCTYPE html>\n<html><body>a,b\n1,2\n')],
    ['markup-file', Buffer.from('<?xml version="1.0"?><a>1,2</a>')],
    ['json-file', Buffer.from('[{"period":"2023-01","value":5},\n{"period":"2023-02","value":6}]')],
    ['binary-file', Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * i * 31) % 256))],
    ['binary-file', randomBytes(50_000)],
    ['empty-file', Buffer.from('')],
    ['empty-file', Buffer.from('\ufeff \n\n')],
  ])('%s', async (code, bytes) => {
    expect(await read(fileOf(bytes))).toMatchObject({ refused: code })
  })

  it('while NUL bytes between good lines cost those lines only', async () => {
    const path = fileOf(HEADER, [LINE, 500], '2023-01,Ch\0na,1.5\n', [LINE, 500], '\0\0\0\u001a')
    expect(await read(path)).toMatchObject({
      rows: 1001,
      faults: ['nul-byte'],
      last: ['2023-01', 'China', '1.5'],
    })
  })

  it('and thousands of tables in a file are asked about', async () => {
    const path = fileOf([`${HEADER}${LINE}${LINE}\n`, 50_000])
    expect(await read(path)).toEqual({ asks: ['table'] })
  })
})

describe('a file of very many', () => {
  const take = async (...pieces: Parameters<typeof fileOf>) => {
    const path = fileOf(...pieces)
    const job = { path, name: 'a.csv', by: null, options: {}, dryRun: true, partial: false }
    const report = await importFile(store, job)
    await dropPreview(store, report.id)
    return report
  }

  it('places that no list has names the largest thousand, and says how many more there are', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `2023-01,Place ${i},${i},X\n`).join('')
    const { id, added, issuesTotal } = await take(`period,partner,value,flow\n${rows}`)
    expect([added, issuesTotal]).toEqual([3000, 1001])
    const said = store.raw
      .prepare(`select message from issue where import_id = ? and code = 'unknown-codes'`)
      .pluck()
      .all(id)
    expect(said).toEqual([
      expect.stringMatching(
        /^2,000 more codes are in none of our code lists .*44.4 % of the value/,
      ),
    ])
  })

  it('columns of codes is read', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `kind${i}`)
    const codes = names.map((_, i) => `${'abcdefghij'[i % 10]}q`)
    const row = (day: string) => `${day},1.5,${codes.join(',')}\n`
    const { added, rejected } = await take(
      `period,value,${names.join(',')}\n${row('2023-01')}${row('2023-02')}`,
    )
    expect([added, rejected]).toEqual([2, 0])
  })
})

describe('what stands in cells and names is text, and stays text', () => {
  const take = async (name: string, text: string) => {
    const job = { path: fileOf(text), name, by: null, options: {}, dryRun: true, partial: false }
    const report = await importFile(store, job)
    if (report.status === 'preview') await dropPreview(store, report.id)
    return report
  }

  it('a formula is no number', async () => {
    const report = await take('a.csv', 'period,value\n2023-01,=1+1\n2023-02,2\n')
    expect(report.issues[0]).toMatchObject({ line: 2, code: 'bad-number', value: '=1+1' })
  })

  it('a number too large to be kept is said to be so', async () => {
    const report = await take('a.csv', `period,value\n2023-01,${'9'.repeat(500_000)}\n2023-02,2\n`)
    expect(report.issues[0]).toMatchObject({ line: 2, code: 'not-finite' })
    expect(report.issues[0]?.value?.length).toBeLessThan(300)
  })

  it('words that every object of the language has are columns, codes and units like others', async () => {
    const header = 'constructor,__proto__,partner,flow,unit,period,value,status\n'
    const rows = [
      'a,b,constructor,X,valueOf,2023-01,5,A',
      'a,b,__proto__,toString,__proto__,2023-01,6,A',
      'b,b,toString,M,constructor,2023-02,7,hasOwnProperty',
      'b,b,toString,M,constructor,2023-02,7,__proto__',
      'b,b,toString,M,constructor,2023-02,7,constructor',
    ]
    const path = fileOf(`${header}${rows.join('\n')}\n`)
    const job = {
      path,
      name: 'constructor.csv',
      by: null,
      options: {},
      dryRun: false,
      partial: true,
    }
    const told = await importFile(store, job)
    expect(told).toMatchObject({
      status: 'committed',
      dataset: 'constructor',
      added: 2,
      rejected: 3,
    })
    expect(told.issues.slice(0, 3).map(({ line, code }) => [line, code])).toEqual([
      [4, 'bad-status'],
      [5, 'bad-status'],
      [6, 'bad-status'],
    ])
    const codes = { partner: 'constructor', flow: 'X', constructor: 'a' }
    const series = await findSeriesOrThrow(store.db, 'constructor/a.b.constructor.X.valueOf')
    expect(series?.dimensions).toMatchObject(codes)
    const again = { ...job, path: fileOf(`${header}${rows[0]!.replace(',5,', ',5.5,')}\n`) }
    expect(await importFile(store, again)).toMatchObject({ status: 'committed', revised: 1 })
    for (const id of [told.id + 1, told.id]) await undoImport(store, id)
  })

  it('prose is no name of a series, and a report shows as much of a cell as one looks at', async () => {
    const prose = 'Steel, '.repeat(20_000)
    const report = await take(
      'a.csv',
      `partner,period,value\n"${prose}",2023-01,5\nChina,2023-01,6\n`,
    )
    expect(report.issues).toMatchObject([
      { severity: 'rejected', line: 2, column: 'partner', code: 'code-too-long' },
    ])
    expect(JSON.stringify(report).length).toBeLessThan(5000)
  })

  it('names of files and columns reach no path, no statement and no page', async () => {
    const names = [`'); drop table series; --`, '../../etc/passwd', '<script>alert(1)</script>']
    const text = `period,value,"${names.join('","')}"\n2023-01,1,a,b,c\n2023-02,2,a,b,c\n`
    const report = await take('../../../<b>x</b>.csv', text)
    expect(report.status).toBe('preview')
    expect(report.dataset).toMatch(/^[a-z0-9-]+$/)
    expect(report.reading?.columns.map(({ name }) => name)).toEqual(['period', 'value', ...names])
    expect(await store.db.selectFrom('series').selectAll().execute()).toEqual([])
  })
})
