import { readFileSync } from 'node:fs'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../routing.ts'

export type Document = ReturnType<OpenAPIHono<Env>['getOpenAPI31Document']>
type Route = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Parameter = NonNullable<Route['parameters']>[number]

const TAGS = [
  ['Data', 'Figures: what charts draw, and every telling of a figure.'],
  ['Downloads', 'The same answers as files, with their sources in them.'],
  ['Series', 'One line each; dataset/key names it.'],
  ['Datasets', 'Series that share a source and a way of being read.'],
  ['Dashboards', 'Pages of charts and the events drawn over them, as documents.'],
  ['Imports', 'CSV files taken in, and taken back.'],
  ['Session', 'For pages: the token traded for a cookie.'],
  ['Server', 'The program itself.'],
] as const

const DESCRIPTION = `Trade time series: read, downloaded, uploaded and taken back.

Reading is open. Writing needs the token (\`Authorization: Bearer TOKEN\`), or a session's cookie. Every list says how many there are in all. An unknown parameter is refused with the nearest right one. Reads carry an ETag: send it back as \`If-None-Match\`, and an answer that has not changed is 304. A missing value is null, never zero.`

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

/** All described routes of an app as OpenAPI 3.1. */
export function documentOf(app: OpenAPIHono<Env>): Document {
  const registry = app.openAPIRegistry
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'ENTREPOT_TOKEN, or the token printed at the first start.',
  })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'entrepot',
    description: 'The cookie that POST /api/session gives.',
  })
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Entrepot',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    tags: TAGS.map(([name, description]) => ({ name, description })),
    security: [],
  })
  for (const path of FILTERED) document.paths?.[path]?.get?.parameters?.push(DIMENSIONS)
  return document
}

/** Routes that take every dimension of the store as a parameter. */
const FILTERED = ['/api/series', '/api/dimensions']
const DIMENSIONS: Parameter = {
  name: 'dimensions',
  in: 'query',
  style: 'form',
  explode: true,
  description:
    'Any dimension is a parameter of its own: `partner=RUS&flow=export`. Codes may be spelled as their names; `/api/dimensions` lists them.',
  schema: { type: 'object', additionalProperties: { type: 'string' }, example: { partner: 'RUS' } },
}
