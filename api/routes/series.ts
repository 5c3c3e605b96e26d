import { createRoute, z } from '@hono/zod-openapi'
import { codeOf } from '../../data/codes.ts'
import { dayText } from '../../data/model/day.ts'
import { listRelated } from '../../data/store/related.ts'
import { type ListedRelease, listReleases } from '../../data/store/releases.ts'
import { searchSeries } from '../../data/store/search.ts'
import { findSeriesOrThrow } from '../../data/store/series.ts'
import { answers, problems } from '../answers.ts'
import type { Kept } from '../kept.ts'
import { keptJson, newRoutes, noQuery } from '../routing.ts'
import { SeriesDetail, SeriesSchema } from '../schemas.ts'
import type { Services } from '../services.ts'

const search = createRoute({
  method: 'get',
  path: '/api/series',
  tags: ['Series'],
  summary: 'Series by words and codes',
  description:
    'Any dimension is a parameter of its own: partner=RUS, flow=export. Codes may be spelled as their names. Best match first where q is given, else in order of dataset and key.',
  request: {
    query: z
      .object({
        q: z.string().optional().openapi({
          description: 'Words of titles, codes and notes, or their beginnings.',
          example: 'russia yuan',
        }),
        dataset: z.string().optional().openapi({ example: 'bilateral-trade' }),
        unit: z.string().optional().openapi({ example: 'USD bn' }),
        frequency: z.string().optional().openapi({ example: 'M' }),
        limit: z.coerce
          .number()
          .int()
          .min(1)
          .max(1000)
          .default(50)
          .openapi({ type: 'integer', description: 'Series on a page.' }),
        cursor: z.string().optional().openapi({ description: '`next` of the page before.' }),
      })
      .catchall(z.string()),
  },
  responses: {
    ...answers(
      z
        .object({
          total: z.number().int(),
          series: z.array(SeriesSchema),
          next: z.string().nullable(),
        })
        .openapi('SeriesPage'),
      'A page of series and how many there are in all.',
    ),
    ...problems(304, 400, 404),
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/series/{dataset}/{key}',
  tags: ['Series'],
  summary: 'One series, with the sources of its releases',
  request: {
    query: noQuery,
    params: z.object({
      dataset: z.string().openapi({ example: 'bilateral-trade' }),
      key: z.string().openapi({ example: 'cn-ru-trade.total.ytd.usd-bn' }),
    }),
  },
  responses: {
    ...answers(SeriesDetail, 'Sources by number of releases; related series differ in one part.'),
    ...problems(304, 400, 404),
  },
})

export const seriesRoutes = ({ db }: Services, kept: Kept) =>
  newRoutes()
    .openapi(search, (c) =>
      keptJson(c, kept, () => {
        const { q, dataset, unit, frequency, limit, cursor, ...codes } = c.req.valid('query')
        return searchSeries(db, { q, dataset, unit, frequency, limit, cursor, codes: read(codes) })
      }),
    )
    .openapi(one, (c) =>
      keptJson(c, kept, async () => {
        const { dataset, key } = c.req.valid('param')
        const series = await findSeriesOrThrow(db, `${dataset}/${key}`)
        const releases = await listReleases(db, series.id)
        return {
          ...series,
          sources: sourcesOf(releases),
          related: await listRelated(db, series.id),
        }
      }),
    )

/** Names and aliases as the codes that they stand for. */
const read = (codes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(codes).map(([dimension, text]) => [dimension, codeOf(dimension, text).code]),
  )

/** Each source once, the one with most releases first. */
function sourcesOf(releases: ListedRelease[]) {
  const told = Map.groupBy(releases, ({ source, sourceUrl, published }) =>
    JSON.stringify([source, sourceUrl, published]),
  )
  return [...told.values()]
    .map(([first, ...more]) => ({
      source: first!.source,
      url: first!.sourceUrl,
      published: first!.published === null ? null : dayText(first!.published),
      releases: 1 + more.length,
    }))
    .sort((a, b) => b.releases - a.releases)
}
