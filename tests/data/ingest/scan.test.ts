import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIssueLog } from '../../../data/ingest/issues.ts'
import { isSame } from '../../../data/ingest/numbers/numbers.ts'
import { understand } from '../../../data/ingest/read.ts'
import type { Sink } from '../../../data/ingest/records/sink.ts'
import { createPlainNumber } from '../../../data/ingest/scan/number.ts'
import { plainOf } from '../../../data/ingest/scan/plain.ts'
import { scan } from '../../../data/ingest/scan/scan.ts'
import { usualOf } from '../../../data/ingest/scan/table.ts'
import { Unreadable } from '../../../data/ingest/unreadable.ts'
import { createValidator } from '../../../data/ingest/validate.ts'
import type { ObservationBatch } from '../../../data/model/batch.ts'
import type { ReadingOptions } from '../../../data/model/report.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-scan-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Everything that reading hands on, with numbers replaced by what they stand for. */
function recorder() {
  const series: unknown[] = []
  const keys = new Map<string, number>()
  const texts: string[] = []
  const rows: unknown[][] = []
  const numberOf = (text: string): number => {
    const known = texts.indexOf(text)
    return known < 0 ? texts.push(text) - 1 : known
  }
  const sink: Sink = {
    addSeries(draft) {
      const number = keys.get(draft.key) ?? series.push(draft) - 1
      keys.set(draft.key, number)
      return number
    },
    numberOf: (key) => keys.get(key) ?? -1,
    keyOf: (number) => [...keys.keys()][number]!,
    addOrigin: (origin) => numberOf(JSON.stringify(origin)),
    addText: numberOf,
    add(batch: ObservationBatch) {
      const { length, ...columns } = batch
      for (let i = 0; i < length; i++) rows.push(Object.values(columns).map((column) => column[i]))
    },
  }
  return { sink, told: { series, texts, rows } }
}

/** What one way of reading makes of a file, or how it refuses it. */
function reading(path: string, options: ReadingOptions, way: 'bytes' | 'text', sizes = SMALL) {
  const { table, mapped } = understand(path, options)
  const { mapping } = mapped
  const plain = plainOf(path, table, mapping)
  if (!plain || mapped.questions.length > 0) return undefined
  const issues = createIssueLog()
  const { sink, told } = recorder()
  const validator = createValidator(
    { mapping, constants: options.constants ?? {}, published: null, sink },
    issues,
  )
  let usual = 0
  try {
    if (way === 'text') for (const batch of table.records()) validator.take(batch)
    else {
      const all = usualOf(table, validator)
      const watched = {
        ...all,
        record(cells: string[], line: number) {
          usual++
          return all.record(cells, line)
        },
      }
      for (const _ of scan(plain, watched, sizes));
    }
    return { usual, outcome: { ...told, counts: validator.finish(), issues: issues.take() } }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { usual, outcome: error.issue }
  }
}

function opens(path: string, options: ReadingOptions): boolean {
  try {
    understand(path, options)
    return true
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}

/** Places of these among the columns of a batch. */
const [SERIES, VALUE] = [0, 6]
const SMALL = { chunk: 1 << 16, piece: 64 }

const odd = (usual: fc.Arbitrary<string>, ...cells: string[]) =>
  fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...cells) })

const record = fc.tuple(
  odd(
    fc.nat(9999).map(String),
    '#5',
    '',
    'x"y',
    'x,y;z',
    'Größe',
    '中',
    'a\0b',
    '\u0001',
    'two\nlines',
    ' ',
  ),
  odd(
    fc.constantFrom('CHN', 'RUS', 'DEU'),
    'China',
    ' CHN',
    'Ruritania',
    '',
    'Côte d’Ivoire',
    'Россия',
    '中国',
    '대한민국',
    'ab',
  ),
  odd(fc.constantFrom('X', 'M'), 'export', 'a b', '"', 'x,y;z', 'two\nlines', 'a"b', 'b'),
  odd(fc.constantFrom('010121', '01'), 'Semi; conductors', 'x\r\ny', '\u001f', 'c'),
  odd(fc.constantFrom('2023-01', '2023-02', '2023-03'), '2023', 'Jan-23', '', 'never', '2023-13'),
  odd(
    fc.oneof(
      fc.integer().map(String),
      fc.integer({ min: -99999, max: 99999 }).map((n) => (n / 100).toFixed(2)),
    ),
    ...[
      '',
      '..',
      '-',
      'n/a',
      '1e3',
      '-0',
      '1,234.5',
      '12345678901234567.5',
      '.5',
      '5.',
      '+1',
      '1 000',
      '1 234 567.25',
      '-12\u00a0345',
      "1'234.5",
      '1,234,567',
      '1,234567',
      '1 2345',
      '1 23',
      '1 234,567',
      '1234 567',
      '123 456 789 012 345 678',
    ],
    ...['0.1000', '007', 'x', '-', '٣', '99999999999999999999'],
  ),
  odd(fc.constantFrom('1', '20', '300.5'), '', 'c', '1.5x'),
  odd(fc.constant('USD'), 'EUR', ''),
  odd(fc.constantFrom('A', 'E'), '', 'provisional', 'e', '!'),
  odd(fc.constant(''), 'A note', 'Größe', '=1+1'),
)
const HEADER = [
  'id',
  'reporter',
  'flow',
  'hs',
  'period',
  'value',
  'quantity',
  'unit',
  'status',
  'note',
]

