import { expect, it } from 'vitest'
import { SameTitles } from '../../../data/ingest/records/same-titles.ts'

function apart(series: [key: string, title: string][]): [number, string][] {
  const titles = new SameTitles()
  for (const [, title] of series) titles.add(title)
  return [...titles.apart((number) => series[number]![0])].map(({ number, words }) => [
    number,
    words,
  ])
}

it('tells series of one title apart by what tells their keys apart', () => {
  const series: [string, string][] = [
    ['CHN.A.car_parts', 'China'],
    ['RUS.A.cars', 'Russia'],
    ['CHN.M.cars', 'China'],
    ['CHN', 'China'],
  ]
  expect(apart(series)).toEqual([
    [0, 'annual, car parts'],
    [2, 'monthly, cars'],
  ])
  expect(apart(series.slice(0, 2))).toEqual([])
})

it('does so of very many series in time', () => {
  const begun = performance.now()
  const series = Array.from({ length: 200_000 }, (_, i): [string, string] => [`a.${i}.b`, 'Goods'])
  const told = apart(series)
  expect([told.length, told.at(-1)]).toEqual([200_000, [199_999, '199999']])
  expect(performance.now() - begun).toBeLessThan(10_000)
})
