import { createRoute, z } from '@hono/zod-openapi'
import type { Columns } from '../../data/model/columns.ts'
import { parseQuery } from '../../data/model/query.ts'
import { read } from '../../data/read.ts'
import type { ReadText } from '../../data/read-text.ts'
import { answers, file, problems } from '../answers.ts'
import { FORMATS } from '../formats/index.ts'
import { attachment, fileName } from '../formats/name.ts'
import { rowCount } from '../formats/rows.ts'
import type { Kept } from '../kept.ts'
import { optional, range } from '../parameters.ts'
import { type Json, newRoutes, query } from '../routing.ts'
import { ColumnsSchema } from '../schemas.ts'
import type { Services } from '../services.ts'

const dataQuery = query({
  series: z.string().openapi({
    description:
      'Ids, or functions of them, separated by commas: yoy(ID), index(ID:2021-12), balance(ID,ID). sum(DATASET/flow=X;partner=RUS) is the sum of all series of a dataset that have these codes.',
    example: 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn',
  }),
  ...range,
  span: optional('Lengths of period to keep: A, S, Q, M, W, D, I, ytd.', 'ytd'),
  transform: optional(
    'Applied from left to right: yoy, pop, index:PERIOD, ytd, sum12, share, sum, balance.',
    'yoy',
  ),
  asOf: optional('The store as it was known on this day.', '2024-06-30'),
})

const data = createRoute({
  method: 'get',
  path: '/api/data',
  tags: ['Data'],
  summary: 'Series in columns, transformed',
  description: 'What every chart draws. start and end keep periods that lie wholly inside.',
  request: { query: dataQuery },
  responses: {
    ...answers(ColumnsSchema, 'The selected value of every period.'),
    ...problems(304, 400, 404),
  },
})

export const dataRoutes = ({ db }: Services, kept: Kept, readText: ReadText) => {
  const routes = newRoutes()
  for (const format of FORMATS) {
    const download = createRoute({
      method: 'get',
      path: `/api/data.${format.ending}`,
      tags: ['Downloads'],
      summary: `The answer of /api/data as ${format.ending.toUpperCase()}`,
      description: `A file: ${format.says}.`,
      request: { query: dataQuery },
      responses: { ...file(format.type, `${format.says}.`), ...problems(304, 400, 404) },
    })
    routes.openapi(download, (c) =>
      kept.answer(c.req.raw, async () => {
        const asked = parseQuery(c.req.valid('query'))
        const columns = await read(db, asked)
        return {
          body: await format.write(columns, c.req.url),
          type: format.type,
          headers: {
            'Content-Disposition': attachment(fileName(asked, format.ending)),
            'X-Total-Rows': String(rowCount(columns.series)),
          },
        }
      }),
    )
  }
  return routes.openapi(
    data,
    (c) =>
      kept.answer(c.req.raw, async () => {
        const asked = parseQuery(c.req.valid('query'))
        const body = readText(asked)?.bytes ?? JSON.stringify(await read(db, asked))
        return { body, type: 'application/json' }
      }) as Promise<Json<Columns>>,
  )
}