const written = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n'),
  decimal: fc.constantFrom('.', ','),
  encoding: fc.constantFrom('UTF-8', 'windows-1251', 'GB18030', 'CP949', 'ISO-8859-2'),
  mark: fc.boolean(),
  quoted: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  cuts: fc.array(odd(fc.constant(''), '\n', ' ', 'a note at the foot', ',,,,,,,,,', '"', 'a\rb'), {
    maxLength: 150,
  }),
  records: fc.array(record, { minLength: 1, maxLength: 150, size: 'max' }),
  closed: fc.boolean(),
  /** Each record ends with a delimiter, as Comtrade's do. */
  trailing: fc.boolean(),
  /** Bytes that became others on their way. */
  damaged: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 128, max: 255 })), { maxLength: 3 }),
})

function fileOf(form: typeof written extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const {
    delimiter,
    end,
    decimal,
    encoding,
    mark,
    quoted,
    cuts,
    records,
    closed,
    trailing,
    damaged,
  } = form
  const cell = (text: string, i: number): string => {
    const number = /^-?\d+\.\d+$/.test(text) && (i === 5 || i === 6)
    const spelled = number ? text.replace('.', decimal) : text
    const needs = [delimiter, '"', '\n', '\r'].some((sign) => spelled.includes(sign))
    return needs || quoted[i] ? `"${spelled.replaceAll('"', '""')}"` : spelled
  }
  // Enough that is plain for the columns to be understood.
  const sure = ['2022-01', '2022-02', '2022-04'].map((period) =>
    ['1', 'CHN', 'X', '01', period, '1.5', '2.25', 'USD', 'A', ''].map(cell),
  )
  const lines = [HEADER, ...sure, ...records.map((row) => row.map(cell))].map(
    (row, i) =>
      row.join(delimiter) +
      (trailing && i > 0 ? delimiter : '') +
      (i > 4 && cuts[i] ? end + cuts[i] : ''),
  )
  const text = `${mark ? '\ufeff' : ''}${lines.join(end)}${closed ? end : ''}`
  const bytes = iconv.encode(text, encoding)
  const from = iconv.encode(lines.slice(0, 4).join(end), encoding).length
  for (const [place, byte] of damaged) bytes[from + (place % (bytes.length - from))] = byte
  return bytes
}

const options: ReadingOptions = {
  columns: {
    id: 'ignore',
    value: 'value',
    quantity: 'value',
    period: 'period',
    hs: 'dimension:commodity',
  },
  answers: { 'told-twice': 'last' },
}

const RUNS = Number(process.env.RUNS ?? 150)

