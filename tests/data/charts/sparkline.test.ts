import { expect, test } from 'vitest'
import { sparkline } from '../../../data/charts/sparkline.ts'
import { columnsOf } from './figures.ts'

const look = { theme: 'light' as const, width: 200, height: 44 }
const annual = (start: string) =>
  columnsOf(['bilateral-trade/cn-ru-trade.total.a.usd-bn'], { start }).series[0]!

test('a small picture has a bar a year, the last one in full colour', () => {
  const svg = sparkline(annual('2021'), look)
  expect(svg.match(/<rect/g)).toHaveLength(5)
  expect(svg.match(/fill-opacity/g)).toHaveLength(4)
})

test('missing years are dotted strokes', () => {
  expect(sparkline(annual('2021'), look)).not.toContain('stroke-dasharray')
  expect(sparkline(annual('2013'), look).match(/stroke-dasharray/g)).toHaveLength(1)
})

test('shares are points, none of them joined', () => {
  const shares = columnsOf(['car-market-share/car-share.chinese.autostat'], { span: ['M'] })
    .series[0]!
  const svg = sparkline(shares, { ...look, colour: 'CHN' })
  expect(svg).toContain('#C4301C')
  expect(svg).not.toContain('<rect')
  expect(svg.match(/<circle/g)).toHaveLength(shares.periods.length)
})
