import { rm } from 'node:fs/promises'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { parseDay } from '../../data/model/day.ts'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { findImport, listImports, listIssues } from '../../data/store/imports.ts'
import { findPreview } from '../../data/store/ledger-write.ts'
import type { Running } from '../../data/writer.ts'
import { answers, file, problems } from '../answers.ts'
import { ApiError } from '../errors.ts'
import { csv, guarded, line } from '../formats/csv.ts'
import { attachment } from '../formats/name.ts'
import { streamOf } from '../formats/stream.ts'
import { hashedJson, newRoutes, noQuery, query, smallBody } from '../routing.ts'
import { createRunning } from '../running.ts'
import { Options, ProgressSchema, Report, ReportSummary, Undo } from '../schemas.ts'
import type { Services } from '../services.ts'
import { mayWrite } from '../signing.ts'
import { receiveUpload } from '../upload.ts'

/** Larger files are answered while they are still read. */
const LARGE = 8 * 1024 ** 2
/** Nor does anybody wait longer than this for a small one, which may stand behind a large one. */
const PATIENCE = 20_000

const tags = ['Imports']
/** The token, or else a session. */
const security: Record<string, string[]>[] = [{ token: [] }, { session: [] }]
const params = z.object({ id: z.string().openapi({ type: 'integer', example: 12 }) })
const yesOrNo = (description: string) =>
  z.stringbool().default(false).openapi({ type: 'boolean', description })
const partial = yesOrNo('Take the good rows where some are bad; else all or nothing.')
const dryRun = yesOrNo('Read and compare only: a preview, which POST /api/imports/{id} commits.')
const uploadQuery = query({ dryRun, partial })

/** The report with the status that its end is told by. */
const reports = () => {
  const content = { 'application/json': { schema: Report } }
  return {
    200: { description: 'A preview, or unchanged: told before by `identicalTo`.', content },
    201: { description: 'Committed.', content },
    202: { description: 'Still running: Location leads to it, /progress tells how far.', content },
    409: { description: 'Called off.', content },
    422: {
      description: 'Rejected for its issues, or ambiguous: `questions` say what to settle.',
      content,
    },
    500: { description: 'It failed; `error` says why.', content },
  }
}

const upload = createRoute({
  method: 'post',
  path: '/api/imports',
  tags,
  summary: 'Take a CSV file in',
  description:
    'A form with the file and, before it, what is known of it. Without a dataset one is recognised, or made from the file. A file of more than 8 MB is answered with 202 while it is read; follow Location.',
  security,
  request: {
    query: uploadQuery,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            dataset: z.string().optional().openapi({ example: 'bilateral-trade' }),
            title: z.string().optional().openapi({ description: 'Of the dataset that it makes.' }),
            published: z.string().optional().openapi({
              description: 'Day of publication of rows that give none.',
              example: '2026-03-10',
            }),
            mapping: z.string().optional().openapi({
              description: 'ReadingOptions as JSON.',
              example: '{"delimiter":";","decimalMark":","}',
            }),
            file: z.string().openapi({ format: 'binary' }),
          }),
        },
      },
    },
  },
  responses: { ...problems(400, 401, 403, 413, 415, 429, 503), ...reports() },
})

/** The form is read by hand, to disk; the validator would hold it in memory. */
const uploadByHand = createRoute({ ...upload, request: { query: uploadQuery }, hide: true })

const commit = createRoute({
  method: 'post',
  path: '/api/imports/{id}',
  tags,
  summary: 'Commit a preview, or read its file again in another way',
  description:
    'Without a body a preview is written as it was shown. With ReadingOptions the kept file is read again, as an import of its own; what the options leave out is detected. So is an ambiguous or rejected file read again, without a second upload.',
  security,
  request: {
    params,
    query: query({ dryRun, partial }),
    body: { required: false, content: { 'application/json': { schema: Options } } },
  },
  responses: { ...problems(400, 401, 403, 404, 415, 429, 503), ...reports() },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/imports/{id}',
  tags,
  summary: 'Undo a committed import, cancel a running one, drop a preview',
  description: 'What later imports told too stays; the values before come back.',
  security,
  request: { params, query: noQuery },
  responses: {
    ...answers(
      z.union([Undo, Report]),
      'What the undo changed, or the import that was called off.',
    ),
    ...problems(400, 401, 403, 404, 409, 429, 503),
  },
})

