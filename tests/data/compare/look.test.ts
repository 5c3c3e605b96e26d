import { expect, it } from 'vitest'
import type { Line, Say } from '../../../data/compare/line.ts'
import { Look } from '../../../data/compare/look.ts'
import type { SeriesDraft } from '../../../data/model/batch.ts'
import {
  before,
  EXPORTS,
  EXPORTS_TO_DATE,
  type Figures,
  IMPORTS,
  lineOf,
  listen,
  TOTAL,
} from './lines.ts'

const trade = (flow: string, figures: Figures, more: Partial<SeriesDraft> = {}) =>
  lineOf(`trade.${flow}`, figures, { dimensions: { partner: 'RUS', flow }, ...more })

/** Has lines seen, period by period or each at once. */
function see(look: Look, lines: Line[], atOnce = false): void {
  for (const line of lines) {
    if (atOnce) look.periods({ ...line, line: line.told }).estimated.set(line.estimated)
    for (let i = 0; i < line.length && !atOnce; i++) {
      const [first, last, value] = [line.first[i]!, line.last[i]!, line.value[i]!]
      look.period(first, last, value, line.decimals[i]!, line.estimated[i] === 1, line.told[i]!)
    }
    look.series(line.draft, line.cumulative)
  }
}

const codes = (lines: Line[], { atOnce = false, room = 1000 } = {}) =>
  listen((say: Say) => {
    const look = new Look(say, { room })
    see(look, lines, atOnce)
    look.finish()
  }).map(({ code }) => code)

const lines = [
  trade('X', { ...EXPORTS, '2023-08': '0.93' }),
  trade('X', EXPORTS_TO_DATE, { key: 'trade.X.ytd', cumulative: true }),
  trade('M', IMPORTS),
  trade('T', { ...TOTAL, '2023-05': '22.573' }),
]

it('sees every series by itself and beside its kin, however its periods come', () => {
  const all = ['off-scale', 'off-difference', 'off-total', 'off-total']
  expect(codes(lines)).toEqual(all)
  expect(codes(lines, { atOnce: true })).toEqual(all)
})

it('holds so many periods, and compares what came together', () => {
  expect(codes(lines, { room: 100 })).toEqual(['off-scale', 'off-difference'])
})

it('compares the world with the partners beside it', () => {
  const years = ['2019', '2020', '2021', '2022', '2023']
  const partners = Object.entries({ W00: '9.0', RUS: '4.0', KAZ: '5.0' }).map(
    ([partner, value]) => {
      const figures = years.map((year) => [
        year,
        partner === 'KAZ' && year === '2023' ? '6.0' : value,
      ])
      return lineOf(partner, Object.fromEntries(figures), { dimensions: { partner } })
    },
  )
  expect(codes(partners)).toEqual(['off-total'])
  expect(codes(partners.map(before))).toEqual([])
})

it('compares no shares with each other', () => {
  const share = { additive: 'none' as const, unit: 'percent' }
  const total = trade('T', { ...TOTAL, '2023-05': '22.573' }, share)
  expect(codes([trade('X', EXPORTS, share), trade('M', IMPORTS, share), total])).toEqual([])
})

it('knows which series of the store belong to those of the file', () => {
  const look = new Look(() => {})
  see(look, [trade('X', EXPORTS)])
  const imports = trade('M', IMPORTS).draft
  const others = { dimensions: { partner: 'KAZ', flow: 'X' } }
  const world = { dimensions: { partner: 'W00', flow: 'X' } }
  const beside = lineOf('steel', EXPORTS, others).draft
  expect(look.wanted([imports, beside])).toEqual([imports])
  const whole = lineOf('all', EXPORTS, world).draft
  expect(look.wanted([imports, beside, whole])).toEqual([imports, beside, whole])
})
