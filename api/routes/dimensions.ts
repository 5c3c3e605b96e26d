import { createRoute, z } from '@hono/zod-openapi'
import { nameOf } from '../../data/codes.ts'
import { countDimensions } from '../../data/store/dimensions.ts'
import { answers, problems } from '../answers.ts'
import type { Kept } from '../kept.ts'
import { seriesFilters } from '../parameters.ts'
import { keptJson, newRoutes } from '../routing.ts'
import { DimensionSchema } from '../schemas.ts'
import { filtersOf } from '../series-filters.ts'
import type { Services } from '../services.ts'

const list = createRoute({
  method: 'get',
  path: '/api/dimensions',
  tags: ['Series'],
  summary: 'What series can be filtered by: dimensions, their codes and how many series have each',
  description:
    'Filters are those of /api/series. The codes of a dimension that is filtered on are counted without that filter, so that they show what could be chosen instead.',
  request: { query: z.object(seriesFilters).catchall(z.string()) },
  responses: {
    ...answers(
      z
        .object({
          total: z.number().int().openapi({ description: 'Series that match all filters.' }),
          dimensions: z.array(DimensionSchema),
        })
        .openapi('Dimensions'),
      'In order of the alphabet, unit and frequency last.',
    ),
    ...problems(304, 400, 404),
  },
})

export const dimensionRoutes = ({ db }: Services, kept: Kept) =>
  newRoutes().openapi(list, (c) =>
    keptJson(c, kept, async () => {
      const { total, dimensions } = await countDimensions(db, filtersOf(c.req.valid('query')))
      return { total, dimensions: dimensions.map(named) }
    }),
  )

/** A dimension by its id, codes with their names for readers. */
export const named = ({
  dimension,
  codes,
}: Awaited<ReturnType<typeof countDimensions>>['dimensions'][number]) => ({
  id: dimension,
  codes: codes.map(({ code, series, name = code }) => {
    const listed = nameOf(dimension, code)
    return { code, label: listed === code ? name : listed, series }
  }),
})
