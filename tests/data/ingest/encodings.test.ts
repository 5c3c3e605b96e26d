import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type ReadingHints } from '../../../data/ingest/reader/open.ts'
import { OpenQuestion } from '../../../data/ingest/unreadable.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-encodings-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** How a file is read: its encoding with what its lines say, or what is asked. */
async function open(bytes: Buffer, hints: ReadingHints = {}) {
  const path = join(folder, 'any.csv')
  writeFileSync(path, bytes)
  try {
    const { dialect, decodings, header } = openTable(path, hints)
    return { encoding: dialect.encoding, decodings, header, asked: [] }
  } catch (error) {
    if (!(error instanceof OpenQuestion)) throw error
    return { asked: error.questions[0]!.options }
  }
}

/** Goods and places that are in no list which the program learns its letters from. */
const WORDS: [encoding: string, language: string, words: string[]][] = [
  [
    'windows-1251',
    'ru',
    ['экскаваторы', 'подшипники качения', 'соки фруктовые', 'ПШЕНИЦА И МЕСЛИН'],
  ],
  ['KOI8-R', 'ru', ['шины пневматические', 'двигатели внутреннего сгорания', 'чугун передельный']],
  ['CP866', 'ru', ['газ природный', 'автомобили легковые', 'лекарственные средства']],
  ['GB18030', 'zh-Hans', ['挖掘机', '未锻轧铝', '冻鸡', '药品', '鞋靴', '一般贸易']],
  ['Big5', 'zh-Hant', ['冷凍雞肉', '小客車', '挖土機', '積體電路']],
  ['CP949', 'ko', ['냉동 닭고기', '내연기관', '승용차', '굴착기']],
  ['Shift_JIS', 'ja', ['冷凍鶏肉', '掘削機', '乗用車', 'ベアリング']],
  ['windows-1250', 'pl', ['mięso drobiowe', 'wyroby z tworzyw i łożyska', 'części zamienne']],
  ['windows-1250', 'hu', ['személygépkocsi és sűrítmény', 'gördülőcsapágy', 'fűrészáru']],
  ['ISO-8859-2', 'pl', ['surówka żelaza', 'części zamienne', 'łożyska toczne']],
  ['ISO-8859-2', 'cs', ['součástky', 'zmrazené ryby', 'spalovací motory přívěsů']],
  ['windows-1252', 'fr', ['pelles mécaniques', 'fèves de cacao', 'blé et méteil']],
  ['windows-1252', 'de', ['Geflügelfleisch', 'Wälzlager', 'Straßenfahrzeuge']],
  ['windows-1252', 'es', ['azúcar', 'neumáticos', 'piñas en conserva']],
  ['ISO-8859-1', 'fr', ['blé et méteil', 'véhicules légers']],
  ['CP437', 'fr', ['poissons congelés', 'blé et méteil']],
  ['CP437', 'de', ['Maßstäbe', 'Möbel', 'Düngemittel']],
  ['windows-1254', 'tr', ['ayçiçek yağı', 'taşkömürü', 'dondurulmuş balık']],
]

const COUNTRIES = 'CN RU US DE FR GB IT ES PL CZ HU RO TR JP KR VN TH IN BR AR MX ZA CI AE'.split(
  ' ',
)

const LINE = '2023-01,Some plain partner,1234.5\n'
const PLACES: [string, (word: string) => string][] = [
  ['in one row', (word) => `period,partner,value\n${LINE}2023-02,${word},5\n${LINE.repeat(20)}`],
  [
    'behind the first 64 KiB',
    (word) => `period,partner,value\n${LINE.repeat(2_500)}2023-02,${word},5\n`,
  ],
  [
    'behind the first MiB',
    (word) => `period,partner,value\n${LINE.repeat(35_000)}2023-02,${word},5\n`,
  ],
  ['in the notes below', (word) => `period,partner,value\n${LINE.repeat(35_000)}\nNote: ${word}\n`],
]

