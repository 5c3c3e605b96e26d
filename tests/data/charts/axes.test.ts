import { describe, expect, test } from 'vitest'
import { factorOf, valueAxis } from '../../../data/charts/scale.ts'
import { dayAt, timeAt, timeAxis } from '../../../data/charts/time.ts'
import { dayOf, dayText } from '../../../data/model/day.ts'
import { caseNamed, drawCase, textsOf } from './drawn.ts'

describe('the time axis', () => {
  test('is in months since 2000, days as fractions, and back', () => {
    expect(timeAt(dayOf(2021, 1, 1))).toBe(252)
    expect(timeAt(dayOf(2022, 2, 15))).toBe(265.5)
    for (const day of [0, 8_000, 19_000, 19_051, 20_512]) expect(dayAt(timeAt(day))).toBe(day)
  })

  test('says years once, centred, with a tick at each New Year', () => {
    const axis = timeAxis(dayOf(2021, 1, 1), dayOf(2025, 12, 31), 800)
    expect(axis.labels.map(({ text }) => text)).toEqual(['2021', '2022', '2023', '2024', '2025'])
    expect(axis.labels[0]!.at).toBe(258)
    expect(axis.ticks).toEqual([252, 264, 276, 288, 300, 312])
  })

  test('shortens years on a phone', () => {
    const axis = timeAxis(dayOf(2021, 1, 1), dayOf(2025, 12, 31), 300, true)
    expect(axis.labels.map(({ text }) => text)).toEqual(['2021', '’22', '’23', '’24', '’25'])
  })

  test('tells years alone where every figure is of whole years', () => {
    const { labels } = timeAxis(dayOf(2021, 1, 1), dayOf(2022, 12, 31), 800, false, true)
    expect(labels.map(({ text }) => text)).toEqual(['2021', '2022'])
  })

  test('says months by name up to thirty of them, the year under January', () => {
    const { labels } = timeAxis(dayOf(2023, 11, 1), dayOf(2024, 4, 30), 800)
    expect(labels.map(({ text }) => text)).toEqual([
      'Nov\n2023',
      'Dec',
      'Jan\n2024',
      'Feb',
      'Mar',
      'Apr',
    ])
  })

  test('says days where it is shorter than two months, the month under the first of each', () => {
    const said = (from: number, to: number, width: number) =>
      timeAxis(from, to, width).labels.map(({ text }) => text)
    expect(said(dayOf(2023, 12, 28), dayOf(2024, 1, 3), 700)).toEqual([
      '28\nDec 2023',
      '29',
      '30',
      '31',
      '1\nJan 2024',
      '2',
      '3',
    ])
    expect(said(dayOf(2023, 10, 1), dayOf(2023, 10, 31), 700)).toEqual([
      '1\nOct 2023',
      ...[3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31].map(String),
    ])
    expect(said(dayOf(2023, 10, 1), dayOf(2023, 11, 15), 300)).toEqual([
      '1\nOct 2023',
      ...['5', '10', '15', '20', '25', '30', '5\nNov 2023', '10', '15'],
    ])
  })

  test('is chosen again for the months zoomed to, and the claim gives way to the name', () => {
    const steps = caseNamed('monthly-steps-with-joint-months')
    const range = { first: dayOf(2023, 6, 1), last: dayOf(2023, 12, 31) }
    const drawing = drawCase(steps, { look: { range } })
    expect([dayText(drawing.plot.first), dayText(drawing.plot.last)]).toEqual([
      '2023-06-01',
      '2023-12-31',
    ])
    expect(drawing.stops.map(({ words }) => words)[0]).toBe('June 2023')
    expect(drawing.title).toBe(steps.panel.name)
    expect(drawing.flags.map(({ events }) => events[0]!.date)).toEqual(['2023-12-22'])
  })
})

describe('the value axis', () => {
  const of = (values: number[], height = 300) => valueAxis(values, { unit: 'bn', height })

  test('begins at zero and has four to six round labels', () => {
    expect(of([3.8, 24.4]).labels).toEqual(['0', '5', '10', '15', '20', '25'])
    expect(of([56.8, 244.8]).labels).toEqual(['0', '50', '100', '150', '200', '250'])
    expect(of([-9.6, 51.7]).labels).toEqual(['−20', '0', '20', '40', '60'])
  })

  test('writes its unit once, on the top label', () => {
    const texts = textsOf(drawCase(caseNamed('monthly-trade-and-balance')), 'axes')
    expect(texts.slice(0, 6)).toEqual(['0', '5', '10', '15', '20', '25\u202fbn'])
  })

  test('takes single units to the axis’ millions, and leaves like to like', () => {
    expect(factorOf('units', 'm')).toBe(1e-6)
    expect(factorOf('USD million', 'bn')).toBe(1e-3)
    expect(factorOf('USD bn', 'bn')).toBe(1)
    expect(factorOf('percent', '%')).toBe(1)
  })

  test('is logarithmic where the reader asks and the figures allow it', () => {
    for (const name of ['monthly-steps-with-joint-months', 'cumulative-by-year']) {
      const drawing = drawCase(caseNamed(name), { look: { log: true } })
      expect(textsOf(drawing, 'axes').join(' ')).toMatch(/^((2 )?5 )?10 20/)
      expect(drawing).toMatchObject({ log: true, notes: [] })
    }
  })

  test('never stands bars on anything but zero, and says so', () => {
    for (const name of ['annual-trade-with-holes-and-mirror', 'monthly-trade-and-balance']) {
      const drawing = drawCase(caseNamed(name), { look: { log: true } })
      expect(drawing.notes[0]).toMatch(/^Bars stand on zero/)
      expect(textsOf(drawing, 'axes')[0]).toBe('0')
      expect(drawing.log).toBe(false)
    }
  })

  test('refuses a log scale for shares and rates, and says so', () => {
    for (const name of ['car-market-share-by-publisher', 'stated-and-computed-growth']) {
      const drawing = drawCase(caseNamed(name), { look: { log: true } })
      expect(drawing.notes[0]).toMatch(/even scale/)
      expect(textsOf(drawing, 'axes')).toContain('0')
    }
  })
})

describe('events', () => {
  test('are numbered flags, those too near to each other in one', () => {
    const monthly = caseNamed('monthly-trade-and-balance')
    expect(drawCase(monthly).flags.map(({ label }) => label)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ])
    const phone = drawCase(monthly, { look: { width: 358, phone: true } })
    expect(phone.flags.map(({ label }) => label)).toContain('2–3')
    expect(phone.flags.flatMap(({ events }) => events)).toHaveLength(7)
  })
})
