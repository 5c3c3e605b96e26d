import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Every code that a problem can carry, with its status: the one place that turns codes into statuses. */
export const STATUS = {
  'unknown-parameter': 400,
  'repeated-parameter': 400,
  'bad-parameter': 400,
  'missing-parameter': 400,
  'missing-series': 400,
  'bad-series': 400,
  'bad-transform': 400,
  'bad-period': 400,
  'bad-span': 400,
  'bad-day': 400,
  'bad-cursor': 400,
  'empty-range': 400,
  'unknown-code': 400,
  'too-many-rows': 400,
  'bad-body': 400,
  'broken-upload': 400,
  'not-signed-in': 401,
  'wrong-token': 403,
  'foreign-origin': 403,
  'unknown-route': 404,
  'unknown-dataset': 404,
  'unknown-series': 404,
  'unknown-dashboard': 404,
  'unknown-import': 404,
  'unknown-file': 404,
  'not-found': 404,
  'wrong-method': 405,
  'not-committed': 409,
  'not-a-preview': 409,
  'already-undone': 409,
  'nothing-to-commit': 409,
  'nothing-to-undo': 409,
  cancelled: 409,
  'too-large': 413,
  'not-multipart': 415,
  'not-json': 415,
  'no-file': 422,
  'empty-file': 422,
  'several-files': 422,
  'unknown-field': 422,
  'bad-mapping': 422,
  'too-many-attempts': 429,
  internal: 500,
  busy: 503,
  'no-page': 503,
  'store-unavailable': 503,
  'writer-stopped': 503,
} as const satisfies Record<string, ContentfulStatusCode>

export type ProblemCode = keyof typeof STATUS

const statusOf = (code: string): ContentfulStatusCode | undefined =>
  (STATUS as Record<string, ContentfulStatusCode>)[code]

/** What to do next, by code, where the detail does not say it already. */
export const NEXT: Partial<Record<ProblemCode, string>> = {
  'missing-series': 'Find ids at /api/series?q=words.',
  'too-many-rows': 'Ask for CSV, or for fewer series or periods.',
  'broken-upload': 'Send the file again.',
  'not-signed-in': 'Send "Authorization: Bearer TOKEN", or sign in at /upload.',
  'wrong-token':
    'Use the token printed at the first start, or ENTREPOT_TOKEN. Lost: delete access.json beside the store and start again.',
  'foreign-origin': 'Send the request from a page of this server, or use a token.',
  'unknown-route': 'See /api/docs for every route.',
  'unknown-dataset': 'See /api/datasets for what there is.',
  'unknown-series': 'Find series at /api/series?q=words.',
  'unknown-dashboard': 'See /api/dashboards for what there is.',
  'unknown-import': 'See /api/imports for the ledger.',
  'wrong-method': 'The Allow header lists the methods that this address answers.',
  'nothing-to-commit':
    'Only a preview can be committed, and only a kept file read again: upload the file with ?dryRun=true.',
  'nothing-to-undo':
    'Only a committed import can be undone, and only what runs or waits called off.',
  'too-large': 'Split the file, or raise ENTREPOT_MAX_UPLOAD.',
  'not-multipart': "Send it as multipart/form-data: curl -F 'file=@FILE.csv'.",
  'not-json': 'Send it with "Content-Type: application/json".',
  'no-file': "Add a part named file: curl -F 'file=@FILE.csv'.",
  'empty-file': 'Choose a file with a header and at least one row.',
  'several-files': 'Send one file at a time.',
  'too-many-attempts': 'Wait for the seconds that Retry-After says.',
  internal: "The server's log says what broke. Please report it.",
  busy: 'Try again in a few seconds.',
  'no-page': 'Run "npm run build", then start again.',
  'store-unavailable': "Look at the server's log and at the file named by DATABASE_URL.",
}

/** A request that cannot be answered: a code of `STATUS`, and a sentence for the person who asked. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ProblemCode
  readonly extra: Record<string, unknown>

  constructor(code: ProblemCode, message: string, extra: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.extra = extra
  }
}

/** A problem document (RFC 9457). `type` leads to the code's line at /api/docs. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: string
  /** The parameter or field that is meant. */
  parameter?: string
  /** The right name that comes nearest. */
  near?: string
  /** What to do. */
  next?: string
}

/** "unknown-parameter" as "Unknown parameter". */
const titleOf = (code: string): string =>
  (code[0] ?? '').toUpperCase() + code.slice(1).replaceAll('-', ' ')

/** Answers with a problem document; the headers that its status asks for come with it. */
export function problem(
  c: Context,
  code: string,
  detail: string,
  extra: Record<string, unknown> = {},
  status = statusOf(code) ?? 500,
): Response {
  const { pathname, search } = new URL(c.req.url)
  const body = {
    type: `/api/docs#${code}`,
    title: titleOf(code),
    status,
    detail,
    instance: pathname + search,
    code,
    next: NEXT[code as ProblemCode],
    ...extra,
  } satisfies Problem
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  }
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="entrepot"'
  if (status === 503) headers['Retry-After'] = '5'
  return c.body(JSON.stringify(body), status, headers)
}

/** Any error as a problem: those with a code of ours say what they mean, the rest are logged and are 500. */
export function errorProblem(error: Error, c: Context): Response {
  const { code, param, near, status, extra } = error as Error & Record<string, unknown>
  if (code === 'SQLITE_BUSY') return problem(c, 'busy', 'The store is being written.')
  if (typeof code === 'string' && !code.startsWith('SQLITE_') && !code.startsWith('ERR_')) {
    const known = statusOf(code) ?? (status as ContentfulStatusCode | undefined)
    const more = { ...(param ? { parameter: param } : {}), ...(near ? { near } : {}) }
    if (known) return problem(c, code, error.message, { ...more, ...(extra as object) }, known)
    if (error.name === 'StoreError') return problem(c, 'store-unavailable', error.message)
  }
  if (error instanceof HTTPException) {
    const type = c.req.header('Content-Type') ?? 'untyped'
    return error.status === 415
      ? problem(c, 'not-json', `The body is ${type}, and this address takes JSON.`)
      : problem(c, 'bad-body', `${error.message}.`, {}, error.status)
  }
  console.error(error)
  return problem(c, 'internal', 'Something broke while this was answered.')
}
