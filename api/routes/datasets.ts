import { createRoute, z } from '@hono/zod-openapi'
import type { SeriesColumns } from '../../data/model/columns.ts'
import { readDataset } from '../../data/read.ts'
import { type Dataset, findDatasetOrThrow, listDatasets } from '../../data/store/datasets.ts'
import { isColumn } from '../../data/store/facets.ts'
import { answers, file, problems } from '../answers.ts'
import { csv, headerLine, rowLine } from '../formats/csv.ts'
import { attachment } from '../formats/name.ts'
import { rowsOf } from '../formats/rows.ts'
import { streamOf } from '../formats/stream.ts'
import type { Kept } from '../kept.ts'
import { keptJson, newRoutes, noQuery } from '../routing.ts'
import { DatasetDetail, DatasetSummary } from '../schemas.ts'
import type { Services } from '../services.ts'
import { named } from './dimensions.ts'

const dataset = z.string().openapi({ example: 'bilateral-trade' })

const list = createRoute({
  method: 'get',
  path: '/api/datasets',
  tags: ['Datasets'],
  summary: 'Every dataset, with what it holds',
  request: { query: noQuery },
  responses: {
    ...answers(
      z.object({ total: z.number().int(), datasets: z.array(DatasetSummary) }).openapi('Datasets'),
      'By title.',
    ),
    ...problems(304, 400),
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/datasets/{dataset}',
  tags: ['Datasets'],
  summary: 'One dataset, with its dimensions and their codes',
  request: { query: noQuery, params: z.object({ dataset }) },
  responses: {
    ...answers(DatasetDetail, 'With source, licence, and each code with the number of its series.'),
    ...problems(304, 400, 404),
  },
})

const whole = createRoute({
  method: 'get',
  path: '/api/datasets/{dataset}.csv',
  tags: ['Downloads'],
  summary: 'Every selected observation of a dataset as CSV',
  description: 'Written while it is read, in the columns of /api/data.csv.',
  request: { query: noQuery, params: z.object({ dataset }) },
  responses: {
    ...file(csv.type, 'One row for each period of each series.'),
    ...problems(304, 400, 404),
  },
})

/** A parameter ends with its part of the path, so the router needs a pattern where the document has none. */
const wholeByName = createRoute({
  ...whole,
  path: '/api/datasets/:file{.+\\.csv}',
  request: { query: noQuery },
  hide: true,
})

export const datasetRoutes = ({ db }: Services, kept: Kept) => {
  const routes = newRoutes()
  routes.openAPIRegistry.registerPath(whole)
  return routes
    .openapi(wholeByName, (c) => {
      const { file = '' } = c.req.param() as Record<string, string>
      const id = file.slice(0, -'.csv'.length)
      return kept.stream(c.req.raw, async () => {
        const found = await findDatasetOrThrow(db, id)
        return {
          body: streamOf(csvOf(found, await readDataset(db, found.id))),
          type: csv.type,
          headers: {
            'Content-Disposition': attachment(`${found.id}.csv`),
            'X-Total-Rows': String(found.observations),
          },
        }
      })
    })
    .openapi(list, (c) =>
      keptJson(c, kept, async () => {
        const datasets = await listDatasets(db)
        return { total: datasets.length, datasets }
      }),
    )
    .openapi(one, (c) =>
      keptJson(c, kept, async () => {
        const { dimensions, ...dataset } = await findDatasetOrThrow(
          db,
          c.req.valid('param').dataset,
        )
        return { ...dataset, dimensions: dimensions.map(named) }
      }),
    )
}

async function* csvOf({ dimensions }: Dataset, series: AsyncIterable<SeriesColumns>) {
  // Unit and frequency are filtered on like dimensions, but are no columns of their own.
  const ids = dimensions.map(({ dimension }) => dimension).filter((id) => !isColumn(id))
  yield headerLine(ids)
  for await (const columns of series) yield [...rowsOf([columns], ids)].map(rowLine).join('')
}