const ledger = createRoute({
  method: 'get',
  path: '/api/imports',
  tags,
  summary: 'The ledger: every import, the latest first',
  request: {
    query: query({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(1000)
        .default(50)
        .openapi({ type: 'integer', description: 'Imports on a page.' }),
      cursor: z
        .string()
        .regex(/^\d+$/, 'this list gave no such cursor')
        .optional()
        .openapi({ description: '`next` of the page before.' }),
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

const one = createRoute({
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

const issues = createRoute({
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

const progress = createRoute({
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

export const importRoutes = ({ db, writer, settings, access }: Services) => {
  const running = createRunning()
  const routes = newRoutes()
  routes.openAPIRegistry.registerPath(upload)
  routes.use('/api/imports/*', mayWrite(access))
  routes.use('/api/imports/:id', smallBody)

  /** The report of an import that was started: its own when it ends soon, else how it stands. */
  const reported = async (c: Context, { id, done }: Running, wait: boolean) => {
    const ended = wait ? await soon(done) : undefined
    const report = ended ?? { ...(await findImportOrThrow(id)), status: 'running' as const }
    c.header('Location', `/api/imports/${report.id}`)
    c.header('Cache-Control', 'no-store')
    return c.json(report, STATUS_OF[report.status])
  }
  const findImportOrThrow = async (id: number | string): Promise<ImportReport> => {
    const found = /^\d{1,15}$/.test(String(id)) ? await findImport(db, Number(id)) : undefined
    if (!found) throw new ApiError('unknown-import', `There is no import ${id}.`)
    return found
  }

  return routes
    .openapi(uploadByHand, async (c) => {
      const { dryRun, partial } = c.req.valid('query')
      const { ENTREPOT_UPLOADS, ENTREPOT_MAX_UPLOAD } = settings
      const { fields, path, name, bytes } = await receiveUpload(
        c.req.raw,
        ENTREPOT_UPLOADS,
        ENTREPOT_MAX_UPLOAD,
      )
      try {
        const job = { path, name, by: c.get('by'), options: optionsOf(fields), dryRun, partial }
        const started = await running.start((tell) => writer.import(job, tell))
        return await reported(c, started, bytes <= LARGE)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    })
    .openapi(commit, async (c) => {
      const { dryRun, partial } = c.req.valid('query')
      const before = await findImportOrThrow(c.req.valid('param').id)
      const changed = c.req.header('Content-Type') ? c.req.valid('json') : undefined
      if (before.status === 'preview' && !changed && !dryRun) {
        const { id } = before
        const done = running.resume(id, (tell) => writer.commit(id, { partial }, tell))
        return reported(c, { id, done }, before.bytes <= LARGE)
      }
      const kept = await findPreview(db, before.id)
      if (!kept?.storedAt || STANDING.includes(before.status)) {
        const words = `Import ${before.id} is ${before.status}: there is nothing to commit.`
        throw new ApiError('nothing-to-commit', words)
      }
      const job = {
        path: kept.storedAt,
        name: before.file,
        by: c.get('by'),
        options: changed ?? kept.options,
        dryRun,
        partial,
      }
      const started = await running.start((tell) => writer.import(job, tell))
      if (before.status === 'preview') await writer.cancel(before.id)
      return reported(c, started, before.bytes <= LARGE)
    })
    .openapi(remove, async (c) => {
      const before = await findImportOrThrow(c.req.valid('param').id)
      if (before.status === 'committed') return c.json(await writer.undo(before.id), 200)
      if (before.status === 'running' || before.status === 'preview') {
        const watched = running.watch(before.id, () => {})
        await writer.cancel(before.id)
        await watched?.done.catch(() => {})
        return c.json(await findImportOrThrow(before.id), 200)
      }
      const code = before.status === 'undone' ? 'already-undone' : 'nothing-to-undo'
      throw new ApiError(code, `Import ${before.id} is ${before.status}.`)
    })
    .openapi(ledger, async (c) => hashedJson(c, await listImports(db, c.req.valid('query'))))
    .openapi(one, async (c) => hashedJson(c, await findImportOrThrow(c.req.valid('param').id)))
    .openapi(issues, async (c) => {
      const { id, issuesTotal } = await findImportOrThrow(c.req.valid('param').id)
      return c.body(streamOf(issuesCsv(listIssues(db, id))), 200, {
        'Content-Type': csv.type,
        'Content-Disposition': attachment(`import-${id}-issues.csv`),
        'X-Total-Rows': String(issuesTotal),
        'Cache-Control': 'no-cache',
      })
    })
    .openapi(progress, async (c) => {
      const { id } = await findImportOrThrow(c.req.valid('param').id)
      return streamSSE(c, async (stream) => {
        // A file read from the command line runs in another process: the ledger says when it ends.
        const ended = new AbortController()
        stream.onAbort(() => ended.abort())
        const watch = running.watch(id, (step) => {
          stream.writeSSE({ event: 'progress', data: JSON.stringify(step) })
        })
        await (watch?.done ?? endOf(id, ended.signal)).catch(() => {})
        watch?.stop()
        const data = JSON.stringify(await findImportOrThrow(id))
        if (!stream.aborted) await stream.writeSSE({ event: 'done', data })
      })
    })

  async function endOf(id: number, { aborted }: AbortSignal): Promise<void> {
    while (!aborted && (await findImport(db, id))?.status === 'running') await pause(500)
  }
}

/** Imports whose file is not read again: one that is written would be told twice. */
const STANDING: ImportReport['status'][] = ['running', 'committed']

/** How the end of an import is told over HTTP. */
const STATUS_OF = {
  committed: 201,
  preview: 200,
  unchanged: 200,
  undone: 200,
  running: 202,
  cancelled: 409,
  rejected: 422,
  ambiguous: 422,
  failed: 500,
} as const satisfies Record<ImportReport['status'], number>

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What is there within our patience. */
const soon = <T>(done: Promise<T>): Promise<T | undefined> =>
  Promise.race([done, pause(PATIENCE).then(() => undefined)])

/** The fields of an upload as ReadingOptions. */
function optionsOf({ mapping, dataset, title, published }: Record<string, string>): ReadingOptions {
  const options = mapping ? parseMapping(mapping) : {}
  if (published && parseDay(published) === undefined) {
    throw new ApiError('bad-day', `published=${published} is not a day; write it as 2026-03-10.`, {
      parameter: 'published',
    })
  }
  return {
    ...options,
    ...(dataset ? { dataset } : {}),
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
  }
}

function parseMapping(text: string): ReadingOptions {
  const refuse = (why: string): never => {
    throw new ApiError('bad-mapping', `mapping cannot be used: ${why}.`, { parameter: 'mapping' })
  }
  try {
    const result = Options.safeParse(JSON.parse(text))
    if (result.success) return result.data
    const [issue] = result.error.issues
    return refuse(`${issue?.path.join('.')} ${issue?.message}`)
  } catch (error) {
    if (error instanceof ApiError) throw error
    return refuse((error as Error).message)
  }
}

async function* issuesCsv(issues: AsyncIterable<ImportReport['issues'][number]>) {
  yield line(['LINE', 'COLUMN', 'SEVERITY', 'CODE', 'MESSAGE', 'VALUE'])
  for await (const { line: at, column, severity, code, message, value } of issues) {
    const texts = [column ?? '', severity, code, message, value ?? '']
    yield line([String(at), ...texts.map(guarded)])
  }
}
