import { describe, expect, test } from 'vitest'
import type { ChartCase } from './cases.ts'
import { caseNamed, drawCase, pixelOf, textsOf, thickLines } from './drawn.ts'

const bridges = (drawing: ReturnType<typeof drawCase>, layer: string, x: number) =>
  thickLines(drawing, layer).filter(({ shape: { points } }) => {
    const xs = points.map(([at]) => at)
    return Math.min(...xs) < x && Math.max(...xs) > x
  })

describe('no line is drawn through a hole', () => {
  test('steps stop in October 2021 and begin again in January 2022', () => {
    const drawing = drawCase(caseNamed('monthly-steps-with-joint-months'))
    expect(bridges(drawing, 'steps', pixelOf(drawing, 2021, 12))).toEqual([])
    expect(bridges(drawing, 'steps', pixelOf(drawing, 2022, 2))).not.toEqual([])
    expect(textsOf(drawing, 'holes')).toEqual(['no data'])
  })

  test('a year without its May has two lines', () => {
    const drawing = drawCase(caseNamed('cumulative-by-year'))
    const blue = thickLines(drawing, 'years').filter(({ style }) => style.stroke === '#1F74B5')
    const ends = blue.map(({ shape }) => shape.points.length)
    expect(ends).toEqual([2, 3])
  })

  test('growth of 2022 is not joined to that of 2023', () => {
    const drawing = drawCase(caseNamed('stated-and-computed-growth'))
    expect(bridges(drawing, 'lines', pixelOf(drawing, 2023, 1) + 4)).toEqual([])
  })

  test('shares of single months are points, joined only where months are neighbours', () => {
    const drawing = drawCase(caseNamed('car-market-share-by-publisher'))
    const joined = thickLines(drawing, 'lines').filter(
      ({ style, shape }) =>
        style.stroke === '#C4301C' && shape.points.length > 1 && style.lineWidth === 2.5,
    )
    // January to February, April to June 2022; September to November 2024; July to November 2025.
    expect(joined.map(({ shape }) => shape.points.length)).toEqual([2, 3, 3, 5])
  })

  test('statements of a day are never joined', () => {
    const drawing = drawCase(caseNamed('settlement-statements-and-bounds'))
    expect(thickLines(drawing, 'spans').every(({ shape }) => shape.points.length <= 3)).toBe(true)
    expect(drawing.stops.at(-1)!.foot[0]).toContain('joined to no other')
  })
})

describe('the running year', () => {
  const drawing = drawCase(caseNamed('cumulative-by-year'))

  test('is an open mark with the count of its months', () => {
    expect(textsOf(drawing)).toContain('2 of 12 months')
    expect(drawing.stops[0]!.rows[0]).toMatchObject({ label: '2026', mark: 'open' })
  })

  test('leaves ink to the last full year and blue to the one before', () => {
    const colours = new Map(drawing.stops.at(-1)!.rows.map(({ label, colour }) => [label, colour]))
    expect(colours.get('2025')).toBe('#16232B')
    expect(colours.get('2024')).toBe('#1F74B5')
  })

  test('is the same where months are summed from January', () => {
    const months = 'bilateral-trade/cn-ru-trade.total.m.usd-bn'
    const base = caseNamed('cumulative-by-year')
    const summed: ChartCase = {
      ...base,
      series: [months],
      cut: { start: '2022-01', end: '2023-12' },
      panel: { ...base.panel, lines: { [months]: { label: 'Total trade' } } },
    }
    const december = drawCase(summed).stops.at(-1)!
    expect(december.words).toBe('January–December')
    expect(december.rows.map(({ label }) => label)).toEqual(['2023', '2022'])
  })
})
