import { createRoute, z } from '@hono/zod-openapi'
import { dataVersion } from '../../data/store/data-version.ts'
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
      z
        .object({
          status: z.literal('ok'),
          version: z.number().int().openapi({ description: 'Counts up when the data changes.' }),
          maxUpload: z.number().int().openapi({ description: 'Bytes that a file may have.' }),
        })
        .openapi('Health'),
      'The store answers.',
    ),
    ...problems(503),
  },
})

export const healthRoutes = ({ db, settings }: Services) =>
  newRoutes().openapi(health, async (c) => {
    try {
      const version = await dataVersion(db)
      c.header('Cache-Control', 'no-store')
      const maxUpload = settings.ENTREPOT_MAX_UPLOAD
      return c.json({ status: 'ok' as const, version, maxUpload }, 200)
    } catch (error) {
      console.error(error)
      return problem(c, 'store-unavailable', 'The store does not answer.') as never
    }
  })
