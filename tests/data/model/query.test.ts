import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expressionText,
  parseExpression,
  parseQuery,
  QueryError,
  queryText,
  type SeriesExpression,
  type SeriesQuery,
  seriesIds,
} from '../../../data/model/query.ts'

/** What parsing refuses with, as its code and parameter; and the name it thinks was meant. */
function refusal(text: string): Pick<QueryError, 'code' | 'param' | 'near'> {
  try {
    parseQuery(text)
  } catch (error) {
    if (error instanceof QueryError) return error
  }
  throw new Error(`${text} was not refused`)
}

const code = fc.stringMatching(/^[A-Za-z0-9_.+-]{1,12}$/)
const id = fc.tuple(code, code).map(([dataset, key]) => `${dataset}/${key}`)
const step = fc.record({
  name: fc.constantFrom('yoy', 'index', 'sum12'),
  argument: fc.option(fc.constantFrom('2021-12', '2023-01/2023-02'), { nil: null }),
})
const { expression } = fc.letrec<{ expression: SeriesExpression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ kind: fc.constant('series' as const), id }),
    fc.record({
      kind: fc.constant('apply' as const),
      step,
      of: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}))
const query: fc.Arbitrary<SeriesQuery> = fc.record({
  series: fc.array(expression, { minLength: 1, maxLength: 4 }),
  start: fc.constantFrom(null, '2021-01', '2020'),
  end: fc.constantFrom(null, '2023-11', '2024-Q4'),
  span: fc.subarray(['A', 'Q', 'M', 'ytd']),
  transform: fc.array(step, { maxLength: 3 }),
  asOf: fc.constantFrom(null, '2023-12-31'),
})

describe('a query', () => {
  it('reads the address of a chart', () => {
    const text =
      'series=d/a,yoy(d/b),index(d/c:2021-12)&start=2021-01&end=2023-11&span=m,YTD&transform=sum12,yoy&asOf=2023-12-31'
    const read = parseQuery(text)
    expect(read.series.map(expressionText)).toEqual(['d/a', 'yoy(d/b)', 'index(d/c:2021-12)'])
    expect(read.span).toEqual(['M', 'ytd'])
    expect(read.transform).toEqual([
      { name: 'sum12', argument: null },
      { name: 'yoy', argument: null },
    ])
    expect(seriesIds(read)).toEqual(['d/a', 'd/b', 'd/c'])
    expect(queryText(read)).toBe(text.replace('m,YTD', 'M,ytd'))
  })

  it('has one spelling, which reads back as the same query', () => {
    fc.assert(
      fc.property(query, (original) => {
        expect(parseQuery(queryText(original))).toEqual(original)
      }),
    )
  })

  it('is the same from text, parameters and a record, in any order and spelling of periods', () => {
    const wanted = parseQuery('series=d/a&start=2023-Q1')
    expect(parseQuery(new URLSearchParams('start=2023Q1&series=d%2Fa'))).toEqual(wanted)
    expect(parseQuery({ start: '2023-01/2023-03', series: 'd/a', end: undefined })).toEqual(wanted)
    expect(parseQuery('series=d/a&series=d/b')).toEqual(parseQuery('series=d/a,d/b'))
  })

  it('keeps the plus of a union in its address', () => {
    const one = parseQuery({ series: 'd/CHN+HKG.X' })
    expect(queryText(one)).toBe('series=d/CHN%2BHKG.X')
    expect(seriesIds(parseQuery(queryText(one)))).toEqual(['d/CHN+HKG.X'])
  })

  it('names a series once that is used twice', () => {
    expect(seriesIds(parseQuery('series=d/a,yoy(d/a),balance(d/b,d/a)'))).toEqual(['d/a', 'd/b'])
  })

  it('gives an argument to the function, not to the series beside it', () => {
    expect(parseExpression('index(sum12(d/a),d/b:2023-01/2023-02)')).toEqual({
      kind: 'apply',
      step: { name: 'index', argument: '2023-01/2023-02' },
      of: [
        {
          kind: 'apply',
          step: { name: 'sum12', argument: null },
          of: [{ kind: 'series', id: 'd/a' }],
        },
        { kind: 'series', id: 'd/b' },
      ],
    })
  })

  it('with a name it does not know is refused, with the name that was meant', () => {
    expect(refusal('series=d/a&asof=2023-12-31')).toMatchObject({
      code: 'unknown-parameter',
      param: 'asof',
      near: 'asOf',
    })
  })

  it.each([
    ['', 'missing-series', 'series'],
    ['series=,', 'missing-series', 'series'],
    ['series=a', 'bad-series', 'series'],
    ['series=a/b/c', 'bad-series', 'series'],
    ['series=yoy(d/a', 'bad-series', 'series'],
    ['series=yoy()', 'bad-series', 'series'],
    ['series=yoy(d/a))', 'bad-series', 'series'],
    ['series=y-y(d/a)', 'bad-transform', 'series'],
    [`series=${'yoy('.repeat(20)}d/a${')'.repeat(20)}`, 'bad-series', 'series'],
    ['series=d/a&start=Jan', 'bad-period', 'start'],
    ['series=d/a&end=2023-13', 'bad-period', 'end'],
    ['series=d/a&start=2024&end=2023', 'empty-range', 'start'],
    ['series=d/a&span=X', 'bad-span', 'span'],
    ['series=d/a&asOf=2023-02-30', 'bad-day', 'asOf'],
    ['series=d/a&asOf=2023-12-31&asOf=2022-12-31', 'repeated-parameter', 'asOf'],
    ['series=d/a&transform=12sum', 'bad-transform', 'transform'],
  ])('"%s" is refused as %s', (text, why, param) => {
    expect(refusal(text)).toMatchObject({ code: why, param })
  })
})
