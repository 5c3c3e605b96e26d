import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answers, problems } from '../answers.ts'
import { newRoutes, noQuery, smallBody } from '../routing.ts'
import type { Services } from '../services.ts'
import { checkOrigin, checkToken, giveCookie, sessionOf, takeCookie } from '../signing.ts'

const SessionSchema = z
  .object({
    signedIn: z.boolean(),
    name: z.string().nullable(),
    expires: z.string().nullable(),
    maxUpload: z.number().int().openapi({ description: 'Bytes that an uploaded file may have.' }),
  })
  .openapi('Session', {
    example: {
      signedIn: true,
      name: 'Ada',
      expires: '2026-04-10T09:00:00.000Z',
      maxUpload: 1_073_741_824,
    },
  })

const tags = ['Session']

const ask = createRoute({
  method: 'get',
  path: '/api/session',
  tags,
  summary: 'Whether this browser is signed in',
  request: { query: noQuery },
  responses: { ...answers(SessionSchema, 'Not signed in is an answer too.'), ...problems(400) },
})

const open = createRoute({
  method: 'post',
  path: '/api/session',
  tags,
  summary: 'Trade the token for a cookie',
  description:
    'The cookie is HttpOnly and SameSite=Strict. The name, if given, is kept with imports.',
  request: {
    query: noQuery,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            token: z
              .string()
              .min(1, { error: 'it is empty' })
              .openapi({ description: 'ENTREPOT_TOKEN, or the one printed at the first start.' }),
            name: z
              .string()
              .trim()
              .max(80, { error: 'it is longer than 80 letters' })
              .regex(/^\P{Cc}*$/u, { error: 'it is one line of text' })
              .optional()
              .openapi({
                description: 'Of whoever signs in; the ledger keeps it.',
                example: 'Ada',
              }),
          }),
        },
      },
    },
  },
  responses: {
    ...answers(SessionSchema, 'Signed in; the cookie is set.'),
    ...problems(400, 403, 415, 429),
  },
})

const close = createRoute({
  method: 'delete',
  path: '/api/session',
  tags,
  summary: 'Sign out',
  request: { query: noQuery },
  responses: { ...answers(SessionSchema, 'Signed out.'), ...problems(400, 403) },
})

export const sessionRoutes = ({ access, settings }: Services) => {
  const maxUpload = settings.ENTREPOT_MAX_UPLOAD
  const signedOut = { signedIn: false, name: null, expires: null, maxUpload }
  const routes = newRoutes()
  routes.use('/api/session', smallBody)
  return routes
    .openapi(ask, (c) => {
      const session = sessionOf(c, access)
      return fresh(c).json(session ? { signedIn: true, ...session, maxUpload } : signedOut, 200)
    })
    .openapi(open, (c) => {
      const { token, name } = c.req.valid('json')
      checkOrigin(c)
      checkToken(c, access, token)
      const { id, expires } = access.openSession(name || null)
      giveCookie(c, id, expires)
      return fresh(c).json({ signedIn: true, name: name || null, expires, maxUpload }, 200)
    })
    .openapi(close, (c) => {
      checkOrigin(c)
      const id = takeCookie(c)
      if (id !== undefined) access.closeSession(id)
      return fresh(c).json(signedOut, 200)
    })
}

const fresh = (c: Context): Context => {
  c.header('Cache-Control', 'no-store')
  return c
}