describe('reading by bytes', () => {
  it('gives what reading as text gives, whatever stands in a file', async () => {
    let files = 0
    let records = 0
    let usual = 0
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 64, max: 4096 }), async (form, chunk) => {
        const path = join(folder, 'any.csv')
        writeFileSync(path, fileOf(form))
        const { delimiter, decimal, encoding, damaged } = form
        const said = { ...options, delimiter, encoding, decimalMark: decimal }
        // Too many of its bytes are wrong for the file to be opened.
        if (damaged.length > 0 && !opens(path, said)) return
        const byText = reading(path, said, 'text')
        const byBytes = reading(path, said, 'bytes', { chunk, piece: chunk >> 3 })
        // Notes and bad cells of one piece may be said in either order; each with its line.
        const told = (outcome: object | undefined) =>
          outcome && 'issues' in outcome && Array.isArray(outcome.issues)
            ? { ...outcome, issues: outcome.issues.map((issue) => JSON.stringify(issue)).sort() }
            : outcome
        expect(told(byBytes?.outcome)).toEqual(told(byText?.outcome))
        files += byText ? 1 : 0
        usual += byBytes?.usual ?? 0
        records += form.records.length
      }),
      { numRuns: RUNS },
    )
    // Somewhat more than half of them can be opened, by chance.
    expect(files).toBeGreaterThan(RUNS / 3)
    // Half and more of the rows went the short way.
    expect(usual).toBeLessThan(records / 2)
  })

  const CASES = fileURLToPath(new URL('./cases', import.meta.url))
  it.each(readdirSync(CASES))('gives what reading as text gives: %s', (name) => {
    const path = join(CASES, name, 'input.csv')
    const outcome = (way: 'bytes' | 'text') => {
      try {
        return outcomeOf(reading(path, {}, way))
      } catch (error) {
        return String(error)
      }
    }
    expect(outcome('bytes')).toEqual(outcome('text'))
  })
  /** Notes among rows may come before what is said of rows above them: reports sort both. */
  const outcomeOf = (read: ReturnType<typeof reading>) => {
    if (!read) return read
    if (!('issues' in read.outcome)) return read.outcome
    return { ...read.outcome, issues: read.outcome.issues.toSorted((a, b) => a.line - b.line) }
  }

  it('asks the usual way once for what repeats', async () => {
    const path = join(folder, 'repeats.csv')
    const series = ['X', 'M'].flatMap((flow) =>
      ['CHN', 'RUS'].flatMap((reporter) =>
        Array.from({ length: 200 }, (_, i) => {
          const period = `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
          return `${reporter},${flow},"01",${period},${i}.5,USD\r\n`
        }),
      ),
    )
    const header = 'reporter,flow,hs,period,value,unit\r\n'
    for (const rows of [
      series,
      series.toSorted((a, b) => (a.slice(11, 18) < b.slice(11, 18) ? -1 : 1)),
    ]) {
      writeFileSync(path, header + rows.join(''))
      const { usual, outcome } = reading(path, {}, 'bytes')!
      // Each of 200 periods, and each of four series.
      expect(usual).toBeLessThanOrEqual(204)
      expect(outcome).toMatchObject({ counts: { rows: 800, good: 800, rejected: 0 } })
    }
  })

  it('does so in the encodings of offices, with thousands in groups', async () => {
    const path = join(folder, 'office.csv')
    const rows = ['экспорт', 'импорт'].flatMap((flow) =>
      Array.from({ length: 200 }, (_, i) => {
        const period = `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
        return `Россия;${flow};${period};${1 + i} 234\u00a0567,5;тыс. долл. США\r\n`.replace(
          ' ',
          '\u00a0',
        )
      }),
    )
    const header = 'Страна;Направление;Период;Стоимость;Единица\r\n'
    for (const encoding of ['windows-1251', 'GB18030', 'UTF-8']) {
      writeFileSync(path, iconv.encode(header + rows.join(''), encoding))
      const { usual, outcome } = reading(path, { encoding }, 'bytes')!
      expect(usual).toBeLessThanOrEqual(202)
      expect(outcome).toMatchObject({ counts: { rows: 400, good: 400, rejected: 0 } })
    }
  })

  it('begins to remember anew where there is too much of it', async () => {
    const path = join(folder, 'many.csv')
    const name = 'a long name of a place '.repeat(20)
    const rows = Array.from({ length: 50_000 }, (_, i) => `${name}${i},2023-01,${i}.5\n`)
    writeFileSync(path, `partner,period,value\n${rows.join('')}${rows.slice(0, 9).join('')}`)
    const { outcome } = reading(path, {}, 'bytes')!
    if (!('rows' in outcome)) throw new Error('The file was refused.')
    const told = outcome.rows.map((columns) => [columns[SERIES], columns[VALUE]])
    const wanted = [...Array.from({ length: 50_000 }, (_, i) => i), 0, 1, 2, 3, 4, 5, 6, 7, 8]
    expect(told).toEqual(wanted.map((i) => [i, i + 0.5]))
  })

  it('counts the rows of a code that no list has', async () => {
    const path = join(folder, 'unknown.csv')
    const rows = Array.from({ length: 40 }, (_, i) => `Ruritania,${2000 + i},${i}`)
    writeFileSync(path, `reporter,year,value\n${rows.join('\n')}\n`)
    const { usual, outcome } = reading(path, {}, 'bytes')!
    expect(usual).toBe(40)
    expect(outcome).toMatchObject({
      issues: [{ code: 'unknown-code', line: 2, message: expect.stringContaining('in 40 rows') }],
    })
  })
})

it('reads a plain number to the last bit, and leaves one of more digits than are kept', () => {
  const number = createPlainNumber('.')
  const plain = fc.oneof(
    fc.integer().map(String),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 10 ** 9 }))
      .map(([a, b]) => `${a}.${b}`),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((n) => n.toFixed(9))
      .filter((n) => !n.includes('e')),
    fc.stringMatching(/^-?\d{1,20}(\.\d{1,20})?$/),
  )
  fc.assert(
    fc.property(plain, (text) => {
      const bytes = Buffer.from(`x${text}x`)
      const decimals = text.split('.')[1]?.length ?? 0
      const isKept = text.length <= 15 || isSame(text, Number(text), decimals)
      expect(number.read(bytes, 1, bytes.length)).toBe(isKept ? 1 + text.length : -1)
      if (!isKept) return
      expect(number.value).toBe(Number(text))
      expect(number.decimals).toBe(decimals)
    }),
  )
  for (const text of [
    '',
    '-',
    '.',
    '1.',
    '.1',
    '1.2.3',
    '1e5',
    ' 1',
    '1 ',
    '+1',
    '--1',
    '1,5',
    '0x1',
  ]) {
    expect(number.read(Buffer.from(text), 0, text.length), text).not.toBe(text.length || 0)
  }
})
