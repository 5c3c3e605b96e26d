import { describe, expect, test } from 'vitest'
import { inksOf } from '../../../data/charts/palette.ts'
import { tokensOf } from '../../../data/charts/tokens.ts'
import type { SeriesColumns } from '../../../data/model/columns.ts'
import { caseNamed, drawCase } from './drawn.ts'

const tokens = tokensOf({ theme: 'light' })
const series = (id: string, dimensions: Record<string, string> = {}): SeriesColumns => ({
  id,
  title: id,
  unit: 'USD bn',
  frequency: 'M',
  additive: 'sum',
  cumulative: false,
  dimensions,
  updated: null,
  periods: [],
  values: [],
  decimals: [],
  status: [],
  sources: [],
  sourceOf: [],
  straddling: 0,
})
const marks = (list: SeriesColumns[], specs = {}) =>
  inksOf(list, specs, tokens).map(({ mark }) => mark)

describe('a colour belongs to a code', () => {
  test('partners have theirs, whatever order they come in', () => {
    const china = series('a', { reporter: 'RUS', partner: 'CHN' })
    const turkey = series('b', { reporter: 'RUS', partner: 'TUR' })
    expect(marks([china, turkey])).toEqual([tokens.code.CHN, tokens.code.TUR])
    expect(marks([turkey, china])).toEqual([tokens.code.TUR, tokens.code.CHN])
  })

  test('a union takes that of its largest member, a currency that of its issuer', () => {
    const specs = { a: { label: 'a', colour: 'CHN+HKG' }, b: { label: 'b', colour: 'RUB' } }
    expect(marks([series('a'), series('b')], specs)).toEqual([tokens.code.CHN, tokens.code.RUS])
  })

  test('new codes take slots in order, skipping colours in use', () => {
    const specs = { a: { label: 'a', colour: 'RUS' } }
    expect(marks([series('a'), series('b'), series('c')], specs)).toEqual([
      tokens.code.RUS,
      tokens.code.KOR,
      tokens.code.USA,
    ])
  })

  test('one dimension decides: flows by flow though partner is the same', () => {
    const out = series('x', { partner: 'RUS', flow: 'X' })
    const back = series('m', { partner: 'RUS', flow: 'M' })
    expect(marks([out, back])).toEqual([tokens.code.X, tokens.code.M])
  })

  test('after eight slots the rest is grey', () => {
    const many = Array.from({ length: 10 }, (_, i) => series(`s${i}`))
    expect(new Set(marks(many).slice(0, 8)).size).toBe(8)
    expect(marks(many).slice(8)).toEqual([tokens.code.other, tokens.code.other])
  })
})

test('hiding a line changes no other line’s colour, and takes the claim away', () => {
  const cars = caseNamed('car-market-share-by-publisher')
  const all = drawCase(cars)
  const fewer = drawCase(cars, { look: { hidden: [cars.series[0]!, cars.series[1]!] } })
  expect(fewer.lines.map(({ colour }) => colour)).toEqual(all.lines.map(({ colour }) => colour))
  expect(fewer.lines.map(({ shown }) => shown)).toEqual([false, false, true, true, true, true])
  expect(all.title).toBe(cars.panel.claim)
  expect(fewer.title).toBe(cars.panel.name)
})

test('one line isolated is the only one drawn and told', () => {
  const cars = caseNamed('car-market-share-by-publisher')
  const drawing = drawCase(cars, { look: { isolate: cars.series[1]! } })
  expect(drawing.table.head).toEqual(['Period', 'GlobalData'])
  expect(drawing.stops.flatMap(({ rows }) => rows.map(({ label }) => label))).toEqual([
    'GlobalData',
    'GlobalData',
  ])
})

test('paper is white whatever the theme', () => {
  expect(tokensOf({ theme: 'dark', print: true })).toBe(tokens)
})
