import type { z } from '@hono/zod-openapi'
import { Problem } from './schemas.ts'

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } })

/** The answer 200 with JSON, for a route's description. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: json(schema) },
})

const WORDS: Record<number, string> = {
  304: 'The asker has this answer already (If-None-Match).',
  400: 'A parameter is unknown or wrong; the detail says which.',
  401: 'Writing asks for the token.',
  403: 'The token is wrong, or the request comes from another site.',
  404: 'There is none of that name; the detail says which is nearest.',
  409: 'It is in no state for this.',
  413: 'The file is larger than ENTREPOT_MAX_UPLOAD.',
  415: 'The body is of another type than this address takes.',
  422: 'The file or a field of the form cannot be used.',
  429: 'Too many wrong tokens from one address.',
  503: 'The store is busy or does not answer; Retry-After says when to ask again.',
}

/**
 * What else a route may answer, for its description. Typed as nothing: handlers throw what goes wrong,
 * so that a typed client sees answers only.
 */
export function problems(...statuses: number[]): Record<never, never> {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: WORDS[status],
        ...(status >= 400 ? { content: { 'application/problem+json': { schema: Problem } } } : {}),
      },
    ]),
  )
}

/** The answer 200 with a file, for a route's description. */
export const file = (type: string, description: string) => ({
  200: {
    description,
    headers: {
      'Content-Disposition': {
        description: 'A name that says what is in it.',
        schema: { type: 'string' as const },
      },
      'X-Total-Rows': {
        description: 'How many rows follow the header.',
        schema: { type: 'integer' as const },
      },
    },
    content: { [type]: { schema: { type: 'string' as const } } },
  },
})
