import { parseQuery } from '../../data/model/query.ts'
import { read } from '../../data/read.ts'
import { openStore, type Store } from '../../data/store/open.ts'
import { inFolder, ingest, seconds } from './command.ts'
import { type Benchmark, inPairs, median } from './figure.ts'
import { tidyFile } from './tidy.ts'

const ROUNDS = 200

/** What a person asks of the rows: all partners of a commodity, added up by month. */
const STATEMENT = `
  select o.first_day, o.last_day, sum(o.value) as value, count(o.value) as series
  from series_code c join observation o on o.series_id = c.series_id
  where c.dimension = 'commodity' and c.code = ?
  group by o.first_day, o.last_day order by o.first_day, o.last_day`

/** The commodities with the most series. */
const largest = ({ raw }: Store): string[] =>
  raw
    .prepare<[], { code: string }>(
      `select code from facet where dimension = 'commodity' and dataset_id =
         (select dataset_id from dataset where id = 'tidy-1m') order by series desc, code limit 50`,
    )
    .all()
    .map(({ code }) => code)

/** The sum of the partners of the largest commodity as charts get it, to the rows of SQL's GROUP BY. */
export const readPartnerSum: Benchmark = {
  name: 'read.partner-sum',
  run: async () => {
    const file = await tidyFile(1_000_000)
    return inFolder(async (folder) => {
      seconds(() => ingest(folder, file))
      const store = await openStore(`file:${folder}/entrepot.db`, 'read')
      try {
        const commodities = largest(store)
        const statement = store.raw.prepare<[string], { value: number }>(STATEMENT)
        const p50 = async (ask: (code: string) => Promise<number>): Promise<number> => {
          const times: number[] = []
          for (let i = 0; i < ROUNDS; i++) {
            const begin = performance.now()
            const months = await ask(commodities[i % commodities.length]!)
            times.push(performance.now() - begin)
            if (months === 0) throw new Error('A benchmark summed nothing.')
          }
          return median(times)
        }
        const result = await inPairs(
          () =>
            p50(async (code) => {
              const asked = parseQuery({ series: `sum(tidy-1m/commodity=${code})` })
              return (await read(store.db, asked)).series[0]!.values.length
            }),
          () => p50(async (code) => statement.all(code).length),
          7,
        )
        return [{ name: 'read.partner-sum', ...result, unit: 'ms', goal: 0.12 }]
      } finally {
        await store.close()
      }
    })
  },
}
