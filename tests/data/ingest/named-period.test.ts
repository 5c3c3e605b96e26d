import { expect, it } from 'vitest'
import { periodNamed } from '../../../data/ingest/layouts/named-period.ts'
import { periodIn } from '../../../data/ingest/layouts/stated.ts'

const named = (file: string) => periodNamed(`${file}.csv`, periodIn)

it('a file is of the month or quarter that its name tells, else of its only year', () => {
  const names = {
    new_registrations_march_2026: '2026-03',
    Mar2026Trade: '2026-03',
    'Exportaciones-2026-Enero': '2026-01',
    'handel-zagraniczny-styczen-2024': '2024-01',
    'экспорт_январь-март_2023': '2023-Q1',
    出口2023年12月: '2023-12',
    'trade_2026-03': '2026-03',
    'exports_2023.12': '2023-12',
    trade_Q1_2026: '2026-Q1',
    week_12_2024: '2024-W12',
    '2014_NetExportsData': '2014',
    'Exports 2023 (1)': '2023',
    'cars-2024-top-10': '2024',
    出口2023年: '2023',
  }
  for (const [name, period] of Object.entries(names)) expect(named(name), name).toBe(period)
})

it('what may be another period is none: a fiscal year, a sum, a month apart from its year, a number that may count', () => {
  const names = [
    'trade_2024-25',
    'trade_2011-12',
    'trade_2024-2026',
    'trade-dec-2023-jan-2024',
    'exports_ytd_2024',
    'may_trade_2026',
    'data_set_2020',
    'top_2023_10_partners',
    'top_10_2023',
    'sales_2023_1',
    'export_2023-05-17',
  ]
  for (const name of names) expect(named(name), name).toBeUndefined()
})
