import { createRoute, z } from '@hono/zod-openapi'
import { dayText, parseDay } from '../../data/model/day.ts'
import { periodText } from '../../data/model/period.ts'
import { edgesOf, parseQuery } from '../../data/model/query.ts'
import { parseSelection } from '../../data/model/selection.ts'
import { listReleases } from '../../data/store/series/releases.ts'
import { findSeriesOrThrow } from '../../data/store/series/series.ts'
import { answers, problems } from '../answers.ts'
import { ApiError } from '../errors.ts'
import type { Kept } from '../kept.ts'
import { optional, range, yesOrNo } from '../parameters.ts'
import { keptJson, newRoutes, query } from '../routing.ts'
import { ReleaseRow } from '../schemas.ts'
import type { Services } from '../services.ts'

const observations = createRoute({
  method: 'get',
  path: '/api/observations',
  tags: ['Data'],
  summary: 'One series with every telling of every period',
  description: 'Each with its source, and the import, file and line that it came by.',
  request: {
    query: query({
      series: z.string().openapi({
        description: 'Id of one stored series.',
        example: 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn',
      }),
      ...range,
      asOf: optional('Releases that were known on this day.', '2024-06-30'),
      history: yesOrNo('Every release, not the selected ones only.'),
    }),
  },
  responses: {
    ...answers(
      z
        .object({ total: z.number().int(), observations: z.array(ReleaseRow) })
        .openapi('Observations'),
      'In order of period, then of telling.',
    ),
    ...problems(304, 400, 404),
  },
})

export const observationRoutes = ({ db }: Services, kept: Kept) =>
  newRoutes().openapi(observations, (c) =>
    keptJson(c, kept, async () => {
      const { history, ...asked } = c.req.valid('query')
      const query = parseQuery(asked)
      const { series, asOf } = query
      const [only, second] = series
      if (only?.kind !== 'series' || second || parseSelection(only.id)) {
        throw new ApiError('bad-series', 'Ask for one stored series: series=dataset/key.', {
          parameter: 'series',
        })
      }
      const { cumulative } = await findSeriesOrThrow(db, only.id)
      const day = asOf === null ? undefined : parseDay(asOf)
      const releases = await listReleases(db, only.id, { within: edgesOf(query), asOf: day })
      const rows = releases
        .filter(({ selected }) => history || selected)
        .map(({ period, published, known, ...row }) => ({
          period: periodText(period, cumulative),
          ...row,
          published: published === null ? null : dayText(published),
          known: dayText(known),
        }))
      return { total: rows.length, observations: rows }
    }),
  )
