import fc from 'fast-check'
import { expect, it } from 'vitest'
import { annotate } from '../../../data/ingest/annotate.ts'
import type { Issue } from '../../../data/model/report.ts'

const issue = (line: number, message: string, column: string | null = null): Issue => ({
  severity: 'rejected',
  line,
  column,
  code: 'bad',
  message,
  value: null,
})

interface How {
  issues?: Issue[]
  delimiter?: string
  quote?: string
  headerLine?: number
  width?: number
  stray?: Set<number>
}

/** What comes of a text that is read in such pieces. */
async function annotated(pieces: string[], how: How = {}): Promise<string> {
  const { issues = [], delimiter = ',', quote = '"', headerLine = 1, width = 2, stray } = how
  async function* each<T>(items: T[]) {
    yield* items
  }
  const dialect = { delimiter, quote, headerLine }
  let text = ''
  for await (const piece of annotate(each(pieces), {
    dialect,
    width,
    stray,
    issues: each(issues),
  })) {
    text += piece
  }
  return text
}

it('adds a column with what is wrong in each record, and leaves the rest as it was', async () => {
  const text = 'month,"value"\r\n2023-01, 5\r\n2023-02,six\r\n'
  const issues = [issue(3, '“six” is no number.', 'value'), issue(3, 'Told twice.')]
  expect(await annotated([text], { issues })).toBe(
    'month,"value",issues\r\n2023-01, 5,\r\n2023-02,six,value: “six” is no number.; Told twice.\r\n',
  )
})

it('writes no formula that was not there, though a column is named like one', async () => {
  const issues = [issue(2, '“six” is no number.', '=1+1')]
  expect(await annotated(['a,=1+1\nb,six\n'], { issues })).toBe(
    "a,=1+1,issues\nb,six,'=1+1: “six” is no number.\n",
  )
})

it('puts what is wrong in a record of several lines at its end', async () => {
  const text = 'month,note\n2023-01,"one\ntwo, ""three"""\n2023-02,\n'
  const issues = [issue(2, 'Say "why", please.'), issue(4, 'b')]
  expect(await annotated([text], { issues })).toBe(
    'month,note,issues\n2023-01,"one\ntwo, ""three""","Say ""why"", please."\n2023-02,,b\n',
  )
})

it('fills short records up, and adds nothing to blank lines and to what stands above the header', async () => {
  const text = 'Source: customs\n\nmonth;value;unit\n2023-01;5\n\n2023-02;6;t'
  const how = { delimiter: ';', headerLine: 3, width: 3, issues: [issue(4, 'A cell is missing.')] }
  expect(await annotated([text], how)).toBe(
    'Source: customs\n\nmonth;value;unit;issues\n2023-01;5;;A cell is missing.\n\n2023-02;6;t;',
  )
})

it('takes a quote for a letter where the file quotes nothing', async () => {
  const text = 'name\tvalue\n5" pipe\t1\n'
  expect(await annotated([text], { delimiter: '\t', quote: '' })).toBe(
    'name\tvalue\tissues\n5" pipe\t1\t\n',
  )
})

it('keeps what is wrong at its line behind a quote that never closes', async () => {
  const how = { stray: new Set([2]), issues: [issue(2, 'A stray quote.'), issue(3, 'No number.')] }
  expect(await annotated(['a,b\n"5,6\n7,x\n8,"9"\n'], how)).toBe(
    'a,b,issues\n"5,6,A stray quote.\n7,x,No number.\n8,"9",\n',
  )
})

it('comes to the same in whatever pieces the text is read', async () => {
  const cells = fc.constantFrom('a', '"b\r\nc"', '"d""e"', '', '"f,g"', '2023-01')
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  const record = fc.tuple(cells, cells, ends).map(([a, b, end]) => `${a},${b}${end}`)
  const text = fc.array(record, { minLength: 1, maxLength: 5 }).map((records) => records.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(40)), async (text, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length]
      const sorted = places.sort((a, b) => a - b)
      const pieces = sorted.slice(1).map((to, i) => text.slice(sorted[i], to))
      const issues = [1, 2, 3, 4].map((line) => issue(line, `at ${line}`))
      expect(await annotated(pieces, { issues })).toBe(await annotated([text], { issues }))
    }),
  )
})
