import { expect, it } from 'vitest'
import { useStore } from './taking.ts'

const files = useStore()

/** What a sum of its values means, of each series of a file. */
async function additiveOf(content: string): Promise<Record<string, string>> {
  await files.take('file.csv', content)
  const rows = await files.store.db.selectFrom('series').select(['key', 'additive']).execute()
  return Object.fromEntries(rows.map(({ key, additive }) => [key, additive]))
}

it('rates of currencies are never summed, also where one of them is no more', async () => {
  expect(await additiveOf('Date,USD,JPY,CYP\n2007-12-28,1.47,166.1,0.5848\n')).toEqual({
    USD: 'none',
    JPY: 'none',
    CYP: 'none',
  })
})

it('amounts of a flow in several currencies are', async () => {
  const content = 'Month,Flow,USD,CNY\n2023-01,Exports,5.1,34.2\n2023-02,Exports,5.3,36.1\n'
  expect(new Set(Object.values(await additiveOf(content)))).toEqual(new Set(['sum']))
})

it('a price in dollars is not summed, a value at constant prices is', async () => {
  const content =
    'Month,Brent price (USD),Output at constant prices (USD)\n2023-01,83.1,512\n2023-02,82.6,498\n'
  expect(await additiveOf(content)).toEqual({
    Brent_price: 'none',
    Output_at_constant_prices: 'sum',
  })
})

it('nor is what a name says to be a rate of exchange, while trade at such rates is', async () => {
  const content =
    'Country,Indicator,Year,Unit,Value\nESP,"Exchange rates, average",2008,EUR,0.68\n' +
    'ESP,"Exchange rates, average",2009,EUR,0.72\nESP,Sales at exchange rates of 2008,2008,EUR,512\n' +
    'ESP,Sales at exchange rates of 2008,2009,EUR,498\n'
  expect(Object.values(await additiveOf(content))).toEqual(['none', 'sum'])
})
