import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type ReadingHints } from '../../../../data/ingest/reader/open.ts'
import { OpenQuestion } from '../../../../data/ingest/unreadable.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-any-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function read(bytes: Buffer, hints: ReadingHints = {}) {
  const path = join(folder, 'any.csv')
  writeFileSync(path, bytes)
  const table = openTable(path, hints)
  const rows: string[][] = []
  for (const batch of table.records()) {
    rows.push(...batch.rows)
    expect(batch.faults.size).toBe(0)
  }
  return { header: table.header, rows }
}

/** Names of countries in a language, as far as an encoding has their letters. */
function namesIn(tag: string, encoding: string): string[] {
  const names = new Intl.DisplayNames([tag], { type: 'region' })
  const codes =
    'CN RU US DE FR GB IT ES PT PL CZ HU RO TR JP KR VN TH IN BR AR MX ZA EG NG CI SA AE KZ UA CH AT SE FI'
  return codes
    .split(' ')
    .map((code) => names.of(code) ?? code)
    .filter((name) => iconv.decode(iconv.encode(name, encoding), encoding) === name)
}

const HEADERS: Record<string, string[]> = {
  en: ['period', 'partner', 'trade value', 'note'],
  de: ['Monat', 'Partnerland', 'Wert in Tausend €', 'Fußnote'],
  fr: ['période', 'pays partenaire', 'valeur', 'précision'],
  pl: ['okres', 'państwo', 'wartość', 'źródło'],
  ru: ['период', 'страна', 'стоимость', 'примечание'],
  tr: ['dönem', 'ülke', 'değer', 'açıklama'],
  'zh-Hans': ['数据年月', '贸易伙伴名称', '人民币', '备注'],
  'zh-Hant': ['時間', '國家', '金額', '資料'],
  ja: ['期間', '国名', '金額', '注'],
  ko: ['기간', '국가명', '금액', '자료'],
}

const ENCODINGS: [string, string][] = [
  ['UTF-8', 'en'],
  ['UTF-8', 'ru'],
  ['UTF-8', 'zh-Hans'],
  ['UTF-16LE', 'en'],
  ['UTF-16LE', 'zh-Hans'],
  ['UTF-16BE', 'fr'],
  ['GB18030', 'zh-Hans'],
  ['windows-1252', 'de'],
  ['windows-1252', 'fr'],
  ['windows-1251', 'ru'],
  ['windows-1250', 'pl'],
  ['ISO-8859-2', 'pl'],
  ['CP949', 'ko'],
  ['Shift_JIS', 'ja'],
  ['Big5', 'zh-Hant'],
  ['KOI8-R', 'ru'],
  ['CP866', 'ru'],
  ['CP437', 'fr'],
  ['ISO-8859-1', 'de'],
  ['windows-1254', 'tr'],
]

const NOTES = ['', '', '', 'x', 'a “quoted” word', 'semi;colon', 'com,ma', 'say {q}so{q}']

const written = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  mark: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~', ', '),
  quote: fc.constantFrom('"', '"', "'"),
  escaped: fc.constantFrom('doubled', 'doubled', 'backslash'),
  quotes: fc.constantFrom('all', 'texts', 'needed'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  lastEnd: fc.boolean(),
  titles: fc.nat(2),
  /** What stands on the first lines for programs. */
  above: fc.constantFrom('nothing', 'nothing', 'comments', 'separator'),
  footer: fc.boolean(),
  trailing: fc.boolean(),
  rows: fc.array(
    fc.record({
      name: fc.nat(1000),
      value: fc.double({ min: -1e6, max: 1e9, noNaN: true }),
      note: fc.constantFrom(...NOTES),
    }),
    { minLength: 5, maxLength: 60 },
  ),
})

type Written = typeof written extends fc.Arbitrary<infer T> ? T : never

/** A table as text, and what should come back. */
function textOf(choice: Written) {
  const { delimiter, quote, escaped, end, rows } = choice
  const [encoding, language] = choice.encoding
  const names = namesIn(language, encoding)
  const keep = (text: string) => iconv.decode(iconv.encode(text, encoding), encoding) === text
  const header = (HEADERS[language] ?? []).map((name, i) => (keep(name) ? name : `c${i}`))
  const body = rows.map(({ name, value, note }, i) => {
    const text = note.replaceAll('{q}', quote)
    const month = `20${String(10 + (i % 14))}-${String((i % 12) + 1).padStart(2, '0')}`
    return [month, names[name % names.length]!, value.toFixed(2), keep(text) ? text : 'x']
  })
  // Apostrophes stand in names, too: a file that quotes by them shows it on every line.
  const quotes = quote === "'" && choice.quotes === 'needed' ? 'all' : choice.quotes
  const cell = (text: string): string => {
    const isNeeded = text.includes(delimiter.trim() || delimiter) || text.includes(quote)
    const isText = !/^[-\d.]*$/.test(text)
    if (!isNeeded && quotes !== 'all' && !(quotes === 'texts' && isText)) return text
    const inner = text.replaceAll(quote, escaped === 'doubled' ? quote + quote : `\\${quote}`)
    return quote + inner + quote
  }
  const line = (cells: string[]) => cells.map(cell).join(delimiter)
  const told = delimiter === '\t' ? '\\t' : delimiter
  const lines = [
    ...(choice.above === 'comments' ? ['# made by a program', '#', '# on 2023-12-01'] : []),
    ...(choice.above === 'separator' && delimiter.length === 1 ? [`sep=${told}`] : []),
    ...['Table 12', 'Updated in May'].slice(0, choice.titles),
    ...(choice.titles > 0 ? [''] : []),
    line(header),
    ...body.map((cells) => line(cells) + (choice.trailing ? delimiter : '')),
    ...(choice.footer ? ['', 'Source'] : []),
  ]
  return { header, body, encoding, text: lines.join(end) + (choice.lastEnd ? end : '') }
}

function bytesOf(text: string, encoding: string, mark: boolean): Buffer {
  const addBOM = mark && encoding.startsWith('UTF')
  return Buffer.from(iconv.encode(text, encoding, { addBOM }))
}

describe('any table comes back the same', () => {
  it('in every dialect and encoding that we claim, or the question offers the right one', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (choice) => {
        const { header, body, encoding, text } = textOf(choice)
        const bytes = bytesOf(text, encoding, choice.mark)
        const found = await read(bytes).catch(async (error) => {
          if (!(error instanceof OpenQuestion)) throw error
          const [question] = error.questions
          expect(question?.code).toBe('encoding')
          const right = question?.options.find(({ value }) => iconv.decode(bytes, value) === text)
          expect(right).toBeDefined()
          return read(bytes, { encoding: right?.value })
        })
        expect(found.header).toEqual(header)
        expect(found.rows).toEqual(body)
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  })
})
