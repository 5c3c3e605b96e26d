import fc from 'fast-check'
import { expect, it } from 'vitest'
import { JsonWriter } from '../../../data/store/packed/json-writer.ts'

const writer = new JsonWriter()

/** What we write, and what everybody writes. */
const both = (values: number[], decimals: number[]) => ({
  ours: `[${writer.numbers(Float64Array.from(values), Uint8Array.from(decimals)).take()}]`,
  plain: JSON.stringify(values),
})

it('numbers are written in the shortest form that reads back as the same double', () => {
  const { ours } = both([33.69, 5, 0.1, 1200, -0.05, 218.176, Number.NaN], [2, 1, 1, 0, 2, 3, 0])
  expect(ours).toBe('[33.69,5,0.1,1200,-0.05,218.176,null]')
})

it('they are as JSON.stringify writes them, whatever decimals are said of them', () => {
  const told = fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(9))
    .map(([units, decimals]) => [units / 10 ** decimals, decimals] as const)
  const edge = fc
    .constantFrom(0, -0, 1e-7, 1e-6, 1e21, 2 ** 31, 2 ** 31 - 0.5, 2 ** 53, 0.1 + 0.2, 1 / 3, 4.35)
    .chain((value) => fc.nat(12).map((decimals) => [value, decimals] as const))
  const any = fc.tuple(fc.double({ noNaN: false }), fc.nat(20))
  fc.assert(
    fc.property(fc.array(fc.oneof(told, edge, any), { maxLength: 50 }), (pairs) => {
      const { ours, plain } = both(
        pairs.map(([value]) => value),
        pairs.map(([, decimals]) => decimals),
      )
      expect(ours).toBe(plain)
    }),
    { numRuns: 2000 },
  )
})

it('what repeats is written once for all', () => {
  expect(writer.raw('[').repeat('"A",', 3).raw(']').take().toString()).toBe('["A","A","A"]')
  expect(writer.raw('[').repeat('0,', 0).raw(']').take().toString()).toBe('[]')
})

it('text of any length fits, and whole numbers have all their digits', () => {
  const long = 'Экспорт '.repeat(50_000)
  const text = writer
    .raw(long)
    .bytes(Buffer.from('出口'))
    .integers([0, 9, 10, 2_147_483_647])
    .take()
  expect(text.toString()).toBe(`${long}出口0,9,10,2147483647`)
})
