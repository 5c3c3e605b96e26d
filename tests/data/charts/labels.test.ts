import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spread } from '../../../data/charts/labels.ts'
import { fontOf, measureText, wrapText } from '../../../data/charts/measure.ts'
import { caseNamed, drawCase, shapesOf, textsOf } from './drawn.ts'

describe('labels at line ends', () => {
  test('stay where they are when they do not touch', () => {
    expect(spread([20, 60, 100], [16, 16, 16], 0, 200)).toEqual([20, 60, 100])
  })

  test('are moved apart by as little as can be, from their common middle', () => {
    expect(spread([50, 52], [16, 16], 0, 200)).toEqual([43, 59])
  })

  test('keep their order, never overlap and stay inside', () => {
    const heights = fc.array(fc.integer({ min: 16, max: 48 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        heights,
        fc.array(fc.integer({ min: -50, max: 650 }), { minLength: 8, maxLength: 8 }),
        (tall, at) => {
          const middles = at.slice(0, tall.length).sort((a, b) => a - b)
          const placed = spread(middles, tall, 0, 600)
          placed.forEach((y, i) => {
            expect(y - tall[i]! / 2).toBeGreaterThanOrEqual(-1e-6)
            expect(y + tall[i]! / 2).toBeLessThanOrEqual(600 + 1e-6)
            if (i === 0) return
            const room = (tall[i]! + tall[i - 1]!) / 2
            expect(y - placed[i - 1]!).toBeGreaterThanOrEqual(room - 1e-6)
          })
        },
      ),
    )
  })

  test('say name, then value; on a phone the keys say the names', () => {
    const steps = caseNamed('monthly-steps-with-joint-months')
    expect(textsOf(drawCase(steps))).toEqual(
      expect.arrayContaining(['Imports', '10.4\u202fbn a month']),
    )
    expect(drawCase(steps).keys.map(({ label }) => label)).not.toContain('Imports')
    const phone = drawCase(steps, { look: { phone: true, width: 358 } })
    expect(phone.keys.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Imports', 'Exports']),
    )
  })

  test('on a phone a label drops its second half', () => {
    const chips = caseNamed('chip-shares-over-intervals')
    expect(textsOf(drawCase(chips)).join()).toContain('Nikkei: chips of US brands')
    const phone = textsOf(drawCase(chips, { look: { phone: true, width: 358 } })).join()
    expect(phone).toContain('Nikkei')
    expect(phone).not.toContain('chips of US brands')
  })
})

describe('text is measured by a table', () => {
  test('all figures are as wide as each other', () => {
    const widths = [...'0123456789'].map((digit) => measureText(digit, fontOf(13)))
    expect(new Set(widths).size).toBe(1)
  })

  test('an accent adds nothing, a weight does', () => {
    expect(measureText('Türkiye')).toBe(measureText('Turkiye'))
    expect(measureText('Imports', fontOf(13, 600))).toBeGreaterThan(measureText('Imports'))
  })

  test('lines are broken at words', () => {
    const lines = wrapText('exports to Russia by month', 80, fontOf(13))
    expect(lines.join(' ')).toBe('exports to Russia by month')
    for (const line of lines) expect(measureText(line, fontOf(13))).toBeLessThanOrEqual(80)
  })
})

test('a remark in the plot is silent over figures that it was not checked against', () => {
  const cars = caseNamed('car-market-share-by-publisher')
  const words = cars.panel.annotations![0]!.text
  expect(textsOf(drawCase(cars))).toContain(words)
  expect(textsOf(drawCase(cars, { panel: { checked: '00000000' } }))).not.toContain(words)
})

describe('a year among others', () => {
  const until = (end: string) => {
    const years = caseNamed('cumulative-by-year')
    return drawCase({ ...years, cut: { start: '2021-01', end } })
  }

  test('is named however far it got', () => {
    expect(textsOf(until('2026-02'))).toContain('2 of 12 months')
    expect(textsOf(until('2023-11'))).toContain('11 of 12 months')
  })

  test('says in the margin that it is not over, where the others say their whole year', () => {
    const drawing = until('2023-11')
    const label = shapesOf(drawing, 'labels').find(
      (shape) => shape.type === 'text' && shape.style.text === '11 of 12 months',
    )
    expect(label?.type === 'text' && label.x).toBeGreaterThan(drawing.plot.right)
  })
})
