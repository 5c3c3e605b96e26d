import { expect, it } from 'vitest'
import { useStore } from './taking.ts'

const files = useStore()

const MANY = 15_000

/** Days of rates, of which the last begins when the others have been told for half a megabyte, below some lines. */
const rates = (...head: string[]): string => {
  const rows = Array.from({ length: MANY }, (_, i) => {
    const day = new Date(Date.UTC(1960, 0, 1 + i)).toISOString().slice(0, 10)
    return `${day},2.${1000 + (i % 900)},1.${2000 + (i % 700)},${i < MANY - 3 ? '' : '5.5'}`
  })
  return `${[...head, ...rows].join('\n')}\n`
}

it.each([
  ['names alone', ['Day,USD per GBP,CHF per GBP,UAH per GBP']],
  [
    'keys and units below them',
    ['Day,USD per GBP,CHF per GBP,UAH per GBP', 'Unit,USD,CHF,UAH', 'Code,K1,K2,K3'],
  ],
])('a series of %s is read that begins far below the rows looked at first', async (_, head) => {
  await files.take('rates.csv', rates(...head))
  const { value } = await files.store.db
    .selectFrom('observation')
    .innerJoin('series', 'series.series_id', 'observation.series_id')
    .where('series.key', 'in', ['UAH_per_GBP', 'K3'])
    .orderBy('observation.first_day', 'desc')
    .select('observation.value')
    .executeTakeFirstOrThrow()
  expect(value).toBe(5.5)
})
