import { readFileSync } from 'node:fs'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers, problems } from '../answers.ts'
import { type Env, hashed, hashedJson, newRoutes, noQuery } from '../routing.ts'
import { type Document, documentOf } from './document.ts'
import { renderDocument } from './render.ts'

const document = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  tags: ['Server'],
  summary: 'This description, as OpenAPI 3.1',
  request: { query: noQuery },
  responses: {
    ...answers(z.object({ openapi: z.string() }).loose(), 'The document.'),
    ...problems(400),
  },
})

const page = createRoute({
  method: 'get',
  path: '/api/docs',
  tags: ['Server'],
  summary: 'This description, to read',
  request: { query: noQuery },
  responses: {
    200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } },
    ...problems(400),
  },
})

const style = createRoute({
  method: 'get',
  path: '/api/docs.css',
  hide: true,
  request: { query: noQuery },
  responses: {
    200: { description: 'How it looks.', content: { 'text/css': { schema: z.string() } } },
  },
})

/** The routes of an app, described: as a document and as a page made from it, without script. */
export function documentationRoutes(app: OpenAPIHono<Env>) {
  const css = readFileSync(new URL('./docs.css', import.meta.url), 'utf8')
  let made: Document | undefined
  // All routes are there when the first one asks.
  const described = (): Document => {
    made ??= documentOf(app)
    return made
  }
  return newRoutes()
    .openapi(document, (c) => hashedJson(c, described()))
    .openapi(page, (c) => {
      const body = renderDocument(described(), new URL(c.req.url).origin)
      const policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
      const headers = { 'Content-Security-Policy': policy }
      return hashed(c, { body, type: 'text/html; charset=utf-8', headers })
    })
    .openapi(style, (c) => hashed(c, { body: css, type: 'text/css; charset=utf-8' }))
}
