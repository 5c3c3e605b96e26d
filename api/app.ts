import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { nearest } from '../data/model/nearest.ts'
import type { Direct } from './direct.ts'
import { documentationRoutes } from './docs/routes.ts'
import { errorProblem, problem } from './errors.ts'
import { askedBy, responseOf } from './kept.ts'
import { dashboardRoutes } from './routes/dashboards.ts'
import { dataRoutes } from './routes/data.ts'
import { datasetRoutes } from './routes/datasets.ts'
import { dimensionRoutes } from './routes/dimensions.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { observationRoutes } from './routes/observations.ts'
import { seriesRoutes } from './routes/series.ts'
import { sessionRoutes } from './routes/session.ts'
import { type Env, namedParameters, newRoutes, plainHeaders } from './routing.ts'
import type { Services } from './services.ts'

/** The HTTP edge: every route of the API, its documentation, and the built page for all other addresses. */
export function createApp(services: Services, direct: Direct) {
  const { kept, readText } = direct
  const routes = newRoutes()
  routes.use(plainHeaders)
  routes.use('/api/*', namedParameters)
  const app = routes
    .route('/', healthRoutes(services))
    .route('/', datasetRoutes(services, kept))
    .route('/', seriesRoutes(services, kept))
    .route('/', dimensionRoutes(services, kept))
    .route('/', dataRoutes(services, kept, readText))
    .route('/', observationRoutes(services, kept))
    .route('/', dashboardRoutes(services, kept))
    .route('/', importRoutes(services))
    .route('/', sessionRoutes(services))
  app.route('/', documentationRoutes(app))
  app.onError(errorProblem)
  app.notFound((c) => notFound(c, app, services))

  const { fetch } = app
  app.fetch = async (request, ...rest) => {
    const ready = direct.find(askedBy(request))
    return ready ? responseOf(ready) : fetch(request, ...rest)
  }
  return app
}

/** For a typed client: `hc<App>(address)`. */
export type App = ReturnType<typeof createApp>

/** What no route answers: a page, a route asked in another way, or an address that there is not. */
async function notFound(c: Context, app: OpenAPIHono<Env>, { page }: Services): Promise<Response> {
  const { method, path } = c.req
  const allowed = methodsOf(app, path)
  if (allowed.length > 0) {
    c.header('Allow', allowed.join(', '))
    if (method === 'OPTIONS') return c.body(null, 204)
    return problem(c, 'wrong-method', `${path} answers ${allowed.join(', ')} and not ${method}.`)
  }
  if (path === '/api' || path.startsWith('/api/')) {
    const name = nearest(path.slice('/api/'.length), namesOf(app))
    const near = name && { near: `/api/${name}` }
    const hint = near ? ` Did you mean ${near.near}?` : ''
    return problem(c, 'unknown-route', `There is no address ${path}.${hint}`, near || {})
  }
  if (method !== 'GET' && method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD, OPTIONS')
    if (method === 'OPTIONS') return c.body(null, 204)
    return problem(c, 'wrong-method', `${path} is a page: it answers GET and not ${method}.`)
  }
  if (!page) return problem(c, 'no-page', 'The page is not built.')
  const answer = await page.answer(c.req.raw)
  return answer ?? problem(c, 'unknown-file', `There is no file ${path}.`)
}

/** Methods that some route answers at a path. */
function methodsOf(app: OpenAPIHono<Env>, path: string): string[] {
  const methods = app.routes
    .filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path))
    .map((route) => route.method)
  if (methods.includes('GET')) methods.push('HEAD')
  if (methods.length > 0) methods.push('OPTIONS')
  return [...new Set(methods)].sort()
}

/** A path of the router as an expression: `:file{.+\.csv}` is its own, `:id` is anything but a slash. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:\w+(?:\{(.+)\})?/g, (_, own?: string) => own ?? '[^/]+')}$`)

/** What stands after /api/ where nothing in it is a parameter. */
const namesOf = (app: OpenAPIHono<Env>): string[] => [
  ...new Set(
    app.routes
      .map((route) => route.path.replace(/^\/api\//, ''))
      .filter((name) => !/[:*]/.test(name)),
  ),
]
