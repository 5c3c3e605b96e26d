import { rm } from 'node:fs/promises'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { annotatedFile, NotKept } from '../../data/annotated.ts'
import type { ImportReport } from '../../data/model/report.ts'
import { isWaiting } from '../../data/store/ledger/drop.ts'
import { findImport, findPlaces, listImports, listIssues } from '../../data/store/ledger/imports.ts'
import type { Running } from '../../data/writer.ts'
import { ApiError } from '../errors.ts'
import { csv } from '../formats/csv.ts'
import { issuesCsv } from '../formats/issues.ts'
import { attachment, nameWith } from '../formats/name.ts'
import { streamOf } from '../formats/stream.ts'
import { checked, optionsOf } from '../reading-options.ts'
import { hashedJson, newRoutes, smallBody } from '../routing.ts'
import { createRunning } from '../running.ts'
import type { Services } from '../services.ts'
import { mayWrite } from '../signing.ts'
import { discardFiles, receiveUpload } from '../upload.ts'
import {
  annotated,
  commit,
  issues,
  ledger,
  one,
  progress,
  remove,
  upload,
  uploadByHand,
} from './import-descriptions.ts'

/** Larger files are answered while they are still read. */
const LARGE = 8 * 1024 ** 2
/** Nor does anybody wait longer than this for a small one, */
const PATIENCE = 20_000
/** or than this for one that stands behind another, where who asks would rather know (RFC 7240). */
const MOMENT = 1000
const RATHER_KNOWS = /\brespond-async\b/
/** Lines on which nothing is said are cut off by what stands between, after a minute or less. */
const ALIVE = 15_000

export const importRoutes = ({ db, writer, settings, access }: Services) => {
  const running = createRunning()
  const routes = newRoutes()
  routes.openAPIRegistry.registerPath(upload)
  routes.use('/api/imports/*', mayWrite(access))
  routes.use('/api/imports/:id', smallBody)

  /** The report of an import that was started: its own when it ends soon, else how it stands. */
  const reported = async (c: Context, { id, done }: Running, wait: boolean) => {
    const ended = wait ? await soon(c, id, done) : undefined
    const report = ended ?? { ...(await findImportOrThrow(id)), status: 'running' as const }
    c.header('Location', `/api/imports/${report.id}`)
    return c.json(report, STATUS_OF[report.status])
  }
  /** How an import ends, where it is there within our patience. */
  const soon = async (c: Context, id: number, done: Promise<ImportReport>) => {
    let isWaiting = false
    const watched = running.watch(id, ({ phase }) => {
      isWaiting = phase === 'waiting'
    })
    const first = await Promise.race([done, pause(MOMENT)])
    watched?.stop()
    if (first || (isWaiting && RATHER_KNOWS.test(c.req.header('Prefer') ?? ''))) return first
    return Promise.race([done, pause(PATIENCE - MOMENT)])
  }
  const findImportOrThrow = async (id: number | string): Promise<ImportReport> => {
    const found = /^[1-9]\d{0,14}$/.test(String(id)) ? await findImport(db, Number(id)) : undefined
    if (!found) throw new ApiError('unknown-import', `There is no import ${id}.`)
    return found
  }

  const callOff = async (id: number): Promise<void> => {
    const watched = running.watch(id, () => {})
    await writer.cancel(id)
    await watched?.done.catch(() => {})
    const { status } = await findImportOrThrow(id)
    if (status !== 'running') return
    throw new ApiError('runs-elsewhere', `Import ${id} is carried out by another program.`)
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
      const changed = c.req.header('Content-Type') ? checked(c.req.valid('json')) : undefined
      if (before.status === 'preview' && !changed && !dryRun) {
        const { id } = before
        const done = running.resume(id, before.rows, (tell) => writer.commit(id, { partial }, tell))
        return reported(c, { id, done }, before.bytes <= LARGE)
      }
      const kept = await findPlaces(db, before.id)
      if (!kept?.storedAt || STANDING.includes(before.status)) {
        const words = `Import ${before.id} is ${before.status}: there is nothing to commit.`
        throw new ApiError('nothing-to-commit', words)
      }
      const job = {
        path: kept.storedAt,
        name: before.file,
        by: c.get('by'),
        options: changed ?? before.options,
        dryRun,
        partial,
      }
      const started = await running.start((tell) => writer.import(job, tell))
      if (isWaiting(before.status)) {
        await writer.drop(before.id, `Read again as import ${started.id}.`)
      }
      return reported(c, started, before.bytes <= LARGE)
    })
    .openapi(remove, async (c) => {
      const { dryRun } = c.req.valid('query')
      const { id, status } = await findImportOrThrow(c.req.valid('param').id)
      if (status === 'committed') return c.json(await writer.undo(id, { dryRun }), 200)
      if (dryRun || !(status === 'running' || isWaiting(status))) {
        const code = status === 'undone' ? 'already-undone' : 'nothing-to-undo'
        throw new ApiError(code, `Import ${id} is ${status}.`)
      }
      if (status === 'running') await callOff(id)
      else await discardFiles(await writer.drop(id), settings.ENTREPOT_UPLOADS)
      return c.json(await findImportOrThrow(id), 200)
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
    .openapi(annotated, async (c) => {
      const report = await findImportOrThrow(c.req.valid('param').id)
      const pieces = await annotatedFile(db, report).catch((error: unknown) => {
        throw error instanceof NotKept ? new ApiError('not-kept', error.message) : error
      })
      return c.body(streamOf(pieces), 200, {
        'Content-Type': csv.type,
        'Content-Disposition': attachment(nameWith('issues', report.file)),
        'Cache-Control': 'no-cache',
      })
    })
    .openapi(progress, async (c) => {
      const { id } = await findImportOrThrow(c.req.valid('param').id)
      // What stands between must not hold events back to send more of them together.
      c.header('X-Accel-Buffering', 'no')
      c.header('Cache-Control', 'no-store')
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
      return streamSSE(c, async (stream) => {
        // A file read from the command line runs in another process: the ledger says when it ends.
        const gone = new AbortController()
        stream.onAbort(() => gone.abort())
        const watch = running.watch(id, (step) => {
          stream.writeSSE({ event: 'progress', data: JSON.stringify(step) })
        })
        const alive = setInterval(() => stream.write(': still there\n\n'), ALIVE)
        await (watch?.done ?? endOf(id, gone.signal)).catch(() => {})
        clearInterval(alive)
        watch?.stop()
        if (stream.aborted) return
        const data = JSON.stringify(await findImportOrThrow(id))
        await stream.writeSSE({ event: 'done', data })
      })
    })

  async function endOf(id: number, gone: AbortSignal): Promise<void> {
    while (!gone.aborted && (await findImport(db, id))?.status === 'running') await pause(500)
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

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
