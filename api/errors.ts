import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Each code that a problem can carry: its status, and what to do where the detail does not say it. */
export const PROBLEMS = {
  'unknown-parameter': [400, 'See /api/docs for the parameters of each address.'],
  'repeated-parameter': [400, 'Give it once; lists are written with commas where they are taken.'],
  'bad-parameter': [400, 'See /api/docs for what each parameter takes.'],
  'missing-parameter': [400, 'See /api/docs for what this address needs.'],
  'missing-series': [400, 'Find ids at /api/series?q=words.'],
  'bad-series': [400, 'Find ids at /api/series?q=words.'],
  'too-many-series': [
    400,
    'Ask in several queries, or take all of it: /api/datasets/{dataset}.csv.',
  ],
  'bad-transform': [400, 'See /api/docs#transformations for what there is.'],
  'unknown-transform': [400, 'See /api/docs#transformations for what there is.'],
  'missing-argument': [400, 'See /api/docs#transformations for how arguments are written.'],
  'bad-argument': [400, 'See /api/docs#transformations for how arguments are written.'],
  'no-base': [400, 'Take a base period for which there is a figure.'],
  'needs-two': [400, 'List two series.'],
  'needs-more': [400, 'List the series that make up the whole.'],
  'different-units': [400, 'List series of one unit.'],
  overlapping: [400, 'Name a code of that dimension too: sum(DATASET/partner=CHN).'],
  'not-additive': [400, 'Only amounts add up: see additive at /api/series.'],
  cumulative: [400, 'Use a series of months, or take difference first.'],
  'not-cumulative': [400, 'Leave the step out for this series.'],
  'percent-of-percent': [400, 'Use change, which gives percentage points.'],
  'bad-period': [400, 'See /api/docs#asking for every spelling.'],
  'bad-span': [400, 'Leave it out to keep periods of every length.'],
  'bad-day': [400, 'Leave it out where no day is meant.'],
  'bad-cursor': [400, 'Leave it out to begin at the first page; each page says its next.'],
  'empty-range': [400, 'Exchange start and end, or leave one out.'],
  'unknown-code': [400, 'See /api/dimensions for the codes that there are.'],
  'too-many-rows': [400, 'Ask for CSV, or for fewer series or periods.'],
  'bad-body': [400, 'See /api/docs for what the body holds.'],
  'broken-upload': [400, 'Send the file again.'],
  'bad-request': [400, 'Ask again with a well-formed HTTP request.'],
  'not-signed-in': [401, 'Send "Authorization: Bearer TOKEN", or sign in at /upload.'],
  'wrong-token': [
    403,
    'Use the token printed at the first start, or ENTREPOT_TOKEN. Lost: delete access.json beside the store and start again.',
  ],
  'foreign-origin': [403, 'Send the request from a page of this server, or use a token.'],
  'unknown-route': [404, 'See /api/docs for every route.'],
  'unknown-dataset': [404, 'See /api/datasets for what there is.'],
  'unknown-series': [404, 'Find series at /api/series?q=words.'],
  'unknown-dashboard': [404, 'See /api/dashboards for what there is.'],
  'unknown-import': [404, 'See /api/imports for the ledger.'],
  'unknown-file': [404, 'Begin at /.'],
  'not-kept': [404, 'What is wrong is listed at /api/imports/{id}/issues.csv.'],
  'not-found': [404, 'See /api/imports for the ledger.'],
  'wrong-method': [405, 'The Allow header lists the methods that this address answers.'],
  'not-committed': [409, 'Only a committed import can be undone; see /api/imports/{id}.'],
  'not-a-preview': [409, 'See /api/imports/{id} for how it stands.'],
  'already-undone': [409, 'Upload the file again to take it in anew.'],
  'nothing-to-commit': [
    409,
    'Only a preview can be committed, and only a kept file read again: upload the file with ?dryRun=true.',
  ],
  'nothing-to-undo': [
    409,
    'Only a committed import can be undone, and only what runs or waits called off.',
  ],
  'runs-elsewhere': [409, 'End it where it was begun, such as on the command line.'],
  cancelled: [409, 'Import the file again.'],
  'too-large': [413, 'Split the file, or raise ENTREPOT_MAX_UPLOAD.'],
  'body-too-large': [413, 'Send the options only; a file is uploaded to /api/imports.'],
  'not-multipart': [415, "Send it as multipart/form-data: curl -F 'file=@FILE.csv'."],
  'not-json': [415, 'Send it with "Content-Type: application/json".'],
  'encoded-upload': [415, 'Send the form as it is, without Content-Encoding.'],
  'no-file': [422, "Add a part named file: curl -F 'file=@FILE.csv'."],
  'empty-file': [422, 'Choose a file with a header and at least one row.'],
  'several-files': [422, 'Send one file at a time.'],
  'unknown-field': [422, 'See /api/docs#post-api-imports for the fields of the form.'],
  'repeated-field': [422, 'Give each field once.'],
  'bad-field': [422, 'See /api/docs#post-api-imports for what each field takes.'],
  'bad-mapping': [422, 'See /api/docs#shape-readingoptions for what mapping holds.'],
  'too-many-attempts': [429, 'Wait for the seconds that Retry-After says.'],
  'long-header': [431, 'Ask for fewer series in one query.'],
  internal: [500, "The server's log says what broke. Please report it."],
  busy: [503, 'Try again in a few seconds.'],
  full: [503, 'Make room on the disk, then try again.'],
  'no-page': [503, 'Run "npm run build", then start again.'],
  'store-unavailable': [503, "Look at the server's log and at the file named by DATABASE_URL."],
  'writer-stopped': [503, 'Start Entrepot again.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>

export type ProblemCode = keyof typeof PROBLEMS

const known = (code: string): readonly [ContentfulStatusCode, string] | undefined =>
  Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : undefined

/** A request that cannot be answered: a code of `PROBLEMS`, and a sentence for the person who asked. */
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

/** A problem document. `instance` is the address that was asked for. */
export const problemBody = (
  code: string,
  detail: string,
  instance: string,
  status: ContentfulStatusCode = known(code)?.[0] ?? 500,
): Problem & { status: ContentfulStatusCode } => ({
  type: `/api/docs#${code}`,
  title: titleOf(code),
  status,
  detail,
  instance,
  code,
  next: known(code)?.[1],
})

/** Answers with a problem document; the headers that its status asks for come with it. */
export function problem(
  c: Context,
  code: string,
  detail: string,
  extra: Record<string, unknown> = {},
  statusOfCode?: ContentfulStatusCode,
): Response {
  const { pathname, search } = new URL(c.req.url)
  const body = { ...problemBody(code, detail, pathname + search, statusOfCode), ...extra }
  const { status } = body
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  }
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="entrepot"'
  if (status === 429) headers['Retry-After'] = '60'
  if (status === 503) headers['Retry-After'] = '5'
  return c.body(JSON.stringify(body), status, headers)
}

/** Any error as a problem: those with a code of ours say what they mean, the rest are logged and are 500. */
export function errorProblem(error: Error, c: Context): Response {
  const { code, param, near, status, extra } = error as Error & Record<string, unknown>
  if (code === 'SQLITE_BUSY') return problem(c, 'busy', 'The store is being written.')
  if (typeof code === 'string' && !code.startsWith('SQLITE_') && !code.startsWith('ERR_')) {
    const answered = known(code)?.[0] ?? (status as ContentfulStatusCode | undefined)
    const more = { ...(param ? { parameter: param } : {}), ...(near ? { near } : {}) }
    if (answered) {
      return problem(c, code, error.message, { ...more, ...(extra as object) }, answered)
    }
    if (error.name === 'StoreError') return problem(c, 'store-unavailable', error.message)
  }
  if (error instanceof HTTPException) {
    const type = c.req.header('Content-Type') ?? 'of no type'
    return error.status === 415
      ? problem(c, 'not-json', `The body is ${type}, and this address takes JSON.`)
      : problem(c, 'bad-body', `${error.message}.`, {}, error.status)
  }
  console.error(error)
  return problem(c, 'internal', 'Something broke while this was answered.')
}
