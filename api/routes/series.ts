import { createRoute, z } from '@hono/zod-openapi'
import { SORTS, searchSeries } from '../../data/store/search/search.ts'
import { findSeriesDetail } from '../../data/store/series/detail.ts'
import { answers, problems } from '../answers.ts'
import type { Kept } from '../kept.ts'
import { pageCursor, pageLimit, seriesFilters } from '../parameters.ts'
import { keptJson, newRoutes, noQuery } from '../routing.ts'
import { SeriesDetail, SeriesSchema } from '../schemas.ts'
import { filtersOf } from '../series-filters.ts'
import type { Services } from '../services.ts'

const sort = z.enum(SORTS).default('usual').openapi({
  description:
    'title: by title; latest: the largest latest figure first, whatever its unit, series without one last.',
})

const search = createRoute({
  method: 'get',
  path: '/api/series',
  tags: ['Series'],
  summary: 'Series by words and codes',
  description:
    'Best match first where `q` is given, else in order of dataset and key; or by `sort`.',
  request: {
    query: z
      .object({ ...seriesFilters, sort, limit: pageLimit('Series'), cursor: pageCursor })
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
        const { sort, limit, cursor, ...filters } = c.req.valid('query')
        return searchSeries(db, { ...filtersOf(filters), sort, limit, cursor })
      }),
    )
    .openapi(one, (c) =>
      keptJson(c, kept, () => {
        const { dataset, key } = c.req.valid('param')
        return findSeriesDetail(db, `${dataset}/${key}`)
      }),
    )
