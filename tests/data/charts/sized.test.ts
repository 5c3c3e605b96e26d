import { describe, expect, test } from 'vitest'
import { draw } from '../../../data/charts/draw.ts'
import { factorOf } from '../../../data/charts/scale.ts'
import { sized } from '../../../data/charts/sized.ts'
import type { SeriesColumns } from '../../../data/model/columns.ts'
import type { Panel } from '../../../data/model/dashboard.ts'
import { caseNamed, textsOf } from './drawn.ts'
import { columnsOf } from './figures.ts'

const unitOf = (panelUnit: string, stored: string | null, ...values: (number | null)[]) =>
  sized({ unit: panelUnit } as Panel, [{ unit: stored, values } as SeriesColumns]).unit

describe('the unit of an axis', () => {
  test.each([
    ['dollars counted one by one are millions', 'USD', 'USD', 9_680_795_326, 'm'],
    ['and billions where they are tens of them', 'USD', 'USD', 24_427_995_897.78, 'bn'],
    ['thousands of them too', 'k', 'USD thousand', 16_700, 'm'],
    ['and millions', 'm', 'USD million', 228_105, 'bn'],
    ['tonnes keep their name', 'tonnes', 'tonnes', 5_200_000, 'm tonnes'],
    ['cars have none to keep', '', 'units', 1_056_000, 'm'],
    ['what is lost counts as much', 'USD', 'USD', -4_000_000, 'm'],
    ['a few thousands stay', 'CNY', 'CNY', 17_736, 'CNY'],
    ['billions stay', 'bn', 'USD bn', 228.105, 'bn'],
    ['a unit with a size of its own stays', 'CLV10_MEUR', 'CLV10_MEUR', 2e6, 'CLV10_MEUR'],
    ['a share stays', '%', 'percent', 2e6, '%'],
    ['what has no unit stays', '', null, 5e6, ''],
  ])('%s', (_, panelUnit, stored, value, unit) => {
    expect(unitOf(panelUnit, stored, null, value)).toBe(unit)
    if (unit !== panelUnit) expect(value * factorOf(stored, unit)).toBeLessThan(10_000)
  })

  test('is of the picture: a table tells figures as they were published', () => {
    const { panel, series, cut, look } = caseNamed('annual-trade-with-holes-and-mirror')
    const columns = columnsOf(series, cut)
    const dollars = columns.series.map((one) => ({
      ...one,
      unit: 'USD',
      values: one.values.map((value) => value && value * 1e9),
      decimals: one.decimals.map(() => 0),
    }))
    const drawing = draw({ ...panel, unit: 'USD' }, { ...columns, series: dollars }, [], look)
    expect(textsOf(drawing, 'axes')).toContain('250\u202fbn')
    expect(drawing.table.rows.at(-1)?.cells[0]).toBe('228\u202f105\u202f000\u202f000')
  })
})
