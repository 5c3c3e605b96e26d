import { createRoute, z } from '@hono/zod-openapi'
import { parseDay } from '../../data/model/day.ts'
import { nearest } from '../../data/model/nearest.ts'
import { edgesOf, parseRange } from '../../data/model/query.ts'
import { answers, problems } from '../answers.ts'
import { ApiError } from '../errors.ts'
import type { Kept } from '../kept.ts'
import { optional } from '../parameters.ts'
import { keptJson, newRoutes, noQuery, query } from '../routing.ts'
import { Dashboard, Event } from '../schemas.ts'
import type { Services } from '../services.ts'

const list = createRoute({
  method: 'get',
  path: '/api/dashboards',
  tags: ['Dashboards'],
  summary: 'Every dashboard',
  request: { query: noQuery },
  responses: {
    ...answers(
      z
        .object({
          total: z.number().int(),
          dashboards: z.array(
            Dashboard.pick({ id: true, title: true, summary: true, order: true }),
          ),
        })
        .openapi('Dashboards'),
      'In the order in which the page lists them.',
    ),
    ...problems(304, 400),
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/dashboards/{id}',
  tags: ['Dashboards'],
  summary: 'One dashboard: the document that the page draws at /d/{id}',
  request: {
    query: noQuery,
    params: z.object({ id: z.string().openapi({ example: 'overview' }) }),
  },
  responses: {
    ...answers(Dashboard, 'Headline figures and panels, each with its query and its words.'),
    ...problems(304, 400, 404),
  },
})

const events = createRoute({
  method: 'get',
  path: '/api/events',
  tags: ['Dashboards'],
  summary: 'Dated facts drawn over charts',
  request: {
    query: query({
      category: z
        .string()
        .optional()
        .openapi({ description: 'One or several, separated by commas.', example: 'sanctions' }),
      start: optional('Events of this period or later.', '2022'),
      end: optional('Events of this period or earlier.', '2023-06'),
    }),
  },
  responses: {
    ...answers(
      z
        .object({
          total: z.number().int(),
          categories: z.array(z.string()).openapi({ description: 'All that there are.' }),
          events: z.array(Event),
        })
        .openapi('Events'),
      'By date.',
    ),
    ...problems(304, 400),
  },
})

export const dashboardRoutes = ({ documents }: Services, kept: Kept) =>
  newRoutes()
    .openapi(list, (c) =>
      keptJson(c, kept, () => ({
        total: documents.dashboards.length,
        dashboards: documents.dashboards.map(({ id, title, summary, order }) => ({
          id,
          title,
          summary,
          order,
        })),
      })),
    )
    .openapi(one, (c) =>
      keptJson(c, kept, () => {
        const { id } = c.req.valid('param')
        const found = documents.dashboards.find((dashboard) => dashboard.id === id)
        return found ?? unknownDashboard(id, documents.dashboards)
      }),
    )
    .openapi(events, (c) =>
      keptJson(c, kept, () => {
        const { category, start, end } = c.req.valid('query')
        const categories = [...new Set(documents.events.map((event) => event.category))].sort()
        const wanted = category?.split(',').map((name) => knownCategory(name.trim(), categories))
        const { first, last } = edgesOf(parseRange({ start, end }))
        const found = documents.events.filter(({ date, category }) => {
          const day = parseDay(date)!
          return day >= first && day <= last && (wanted?.includes(category) ?? true)
        })
        return { total: found.length, categories, events: found }
      }),
    )

function unknownDashboard(id: string, dashboards: { id: string }[]): never {
  const near = nearest(
    id,
    dashboards.map((dashboard) => dashboard.id),
  )
  const hint = near ? ` Did you mean "${near}"?` : ''
  throw new ApiError('unknown-dashboard', `There is no dashboard "${id}".${hint}`, {
    ...(near ? { near } : {}),
  })
}

function knownCategory(name: string, categories: string[]): string {
  if (categories.includes(name)) return name
  const words = `There is no category "${name}"; there are ${categories.join(', ')}.`
  throw new ApiError('bad-parameter', words, { parameter: 'category' })
}
