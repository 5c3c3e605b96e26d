import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodedLine, decodings, tellingLines } from '../../../web/import/encodings.ts'

const bytes = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding))
const FILE = 'month,partner,value\n2023-11,Россия,20.15\n2023-12,plain,1\n2024-01,Китай,3\n'

test('of a file the lines are shown whose letters the encoding decides', () => {
  const lines = tellingLines(bytes(FILE, 'windows-1251'))
  expect(lines.map((line) => decodedLine(line, 'windows-1251'))).toEqual([
    '2023-11,Россия,20.15',
    '2024-01,Китай,3',
  ])
  expect(tellingLines(bytes('a,b\n1,2\n', 'utf8'))).toEqual([])
})

test('the same bytes are read in each encoding in which they are text, the one in use first', () => {
  const found = decodings(tellingLines(bytes(FILE, 'windows-1251')), 'windows-1252')
  expect(found[0]!.encoding).toBe('windows-1252')
  expect(found.map(({ encoding }) => encoding)).not.toContain('UTF-8')
  expect(found.find(({ encoding }) => encoding === 'windows-1251')!.lines[1]).toContain('Китай')
})

test('encodings that say the same of them are told once', () => {
  const found = decodings(tellingLines(bytes('x\nTürkiye,1\n', 'windows-1252')), 'ISO-8859-1')
  expect(found.map(({ encoding }) => encoding)).not.toContain('windows-1252')
})

test.each(['GB18030', 'Shift_JIS', 'CP949', 'windows-1250', 'ISO-8859-2'])(
  'a line in %s reads as it was written',
  (encoding) => {
    const words =
      { GB18030: '出口 2024年', Shift_JIS: '輸出 カナ', CP949: '수출' }[encoding] ?? 'Łódź ő'
    const [line] = tellingLines(bytes(`a,b\n${words},1\n`, encoding))
    expect(decodedLine(line!, encoding)).toBe(`${words},1`)
  },
)

test('a text of two bytes a letter has no lines to choose from', () => {
  expect(tellingLines(bytes('month,to\n2023,Россия\n', 'utf-16le'))).toEqual([])
})

test('a long line is cut round its first telling letter', () => {
  const [line] = tellingLines(bytes(`${'x'.repeat(500)}é${'y'.repeat(500)}`, 'windows-1252'))
  const text = decodedLine(line!, 'windows-1252')!
  expect(text).toContain('é')
  expect(text.length).toBeLessThan(180)
})
