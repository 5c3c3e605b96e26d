import { createRoute, z } from '@hono/zod-openapi'
import { dataVersion } from '../../data/store/version.ts'
import { answers, problems } from '../answers.ts'
import { problem } from '../errors.ts'
import { newRoutes, noQuery } from '../routing.ts'
import type { Services } from '../services.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['Server'],
  summary: 'Whether the store answers',
  request: { query: noQuery },
  responses: {
    ...answers(
      z.object({ status: z.literal('ok'), version: z.number().int() }).openapi('Health'),
      'The store answers; `version` counts up when its data changes.',
    ),
    ...problems(503),
  },
})

export const healthRoutes = ({ db }: Services) =>
  newRoutes().openapi(health, async (c) => {
    try {
      return c.json({ status: 'ok' as const, version: await dataVersion(db) }, 200)
    } catch (error) {
      console.error(error)
      return problem(c, 'store-unavailable', 'The store does not answer.') as never
    }
  })
