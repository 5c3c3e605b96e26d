import { createHash } from 'node:crypto'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler, TypedResponse } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import type { JSONParsed } from 'hono/utils/types'
import { nearest } from '../data/model/nearest.ts'
import { type Answer, encode, encodingOf, matches } from './encoded.ts'
import { problem } from './errors.ts'
import type { Kept } from './kept.ts'

/** What a writing route knows besides its request. */
export interface Env {
  Variables: {
    /** Who writes, as the ledger says it. */
    by: string
  }
}

/** Routes whose wrong requests are answered with problem documents. */
export function newRoutes(): OpenAPIHono<Env> {
  const routes: OpenAPIHono<Env> = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      return invalid(c, result.target, result.error, namesOf(routes, c, result.target))
    },
  })
  return routes
}

/** The names that the route that is being answered knows, in its query or its body. */
function namesOf(routes: OpenAPIHono<Env>, c: Context, target: string): string[] {
  const path = routePath(c)
  for (const definition of routes.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { route } = definition
    if (route.method !== c.req.method.toLowerCase() || routingPath(route.path) !== path) continue
    const { query, body } = route.request ?? {}
    const json = body?.content['application/json']
    const schema = target !== 'json' ? query : json && 'schema' in json ? json.schema : undefined
    return schema && 'shape' in schema ? Object.keys(schema.shape as object) : []
  }
  return []
}

/** What every answer carries that a route writes; kept answers and the page have their own. */
export const plainHeaders: MiddlewareHandler = (c, next) => {
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  return next()
}

/** Names that a record of parameters cannot hold are refused before they are lost. */
export const namedParameters: MiddlewareHandler = async (c, next) => {
  const { url } = c.req
  const names = url.includes('?') ? [...new URL(url).searchParams.keys()] : []
  const odd = names.find((name) => name === '' || name === '__proto__')
  if (odd === undefined) return next()
  const words = odd === '' ? 'A parameter has no name.' : `There is no parameter "${odd}".`
  return problem(c, 'unknown-parameter', words, { parameter: odd })
}

/** `/api/series/{dataset}` as Hono writes it. */
const routingPath = (path: string): string => path.replace(/\{(.+?)\}/g, ':$1')

/** Bodies that are read into memory are small. */
export const smallBody = bodyLimit({
  maxSize: 1024 ** 2,
  onError: (c) => problem(c, 'body-too-large', 'The body is larger than 1 MiB.'),
})

/** A query that knows its parameters: any other is a fault that names the nearest right one. */
export const query = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape)

/** The query of a route that takes no parameter. */
export const noQuery = query({})

function invalid(c: Context, target: string, error: z.ZodError, known: string[]): Response {
  // A name that is mistyped is missing too, and that is what is to be said of it.
  const unknown = error.issues.find(({ code }) => code === 'unrecognized_keys')
  if (unknown?.code === 'unrecognized_keys') return unknownName(c, target, unknown.keys[0]!, known)
  const [issue] = error.issues
  const name = issue?.path.join('.') ?? ''
  if (target === 'query') {
    const times = c.req.queries(name)?.length ?? 0
    const words = `"${name}" is given ${times} times; give it once.`
    const about = { parameter: name }
    if (times > 1) return problem(c, 'repeated-parameter', words, about)
    if (times === 0) return problem(c, 'missing-parameter', `"${name}" is missing.`, about)
  }
  const given = target === 'query' ? `${name}=${c.req.query(name)}` : name || 'The body'
  const why = lowered(issue?.message ?? 'it is wrong')
  const code = target === 'json' ? 'bad-body' : 'bad-parameter'
  return problem(c, code, `${given} cannot be used: ${why}.`, name ? { parameter: name } : {})
}

const lowered = (message: string): string =>
  message.replace(/^Invalid input: /, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase())

function unknownName(c: Context, target: string, name: string, known: string[]): Response {
  const inBody = target === 'json'
  const words = unknownNameWords(inBody ? 'field' : 'parameter', name, known)
  const near = nearest(name, known)
  const about = { parameter: name, ...(near ? { near } : {}) }
  return problem(c, inBody ? 'bad-body' : 'unknown-parameter', words, about)
}

/** What is said of a name that is not known, and which was probably meant. */
export function unknownNameWords(kind: string, name: string, known: string[]): string {
  const near = nearest(name, known)
  const there = known.length === 0 ? 'This address takes none.' : `There are ${known.join(', ')}.`
  return `There is no ${kind} "${name}". ${near ? `Did you mean "${near}"?` : there}`
}

/** A response that a typed client reads as T. */
export type Json<T> = Response & TypedResponse<JSONParsed<T>, 200, 'json'>

/** A kept JSON answer, typed as `c.json` would type it. */
export const keptJson = <T>(c: Context, kept: Kept, make: () => Promise<T> | T) =>
  kept.answer(c.req.raw, async () => ({
    body: JSON.stringify(await make()),
    type: 'application/json',
  })) as Promise<Json<T>>

/** A JSON answer that follows another clock than the data's: its ETag is a hash of the body. */
export const hashedJson = <T>(c: Context, value: T) =>
  hashed(c, { body: JSON.stringify(value), type: 'application/json' }) as Promise<Json<T>>

/** An answer that is made each time, with a hash of it as its ETag; compressed as the asker likes. */
export async function hashed(c: Context, answer: Answer): Promise<Response> {
  const encoding = encodingOf(c.req.raw)
  const hash = createHash('sha256').update(answer.body).update(encoding).digest('base64url')
  const tag = `"${hash.slice(0, 22)}"`
  const { body, headers } = await encode(answer, encoding, tag)
  if (!matches(c.req.raw, tag)) return c.body(body, 200, headers)
  const { 'Content-Length': _, 'Content-Encoding': __, 'Content-Type': ___, ...rest } = headers
  return c.body(null, 304, rest)
}
