import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExpression, parseStep } from '../../../data/model/expression.ts'
import { QueryError } from '../../../data/model/query-error.ts'
import { applyTransforms, evaluate } from '../../../data/transform/apply.ts'
import { findTransform, transforms } from '../../../data/transform/registry.ts'
import { figures, given, noteAt, transformed } from './given.ts'

const a = given({ '2022': '30', '2023': '60' })
const b = given({ '2022': '70', '2023': '20' }, { id: 'd/b', title: 'Other' })

describe('shares', () => {
  it('are each series over the sum of all in the same period', () => {
    const shares = transformed([a, b], 'share')
    expect(shares.map(figures)).toEqual([
      { '2022': 30, '2023': 75 },
      { '2022': 70, '2023': 25 },
    ])
    expect(shares.map(({ id }) => id)).toEqual(['share(d/a,d/b)', 'share(d/b,d/a)'])
    expect(noteAt(shares[0], '2022')).toBe('30 of 100')
    expect(shares[0]).toMatchObject({ unit: '%', additive: 'none' })
  })

  it('add up to 100', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(parts, (values) => {
        fc.pre(values.some((value) => value > 0))
        const shares = transformed(
          values.map((value, i) => given({ '2023': `${value}` }, { id: `d/${i}` })),
          'share',
        )
        expect(shares.reduce((sum, { values: [value] }) => sum + value!, 0)).toBeCloseTo(100)
      }),
    )
  })

  it('are missing for all where one is missing: no denominator has a hole', () => {
    const shares = transformed(
      [a, given({ '2022': '70', '2023': null }, { id: 'd/b', title: 'Other' })],
      'share',
    )
    expect(shares.map(figures)).toEqual([
      { '2022': 30, '2023': null },
      { '2022': 70, '2023': null },
    ])
    expect(noteAt(shares[0], '2023')).toBe('no figure for 2023 of "Other"')
  })

  it('are taken over January-February where one series tells it together and another apart', () => {
    const joint = given({ '2023-01/2023-02': '20', '2023-03': '10' })
    const apart = given({ '2023-01': '10', '2023-02': '20', '2023-03': '30' }, { id: 'd/b' })
    const shares = transformed([joint, apart], 'share')
    expect(figures(shares[0])).toEqual({ '2023-01/2023-02': 40, '2023-03': 25 })
    expect(figures(shares[1])).toEqual({ '2023-01/2023-02': 60, '2023-03': 75 })
  })

  it('of a part that is "more than 30" are more, and of the others less', () => {
    const shares = transformed(
      [given({ '2022': '> 30' }), given({ '2022': '70' }, { id: 'd/b' })],
      'share',
    )
    expect(shares.map(({ bounds }) => bounds)).toEqual([['>'], ['<']])
  })

  it('are refused of one series, of different units, and of rates', () => {
    expect(() => transformed(a, 'share')).toThrow(/two series/)
    expect(() => transformed([a, given({}, { unit: 'CNY bn' })], 'share')).toThrow(
      /USD bn and CNY bn/,
    )
    const rate = given({ '2022': '1' }, { additive: 'none' })
    expect(() => transformed([rate, rate], 'share')).toThrow(/do not add up/)
  })

  it('of sums of twelve months are fine: levels add across series', () => {
    const ones = (id: string) =>
      given(Object.fromEntries(['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4'].map((q) => [q, '1'])), {
        id,
      })
    expect(figures(transformed([ones('d/a'), ones('d/b')], 'sum12,share')[0])['2022']).toBe(50)
  })
})

describe('a balance', () => {
  const exports = given(
    { '2023-01/2023-02': '15.04', '2023-03': '9.03' },
    { dimensions: { reporter: 'CHN', flow: 'X' } },
  )
  const imports = given(
    { '2023-01/2023-02': '18.65', '2023-04': '9' },
    {
      id: 'd/b',
      title: 'Imports',
      dimensions: { reporter: 'CHN', flow: 'M' },
      updated: '2023-05-09',
    },
  )

  it('is the first series less the second, by interval', () => {
    const [balance] = transformed([exports, imports], 'balance')
    expect(balance?.periods).toEqual(['2023-01/2023-02', '2023-03', '2023-04'])
    expect(balance?.values).toEqual([-3.61, null, null])
    expect(balance).toMatchObject({
      id: 'balance(d/a,d/b)',
      title: 'Trade less Imports',
      unit: 'USD bn',
      additive: 'sum',
      dimensions: { reporter: 'CHN', flow: 'B' },
      updated: '2023-05-09',
    })
    expect(noteAt(balance, '2023-01/2023-02')).toBe('15.04 less 18.65')
  })

  it('of two shares is in points', () => {
    const share = given({ '2023': '55' }, { unit: 'percent', additive: 'none' })
    expect(transformed([share, share], 'balance')[0]).toMatchObject({ unit: 'points', values: [0] })
  })

  it('keeps apart what came from two sources', () => {
    const mirror = given(
      { '2023-03': '9.5' },
      { sources: [{ source: 'Mirror', url: null, published: null }] },
    )
    const [balance] = transformed([exports, mirror], 'balance')
    expect(balance?.sources.map(({ source }) => source)).toEqual(['Customs', 'Mirror'])
    expect(balance?.sourceOf).toEqual([-1, -1])
  })

  it('is refused of one series, of three, and of different units', () => {
    expect(() => transformed([a], 'balance')).toThrow(/not 1/)
    expect(() => transformed([a, b, a], 'balance')).toThrow(/not 3/)
    expect(() => transformed([a, given({}, { unit: null })], 'balance')).toThrow(/one unit/)
  })
})

describe('an expression', () => {
  const find = (id: string) => (id === 'd/a' ? a : b)
  const evaluated = (text: string) => evaluate(parseExpression(text), find)

  it('that names a series gives it as it is stored', () => {
    expect(evaluated('d/a')).toEqual([a])
  })

  it('nests, and its text is the id of what it gives', () => {
    for (const text of [
      'yoy(d/a)',
      'index(balance(d/b,d/a):2022)',
      'share(d/b,d/a)',
      'yoy(sum12(d/a))',
    ]) {
      expect(evaluated(text).map(({ id }) => id)).toEqual([text])
    }
  })

  it('of share gives the share of the series that it names first', () => {
    expect(evaluated('share(d/b,d/a)').map(figures)).toEqual([{ '2022': 70, '2023': 25 }])
  })
})

describe('a list of transformations', () => {
  it('that is empty changes nothing', () => {
    expect(applyTransforms([a], [])).toEqual([a])
  })

  it('leaves what it is given as it was', () => {
    const before = structuredClone([a, b])
    transformed([a, b], 'share')
    transformed([a, b], 'balance,change')
    expect([a, b]).toEqual(before)
  })

  it('with an unknown name is refused with the nearest right one', () => {
    const refused = () => transformed(a, 'yoyo')
    expect(refused).toThrow(QueryError)
    expect(refused).toThrow(/"yoy"/)
    expect(() => transformed(a, 'constructor')).toThrow(/There is no transformation/)
    expect(() => transformed(a, 'yoy:12')).toThrow(/takes no argument/)
  })

  it('can be written for every name there is', () => {
    for (const [name, transform] of Object.entries(transforms)) {
      const text = transform.argument ? `${name}:${transform.argument.example}` : name
      expect(findTransform(parseStep(text))).toBe(transform)
    }
  })
})
