import { describe, expect, test } from 'vitest'
import { caseNamed, drawCase, pixelOf, shapesOf, textsOf } from './drawn.ts'

describe('values over intervals', () => {
  const drawing = drawCase(caseNamed('chip-shares-over-intervals'))
  const pixel = (year: number, month: number) => pixelOf(drawing, year, month)
  const level = (width: number) =>
    shapesOf(drawing, 'spans').flatMap((shape) =>
      shape.type === 'polyline' && shape.style.lineWidth === width ? [shape] : [],
    )

  test('run from their first to their last day, the subject drawn strongest', () => {
    const [assumed, stated] = level(5)
    expect(stated!.shape.points[0]![0]).toBeCloseTo(pixel(2022, 3), 0)
    expect(stated!.shape.points[1]![0]).toBeCloseTo(pixel(2023, 10), 0)
    expect(assumed!.style.lineDash).toBeDefined()
    expect(stated!.style.lineDash).toBeUndefined()
  })

  test('are told by words that say the whole interval', () => {
    expect(drawing.stops.map(({ words }) => words)).toContain('March 2022–September 2023')
  })

  test('a bound has its sign in the label and an arrow in the key', () => {
    expect(textsOf(drawing).join()).toContain('>\u202f87\u202f%')
    expect(drawing.keys.map(({ mark, label }) => [mark, label])).toContainEqual(['up', 'More than'])
  })
})

describe('ranked bars', () => {
  const drawing = drawCase(caseNamed('transit-countries-ranked'))

  test('stand in order of size, each with its value', () => {
    const values = drawing.stops.map(({ rows }) => rows[0]!.value)
    expect(values).toEqual(['>\u202f87\u202f%', '75\u202f%', '6\u202f%', '6\u202f%', '4\u202f%'])
  })

  test('say the period where it differs from the others’', () => {
    expect(textsOf(drawing)).toContain('Q4 2022')
    expect(drawing.notes).toEqual([
      'Figures are for 24 Feb–31 Dec 2022 where no other period is given.',
    ])
  })
})
