import { describe, expect, it } from 'vitest'
import { useStore } from './taking.ts'

const files = useStore('file')

/** As long as a field may be that a spreadsheet writes, and longer. */
const LENGTH = 60_000
const PIECES = [
  '   ',
  '\u00a0',
  'a, ',
  'a: ',
  'ab ',
  '- ',
  '(2020) ',
  'growth ',
  '¹',
  '* ',
  'a in ',
]
const long = (piece: string) => `"x${piece.repeat(LENGTH / piece.length)}x"`
const ROWS = 'China,2020,1\nRussia,2021,2\nChina,2022,3\n'

describe('a text of sixty thousand characters is done with at once', () => {
  it.each(PIECES)(
    'of %j as the name of a column, which is refused with its line',
    async (piece) => {
      const content = `partner,period,${long(piece)}\n${ROWS}`
      const { status, issues } = await files.take('name.csv', content)
      expect([status, issues[0]?.code, issues[0]?.line]).toEqual(['rejected', 'long-name', 1])
    },
    15_000,
  )

  it.each(PIECES)(
    'of %j above the header',
    async (piece) => {
      const { status, added } = await files.preview(
        'a.csv',
        `${long(piece)}\npartner,period,value\n${ROWS}`,
      )
      expect([status, added]).toEqual(['preview', 3])
    },
    15_000,
  )

  it.each(PIECES)(
    'of %j as a partner, whose row is rejected',
    async (piece) => {
      const content = `partner,period,value\n${long(piece)},2020,1\n${ROWS}`
      const { rejected, issues } = await files.preview('p.csv', content)
      expect([rejected, issues.some(({ line }) => line === 2)]).toEqual([1, true])
    },
    15_000,
  )

  it.each(PIECES)(
    'of %j as a period and as a value',
    async (piece) => {
      const content = `partner,period,value\nChina,${long(piece)},1\nChina,2019,${long(piece)}\n${ROWS}`
      const { rejected } = await files.preview('v.csv', content)
      expect(rejected).toBe(2)
    },
    15_000,
  )
})
