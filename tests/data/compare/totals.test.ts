import { expect, it } from 'vitest'
import { lookAtBreakdown } from '../../../data/compare/breakdown.ts'
import { type Family, familyOf, join, lookAtFamily } from '../../../data/compare/family.ts'
import type { Line } from '../../../data/compare/line.ts'
import type { SeriesDraft } from '../../../data/model/batch.ts'
import { EXPORTS, EXPORTS_TO_DATE, type Figures, IMPORTS, lineOf, listen, TOTAL } from './lines.ts'

const member = (flow: string, figures: Figures, more: Partial<SeriesDraft> = {}) =>
  lineOf(`trade.${flow}`, figures, { dimensions: { partner: 'RUS', flow }, ...more })

const look = (...lines: Line[]) => {
  const family: Family = new Map()
  for (const line of lines) join(family, line)
  return listen((say) => lookAtFamily(family, say))
}

it('says nothing where exports and imports come to the total, but for rounding', () => {
  expect(look(member('X', EXPORTS), member('M', IMPORTS), member('T', TOTAL))).toEqual([])
  const year = [member('X', { 2023: '111' }), member('M', { 2023: '129.1' })] as const
  expect(look(...year, member('T', { 2023: '240.11' }))).toEqual([])
})

it('takes zeros at the end of whole numbers for rounding', () => {
  const flows = [member('X', { '2021-10': '5500' }), member('M', { '2021-10': '7700' })]
  expect(look(...flows, member('T', { '2021-10': '13000' }))).toEqual([])
  const exact = [member('X', { '2021-10': '5503' }), member('M', { '2021-10': '7701' })]
  expect(look(...exact, member('T', { '2021-10': '13001' }))).toHaveLength(1)
})

it('says where they do not, with both figures', () => {
  const total = member('T', { ...TOTAL, '2023-05': '21.573' })
  const said = look(member('X', EXPORTS), member('M', IMPORTS), total)
  expect(said).toMatchObject([{ code: 'off-total', line: total.told[3], value: '21.573' }])
  expect(said[0]!.message).toBe(
    '“trade.T” is 21.573 USD bn in May 2023, and exports and imports come to 20.573. Look up which of them is wrong.',
  )
})

it('knows a balance that is not exports less imports', () => {
  const balance = member('B', { '2023-05': '-2.037', '2023-06': '1.729' })
  expect(look(member('X', EXPORTS), member('M', IMPORTS), balance)).toMatchObject([
    { line: balance.told[1], value: '1.729' },
  ])
})

it('takes a total of something else for none', () => {
  const goods = Object.fromEntries(Object.keys(TOTAL).map((period) => [period, '3.5']))
  expect(look(member('X', EXPORTS), member('M', IMPORTS), member('T', goods))).toEqual([])
})

it('leaves alone what two series claim to be', () => {
  const total = member('T', { ...TOTAL, '2023-05': '21.573' })
  const twice = [member('X', EXPORTS), member('X', EXPORTS), member('M', IMPORTS)]
  expect(look(...twice, total)).toEqual([])
})

it('finds the series that belong together by their codes, and by their keys where these say more', () => {
  const draft = (key: string, flow: string, unit = 'USD bn') =>
    ({ key, unit, dimensions: { reporter: 'CHN', flow } }) as unknown as SeriesDraft
  const family = familyOf(draft('cn-ru-trade.exports.m.usd-bn', 'X'))
  expect(familyOf(draft('cn-ru-trade.total.ytd.usd-bn', 'T'))).toBe(family)
  expect(familyOf(draft('cn-ru-trade.exports.a.usd-bn', 'X'))).not.toBe(family)
  expect(familyOf(draft('coal.exports.m.usd-bn', 'X'))).not.toBe(family)
  expect(familyOf(draft('cn-ru-trade.exports.m.usd-bn', 'X', 'CNY bn'))).not.toBe(family)
})

it('says of an exchanged month only that it is exchanged', () => {
  const cumulative = { cumulative: true }
  const wrong = { ...EXPORTS, '2023-06': '11.28' }
  const said = look(
    member('X', wrong),
    member('M', { ...IMPORTS, '2023-06': '9.551' }),
    member('X', EXPORTS_TO_DATE, cumulative),
    member('M', { '2023-01/2023-05': '50.859', '2023-01/2023-06': '62.263' }, cumulative),
  )
  expect(said.map(({ code }) => code)).toEqual(['swapped'])
})

const partner = (code: string, figures: Figures, more: Record<string, string> = {}) =>
  lineOf(`steel.${code}`, figures, { dimensions: { partner: code, flow: 'X', ...more } })

const NONE: ReadonlySet<string> = new Set()

const YEARS = ['2019', '2020', '2021', '2022', '2023']
const yearly = (...values: string[]): Figures =>
  Object.fromEntries(values.map((value, i) => [YEARS[i]!, value]))

const countries = [
  partner('RUS', yearly('1.0', '1.1', '1.2', '2.4', '3.0')),
  partner('KAZ', yearly('0.5', '0.6', '0.6', '0.7', '0.9')),
  partner('DEU', yearly('2.5', '2.3', '2.8')),
]

it('says where the world is not the sum of its countries, if it is in all other years', () => {
  const world = partner('W00', yearly('4.0', '4.0', '4.6', '3.1', '4.9'))
  const said = listen((say) => lookAtBreakdown('partner', [world, ...countries], NONE, say))
  expect(said).toMatchObject([{ code: 'off-total', line: world.told[4] }])
  expect(said[0]!.message).toBe(
    '“steel.W00” is 4.9 USD bn in 2023, and 2 of the 3 series by partner beside it come to 3.9. Look up which of them is wrong.',
  )
})

it('takes countries that are only some of the world for no breakdown', () => {
  const world = partner('W00', yearly('14.0', '14.0', '14.6', '13.1', '14.9'))
  expect(listen((say) => lookAtBreakdown('partner', [world, ...countries], NONE, say))).toEqual([])
})

it('takes a union for no part beside its members, and for one where these are not there', () => {
  const world = partner('W00', yearly('4.0', '4.0', '4.6', '3.1', '4.9'))
  const union = partner('EU', yearly('2.5', '2.3', '2.8'))
  const look = (...lines: Line[]) =>
    listen((say) => lookAtBreakdown('partner', lines, new Set(['EU']), say))
  expect(look(world, union, ...countries)).toMatchObject([{ line: world.told[4] }])
  expect(look(world, union, ...countries.slice(0, 2))).toMatchObject([{ line: world.told[4] }])
})

it('adds up each level of goods by itself', () => {
  const good = (code: string, figures: Figures) =>
    lineOf(code, figures, { dimensions: { commodity: code } })
  const all = good('TOTAL', yearly('3.0', '4.0', '5.0', '6.0', '9.0'))
  const chapters = [
    good('72', yearly('1.0', '1.0', '2.0', '2.0', '2.0')),
    good('73', yearly('2.0', '3.0', '3.0', '4.0', '5.0')),
    good('7201', yearly('1.0', '1.0', '2.0', '2.0', '2.0')),
  ]
  const said = listen((say) => lookAtBreakdown('commodity', [all, ...chapters], NONE, say))
  expect(said).toMatchObject([{ value: '9.0' }])
})