describe('an encoding is read right or asked about, though one word alone tells it', () => {
  for (const [place, textWith] of PLACES)
    it.each(WORDS)(`${place}: %s, %s`, async (encoding, _language, words) => {
      for (const word of words) {
        const bytes = iconv.encode(textWith(word), encoding)
        const { encoding: found, asked } = await open(bytes)
        const offered = found === undefined ? asked.map(({ value }) => value) : [found]
        const written = iconv.encode(word, encoding)
        expect(
          offered.map((each) => iconv.decode(written, each)),
          word,
        ).toContain(word)
      }
    })

  it('and nothing is asked where it is the language of a whole table', async () => {
    for (const [encoding, language, words] of WORDS) {
      const names = new Intl.DisplayNames([language], { type: 'region' })
      const partners = COUNTRIES.map((code) => names.of(code)!)
      const rows = [...partners, ...words].map((word) => `2023-01,${word},1\n`)
      const bytes = iconv.encode(`period,partner,value\n${rows.join('')}`, encoding)
      const { encoding: found } = await open(bytes)
      expect(found, words[0]).toBeDefined()
      expect(iconv.decode(bytes, found!)).toBe(iconv.decode(bytes, encoding))
    }
  })
})

describe('what is right as UTF-8', () => {
  it('is UTF-8, with one letter or sign already', async () => {
    for (const word of [
      'é',
      'm²',
      '5 °C',
      'Côte d’Ivoire',
      '–',
      '€',
      'ñ',
      'ё',
      '国',
      '원',
      'Łódź',
      '1\u00a0234',
    ])
      expect((await open(Buffer.from(`a,b\n1,${word}\n`))).encoding, word).toBe('UTF-8')
  })

  it('is asked about where two Chinese letters may be two of another script by chance', async () => {
    for (const word of ['药品', '原木', '鞋靴', '煤炭']) {
      const { asked } = await open(iconv.encode(`a,b\n1,${word}\n`, 'GB18030'))
      expect(
        asked.map(({ example }) => example),
        word,
      ).toContain(`1,${word}`)
    }
  })
})

describe('UTF-16', () => {
  const WIDE = [
    'period,partner,value\r\n2023-01,Россия,1.5\r\n',
    '기간,국가\r\n가나,가구\r\n가나,각국\r\n',
    '数据\t一月\r\n一般\t5\r\n',
    'Währung\tWert\r\nTürkei\t1\r\n',
  ]
  it('is known without its mark, by its plain signs', async () => {
    for (const encoding of ['UTF-16LE', 'UTF-16BE'])
      for (const text of WIDE)
        for (const addBOM of [true, false]) {
          const read = await open(iconv.encode(text, encoding, { addBOM }))
          expect([read.encoding, read.header]).toEqual([
            encoding,
            text.split('\r\n')[0]!.split(/[,\t]/),
          ])
        }
  })
})

describe('how telling lines read', () => {
  const rows = [...Array.from({ length: 9 }, (_, i) => `2023-0${i + 1},Perú,1`), '2023-10,Łódź,5']
  const bytes = iconv.encode(`period,partner,value\n${rows.join('\n')}\n`, 'windows-1250')

  it('is said in the encoding that is used, then in others, of the lines that differ most', async () => {
    const { decodings } = await open(bytes, { encoding: 'windows-1252' })
    expect(decodings?.[0]).toMatchObject({ encoding: 'windows-1252' })
    expect(decodings?.[0]?.lines[0]).toContain('£ódŸ')
    expect(decodings?.find(({ encoding }) => encoding === 'windows-1250')?.lines[0]).toContain(
      'Łódź',
    )
    const texts = decodings?.map(({ lines }) => lines.join())
    expect(new Set(texts).size).toBe(texts?.length)
  })

  it('is no question in UTF-8 and where there are no such letters', async () => {
    const text = `partner,value\n${'Россия,1\n'.repeat(20)}`
    expect((await open(Buffer.from(text))).decodings).toEqual([
      { encoding: 'UTF-8', lines: ['Россия,1'] },
    ])
    expect((await open(Buffer.from('a,b\n1,2\n'))).decodings).toEqual([])
  })

  it('is cut round the first letter of a long line', async () => {
    const text = `note,value\n${'x'.repeat(500)}é${'y'.repeat(500)},1\n`
    const [line] = (await open(iconv.encode(text, 'windows-1252'), { encoding: 'windows-1252' }))
      .decodings![0]!.lines
    expect(line).toMatch(/^x+éy+$/)
    expect(line!.length).toBeLessThan(180)
  })

  it('is cut so that a narrow button shows the letter', async () => {
    const row =
      '"C","A","20140101","2014","52","2014","764","THA","M","Import","531","CUW","Curaçao","0"'
    const { decodings } = await open(iconv.encode(`a,b\n${row}\n`, 'windows-1252'), {
      encoding: 'windows-1252',
    })
    expect(decodings!.length).toBeGreaterThan(1)
    for (const { lines } of decodings!) expect(lines[0]!.search(/[^\x20-\x7e]/)).toBeLessThan(30)
  })
})
