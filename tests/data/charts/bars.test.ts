import { describe, expect, test } from 'vitest'
import { disjoint, lengthOf, linesOf } from '../../../data/charts/figures.ts'
import { slotsOf } from '../../../data/charts/slots.ts'
import { caseNamed, drawCase, shapesOf, textsOf } from './drawn.ts'
import { columnsOf } from './figures.ts'

const monthly = caseNamed('monthly-trade-and-balance')
const annual = caseNamed('annual-trade-with-holes-and-mirror')

describe('bars of months', () => {
  const drawing = drawCase(monthly)
  const bars = shapesOf(drawing, 'bars').filter((shape) => shape.type === 'rect')

  test('January and February are one bar, twice as wide and as high as their average', () => {
    const stops = drawing.stops.filter(({ words }) => /2024$/.test(words))
    expect(stops[0]!.words).toBe('January–February 2024')
    const wide = bars.filter(({ shape }) => Math.abs(shape.x + shape.width / 2 - stops[0]!.x) < 1)
    const june = drawing.stops.find(({ words }) => words === 'June 2024')!
    const narrow = bars.filter(({ shape }) => Math.abs(shape.x + shape.width / 2 - june.x) < 1)
    expect(wide[0]!.shape.width / narrow[0]!.shape.width).toBeCloseTo(2, 0)
    expect(stops[0]!.foot[0]).toBe('Billion US dollars for both months; drawn as 18.5 a month.')
  })

  test.each([2022, 2023, 2025])('the areas of %i add up to the annual total', (year) => {
    const cut = { start: `${year}`, end: `${year}` }
    const [exports, imports, total] = linesOf(
      monthly.panel,
      columnsOf(monthly.series, cut).series,
      monthly.look,
    )
    const slots = slotsOf([exports!, imports!], total)
    const area = slots.reduce((sum, { parts, total: whole, from, to }) => {
      const figures = parts.length > 0 ? parts.map((p) => p.figure) : [whole!.figure]
      const height = figures.reduce((h, f) => h + f.value / lengthOf(f), 0)
      return sum + height * (to - from)
    }, 0)
    expect(slots.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(12)
    const stated = columnsOf(['bilateral-trade/cn-ru-trade.total.a.usd-bn'], cut).series[0]!
    // Months are revised upwards after they were printed: up to one per cent is theirs.
    expect(area / stated.values[0]!).toBeGreaterThan(0.99)
    expect(area / stated.values[0]!).toBeLessThan(1.0005)
  })

  test('months whose direction nobody published are outlines, not parts', () => {
    const lines = linesOf(
      monthly.panel,
      columnsOf(monthly.series, monthly.cut).series,
      monthly.look,
    )
    const slots = slotsOf([lines[0]!, lines[1]!], lines[2])
    const only = slots.filter(({ isTotalOnly }) => isTotalOnly)
    expect(only.map(({ total }) => lines[2]!.columns.periods[total!.figure.index])).toEqual([
      '2021-11',
      '2021-12',
      '2023-12',
    ])
    expect(drawing.keys.map(({ label }) => label)).toContain('Only the total published')
  })

  test('derived months are hollow', () => {
    const hollow = bars.filter(({ style }) => style.fillOpacity === 0.26)
    expect(hollow.length).toBeGreaterThan(20)
    const may = drawing.stops.find(({ words }) => words === 'May 2021')!
    expect(may.rows[0]!.mark).toBe('hollow')
    expect(may.foot.join(' ')).toContain('Derived (E): YTD May minus YTD Apr')
  })

  test('the balance has a plot of its own on the same months', () => {
    const values = textsOf(drawing, 'axes').filter((words) => !/^20\d\d$/.test(words))
    expect(values).toEqual(['0', '5', '10', '15', '20', '25\u202fbn', '−8', '−4', '0', '4'])
    const rules = shapesOf(drawing, 'axes').flatMap((shape) =>
      shape.type === 'polyline' ? [shape.shape.points.map(([x]) => x).join()] : [],
    )
    expect(rules.filter((ends) => ends === rules[0])).toHaveLength(values.length)
    expect(textsOf(drawing)).toContain('−2.5')
  })
})

describe('bars of years', () => {
  const drawing = drawCase(annual)

  test('missing years are hatched and said, not drawn as zero', () => {
    const texts = textsOf(drawing, 'bars')
    expect(texts.filter((words) => words === 'no data')).toHaveLength(2)
    const stops = drawing.stops.map(({ words }) => words)
    expect(stops).not.toContain('Year 2011')
    expect(drawing.summary).toContain('no data for 3 periods between')
  })

  test('a bound keeps its sign on the bar, in the tooltip and in the table', () => {
    const sign = '>\u202f107'
    expect(textsOf(drawing)).toContain(sign)
    expect(drawing.stops.find(({ words }) => words === 'Year 2018')!.rows[0]!.value).toBe(sign)
    expect(drawing.table.rows.find(({ period }) => period === '2018')!.cells[0]).toBe(sign)
  })

  test('the other side’s figures are diamonds in its colour', () => {
    const rows = drawing.stops.find(({ words }) => words === 'Year 2016')!.rows
    expect(rows.map(({ mark, colour }) => [mark, colour])).toContainEqual(['diamond', '#1D57C4'])
  })

  test('the table gives published decimals, the plot one', () => {
    expect(textsOf(drawing)).toContain('228.1')
    expect(drawing.table.rows.at(-1)!.cells[0]).toBe('228.105')
  })
})

test('of two figures for one day the choice covers most days: Jan–Feb before a lone February', () => {
  const total = linesOf(monthly.panel, columnsOf(monthly.series).series, monthly.look)[2]!
  const last = disjoint(total.figures).at(-1)!
  expect(total.columns.periods[last.index]).toBe('2026-01/2026-02')
})
