import { createRoute, z } from '@hono/zod-openapi'
import { answers, file, problems } from '../answers.ts'
import { csv } from '../formats/csv.ts'
import { Options, ProgressSchema, Report, ReportSummary, Undo } from '../import-schemas.ts'
import { pageCursor, pageLimit, yesOrNo } from '../parameters.ts'
import { noQuery, query } from '../routing.ts'

// What the routes of imports take and give; imports.ts answers them.

const tags = ['Imports']
/** The token, or else a session. */
const security: Record<string, string[]>[] = [{ token: [] }, { session: [] }]
/** Numbers of imports: the first is there on every store, a later one is somebody's own. */
const numbered = (example: number) =>
  z.object({ id: z.string().openapi({ type: 'integer', example }) })
const params = numbered(1)
const own = numbered(12)
const partial = yesOrNo('Take the good rows where some are bad; else all or nothing.')
const dryRun = yesOrNo('Read and compare only: a preview, which POST /api/imports/{id} commits.')
const uploadQuery = query({ dryRun, partial })

/** The report with the status that its end is told by. */
const reports = () => {
  const content = { 'application/json': { schema: Report } }
  return {
    200: { description: 'A preview, or unchanged: told before by `identicalTo`.', content },
    201: { description: 'Committed.', content },
    202: {
      description:
        'Still running: `Location` leads to it, and /progress under it tells how far it is.',
      content,
    },
    409: { description: 'Called off.', content },
    422: {
      description: 'Rejected for its issues, or ambiguous: `questions` say what to settle.',
      content,
    },
    500: { description: 'It failed; `error` says why.', content },
  }
}

export const upload = createRoute({
  method: 'post',
  path: '/api/imports',
  tags,
  summary: 'Take a CSV file in',
  description:
    'A form with the file and what is known of it. Without a dataset one is recognised, or made from the file. A file of more than 8 MB is answered with 202 while it is read, and with `Prefer: respond-async` a smaller one that waits while another comes in; follow `Location`.',
  security,
  request: {
    query: uploadQuery,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            dataset: z.string().optional().openapi({
              description: 'Id of the dataset that it goes into.',
              example: 'bilateral-trade',
            }),
            title: z
              .string()
              .optional()
              .openapi({ description: 'Of the dataset that the file makes.' }),
            published: z.string().optional().openapi({
              description: 'Day of publication of rows that give none.',
              example: '2026-03-10',
            }),
            mapping: z.string().optional().openapi({
              description: 'ReadingOptions as JSON.',
              example: '{"delimiter":";","decimalMark":","}',
            }),
            file: z.string().openapi({ format: 'binary', description: 'The CSV file.' }),
          }),
        },
      },
    },
  },
  responses: { ...problems(400, 401, 403, 413, 415, 429, 503), ...reports() },
})

/** The form is read by hand, to disk; the validator would hold it in memory. */
export const uploadByHand = createRoute({ ...upload, request: { query: uploadQuery }, hide: true })

export const commit = createRoute({
  method: 'post',
  path: '/api/imports/{id}',
  tags,
  summary: 'Commit a preview, or read its file again in another way',
  description:
    'Without a body a preview is written as it was shown. With ReadingOptions the kept file is read again, as an import of its own; what the options leave out is detected. So is an ambiguous or rejected file read again, without a second upload.',
  security,
  request: {
    params: own,
    query: query({ dryRun, partial }),
    body: { required: false, content: { 'application/json': { schema: Options } } },
  },
  responses: { ...problems(400, 401, 403, 404, 415, 429, 503), ...reports() },
})

export const remove = createRoute({
  method: 'delete',
  path: '/api/imports/{id}',
  tags,
  summary: 'Undo a committed import, cancel a running one, let any other go',
  description:
    'Undo: what later imports told too stays, the values before come back; the report of the import keeps what was said. A preview, and what is ambiguous, rejected or failed, becomes cancelled, and its file is deleted.',
  security,
  request: {
    params: own,
    query: query({
      dryRun: yesOrNo(
        'Say what the undo would change, and change nothing. Committed imports only.',
      ),
    }),
  },
  responses: {
    ...answers(
      z.union([Undo, Report]),
      'What the undo changed or would change, or the import that was called off.',
    ),
    ...problems(400, 401, 403, 404, 409, 429, 503),
  },
})

export const ledger = createRoute({
  method: 'get',
  path: '/api/imports',
  tags,
  summary: 'The ledger: every import, the latest first',
  request: {
    query: query({
      limit: pageLimit('Imports'),
      cursor: pageCursor,
    }),
  },
  responses: {
    ...answers(
      z
        .object({
          total: z.number().int(),
          imports: z.array(ReportSummary),
          next: z.string().nullable(),
        })
        .openapi('ImportPage'),
      'Also what came to nothing, and what was undone.',
    ),
    ...problems(304, 400),
  },
})

export const one = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  tags,
  summary: 'One import as it was reported',
  request: { params, query: noQuery },
  responses: {
    ...answers(Report, 'With its 200 gravest issues.'),
    ...problems(304, 400, 404),
  },
})

export const issues = createRoute({
  method: 'get',
  path: '/api/imports/{id}/issues.csv',
  tags,
  summary: 'Every issue of an import as CSV',
  request: { params, query: noQuery },
  responses: {
    ...file(csv.type, 'LINE,COLUMN,SEVERITY,CODE,MESSAGE,VALUE'),
    ...problems(400, 404),
  },
})

export const annotated = createRoute({
  method: 'get',
  path: '/api/imports/{id}/annotated.csv',
  tags,
  summary: 'The file of an import, with a column that says what is wrong',
  description:
    'The uploaded file as it was, in UTF-8, with a last column named issues. 404 where the file is not kept, or could not be read as a table.',
  request: { params, query: noQuery },
  responses: {
    ...file(csv.type, 'The columns of the file, then issues'),
    ...problems(400, 404),
  },
})

export const progress = createRoute({
  method: 'get',
  path: '/api/imports/{id}/progress',
  tags,
  summary: 'How far an import is, as server-sent events',
  description:
    'Events named progress carry a Progress; the last one, named done, carries the ImportReport.',
  request: { params, query: noQuery },
  responses: {
    200: {
      description: 'One event a step, until the import ends.',
      content: { 'text/event-stream': { schema: ProgressSchema } },
    },
    ...problems(400, 404),
  },
})
