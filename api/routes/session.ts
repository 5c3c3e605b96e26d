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
  })
  .openapi('Session', { example: { signedIn: true, name: 'Ada', expires: '2026-04-10T09:00:00Z' } })

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
            token: z.string().min(1),
            name: z.string().trim().max(80).optional(),
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

const SIGNED_OUT = { signedIn: false, name: null, expires: null }

export const sessionRoutes = ({ access }: Services) => {
  const routes = newRoutes()
  routes.use('/api/session', smallBody)
  return routes
    .openapi(ask, (c) => {
      const session = sessionOf(c, access)
      return fresh(c).json(session ? { signedIn: true, ...session } : SIGNED_OUT, 200)
    })
    .openapi(open, (c) => {
      const { token, name } = c.req.valid('json')
      checkOrigin(c)
      checkToken(c, access, token)
      const { id, expires } = access.openSession(name || null)
      giveCookie(c, id, expires)
      return fresh(c).json({ signedIn: true, name: name || null, expires }, 200)
    })
    .openapi(close, (c) => {
      checkOrigin(c)
      const id = takeCookie(c)
      if (id !== undefined) access.closeSession(id)
      return fresh(c).json(SIGNED_OUT, 200)
    })
}

const fresh = (c: Context): Context => {
  c.header('Cache-Control', 'no-store')
  return c
}
