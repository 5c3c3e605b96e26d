import { expect, it } from 'vitest'
import type { SeriesDraft } from '../../../data/model/batch.ts'
import { shippedStore } from '../shipped-store.ts'
import { emptyStore, type Row, tell } from './fixture.ts'

const drafts: Record<string, Partial<SeriesDraft>> = {
  'trade.x.m': { unit: 'USD bn', dimensions: { flow: 'X' } },
  'trade.x.ytd': { unit: 'USD bn', dimensions: { flow: 'X' }, cumulative: true },
}

const toDate: Row[] = [
  { series: 'trade.x.ytd', period: '2023-01/2023-05', value: 42.947 },
  { series: 'trade.x.ytd', period: '2023-01/2023-06', value: 52.284 },
]
const june: Row = { series: 'trade.x.m', period: '2023-06', value: 11.28, line: 7 }

it('says what looks wrong at its line, and takes it all the same', async () => {
  const store = await emptyStore()
  const report = await tell(store, [...toDate, june], { drafts })
  expect(report).toMatchObject({ added: 3, rejected: 0, issuesTotal: 1 })
  expect(report.issues).toMatchObject([
    { severity: 'warning', code: 'off-difference', line: 7, column: null, value: '11.28' },
  ])
})

it('compares what a file tells with what the store holds', async () => {
  const store = await emptyStore()
  await tell(store, toDate, { drafts })
  const { issues } = await tell(store, [june], { drafts })
  expect(issues).toMatchObject([{ code: 'off-difference', line: 7 }])
})

it('compares series that belong together, in whatever order their files give the columns', async () => {
  const codes = { flow: 'X', reporter: 'RUS', partner: 'CHN' }
  const turned = { partner: 'CHN', reporter: 'RUS', flow: 'X' }
  const unit = 'USD bn'
  const store = await emptyStore()
  await tell(store, [june], { drafts: { 'trade.x.m': { unit, dimensions: codes } } })
  const ytd = { unit, dimensions: turned, cumulative: true }
  const { issues } = await tell(store, toDate, { drafts: { 'trade.x.ytd': ytd } })
  expect(issues).toMatchObject([{ code: 'off-difference' }])
})

it('adds a revised part up with those that only the store has', async () => {
  const years = ['2019', '2020', '2021', '2022', '2023']
  const figures: Record<string, number> = { W00: 9.5, RUS: 4, KAZ: 5.5 }
  const partners = Object.fromEntries(
    Object.keys(figures).map((partner) => [
      partner,
      { unit: 'USD bn', dimensions: { partner, flow: 'X' } },
    ]),
  )
  const rows = Object.entries(figures).flatMap(([series, value]) =>
    years.map((period) => ({ series, period, value })),
  )
  const store = await emptyStore()
  expect(await tell(store, rows, { drafts: partners })).toMatchObject({ issues: [] })
  const one: Row = { series: 'KAZ', period: '2021', value: 8.5, line: 2 }
  const { issues } = await tell(store, [one], { drafts: partners })
  expect(issues).toMatchObject([{ code: 'off-total', line: 2, value: '9.5' }])
})

it('does not repeat itself when the file comes again, or a figure beside the odd one', async () => {
  const store = await emptyStore()
  await tell(store, [...toDate, june], { drafts })
  expect((await tell(store, [...toDate, june], { drafts })).issues).toEqual([])
  const july: Row = { series: 'trade.x.m', period: '2023-07', value: 10.28 }
  expect((await tell(store, [july], { drafts })).issues).toEqual([])
})

it('speaks of a revision that looks wrong, not of an estimate that stands', async () => {
  const store = await emptyStore()
  await tell(store, [...toDate, { ...june, value: 9.551 }], { drafts })
  expect((await tell(store, [june], { drafts })).issues).toMatchObject([{ value: '11.28' }])
  const estimate: Row = { ...june, value: 3, status: 'E' }
  expect((await tell(store, [estimate], { drafts })).issues).toEqual([])
})

it('asks whether a file that revises a whole series is in another unit, and says it of the series once', async () => {
  const store = await emptyStore()
  const rows = ['2023-01', '2023-02', '2023-03', '2023-04', '2023-05'].map((period, i) => ({
    series: 'trade.x.m',
    period,
    value: 9.3 + i / 10,
  }))
  await tell(store, rows, { drafts })
  const millions = rows.map((row) => ({ ...row, value: row.value * 1000 }))
  const { issues } = await tell(store, millions, { drafts })
  expect(issues).toMatchObject([{ code: 'off-scale', line: 2, severity: 'warning' }])
  expect(issues[0]!.message).toContain('5 figures of “trade.x.m” are 1000 times as large as before')
})

it('says the first of a kind, and how many more there are', async () => {
  const months = Array.from({ length: 9 }, (_, i) => `2023-0${i + 1}`)
  const rows = Array.from({ length: 50 }, (_, n) =>
    months.map((period, i) => ({ series: `s${n}`, period, value: i === 4 ? 930 : 9.3 })),
  ).flat()
  const { issues, issuesTotal } = await tell(await emptyStore(), rows)
  expect(issuesTotal).toBe(21)
  expect(issues.at(-1)!.message).toBe('There are 30 more of this kind, which are not listed.')
})

it('asks whether a new series with the figures of one that is gone is that under another name', async () => {
  const store = await emptyStore()
  const months = Array.from({ length: 6 }, (_, i) => `2023-0${i + 1}`)
  const told = (series: string, more = 0) =>
    months.map((period, i) => ({ series, period, value: 5 + i * 0.3 + more }))
  await tell(store, [...told('turkey'), ...told('china', 9)])
  const renamed = [...told('türkiye'), { series: 'türkiye', period: '2023-07', value: 7 }]
  const { issues, ...rest } = await tell(store, [...renamed, ...told('china', 9)])
  expect(rest).toMatchObject({ added: 7, unchanged: 6 })
  expect(issues).toMatchObject([{ severity: 'warning', line: 2, code: 'called-otherwise' }])
  expect(issues[0]!.message).toBe(
    '“türkiye” is new and tells the same 6 figures as “turkey”, which the file does not tell any more. Is it the same under another name? Then say which code that name stands for, or two series go on.',
  )
  expect((await tell(store, told('france', 2))).issues).toEqual([])
})

it('finds in the shipped series only what is known to be odd: a market counted in two ways', async () => {
  const store = await shippedStore()
  const found = store.raw
    .prepare(
      `select message from issue where severity = 'warning' and code <> 'told-twice' order by line`,
    )
    .pluck()
    .all() as string[]
  expect(
    found.map((message) => message.slice(message.indexOf('(car-'), message.indexOf(', and'))),
  ).toEqual([
    '(car-market.total.aeb) is 133470 units in December 2021',
    '(car-market.total.aeb) is 64072 units in December 2022',
  ])
})
