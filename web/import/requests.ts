import type { ImportReport, ReadingOptions, UndoReport } from '../../data/model/report.ts'
import { RequestError, request } from '../client.ts'
import { asSaid } from './said.ts'

/** A line of the ledger: a report without what only its own page shows. */
export type ImportSummary = Omit<
  ImportReport,
  | 'issues'
  | 'reading'
  | 'sample'
  | 'changes'
  | 'changesTotal'
  | 'missing'
  | 'questions'
  | 'options'
  | 'undo'
>

export interface ImportPage {
  total: number
  imports: ImportSummary[]
  next: string | null
}

export interface Session {
  signedIn: boolean
  name: string | null
  expires: string | null
  /** Bytes that an uploaded file may have. */
  maxUpload: number
}

/**
 * The report in an answer that is no 2xx: a file that was rejected, or that leaves a question open, is a
 * report too. A problem's `status` is a number, a report's a word.
 */
const isReport = (body: Record<string, unknown>): boolean => typeof body.status === 'string'

const json = async <T>(asking: Promise<Response>): Promise<T> => (await (await asking).json()) as T

async function reported(asking: Promise<Response>): Promise<ImportReport> {
  try {
    return asSaid(await json(asking))
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return reportOf(error.problem, error)
  }
}

/** The report that an answer holds; throws `error` where it holds none. */
export function reportOf(body: Record<string, unknown>, error: RequestError): ImportReport {
  if (isReport(body)) return asSaid(body as unknown as ImportReport)
  throw error
}

/** What waits while another import is carried out is said to wait, and not waited for. */
export const RATHER_KNOW = 'respond-async'

const withJson = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json', Prefer: RATHER_KNOW },
  body: JSON.stringify(body),
})

const place = (id: number, parameters: Record<string, boolean> = {}): string => {
  const set = Object.entries(parameters).filter(([, value]) => value)
  const search = set.map(([name]) => `${name}=true`).join('&')
  return `/api/imports/${id}${search ? `?${search}` : ''}`
}

/** What the pages of imports ask of the API; sending a file is in `sending.ts`. */
export const imports = {
  list: (cursor: string | null) =>
    json<ImportPage>(request(`/api/imports?limit=50${cursor ? `&cursor=${cursor}` : ''}`)),
  one: (id: number) => reported(request(place(id))),
  /** Reads the kept file again, as an import of its own: its preview. */
  readAgain: (id: number, options: ReadingOptions) =>
    reported(request(place(id, { dryRun: true }), withJson('POST', options))),
  /** Writes a preview as it was shown. */
  commit: (id: number, partial: boolean) =>
    reported(request(place(id, { partial }), { method: 'POST', headers: { Prefer: RATHER_KNOW } })),
  /** Reads the kept file once more, with options that change no figure, and writes it. */
  commitAs: (id: number, partial: boolean, options: ReadingOptions) =>
    reported(request(place(id, { partial }), withJson('POST', options))),
  undo: (id: number) => json<UndoReport>(request(place(id), { method: 'DELETE' })),
  /** What an undo would change; nothing is changed. */
  wouldUndo: (id: number) =>
    json<UndoReport>(request(place(id, { dryRun: true }), { method: 'DELETE' })),
  /** Stops a running import, or lets a preview go. */
  cancel: (id: number) => json<ImportReport>(request(place(id), { method: 'DELETE' })),
  session: () => json<Session>(request('/api/session')),
  signIn: (token: string, name: string) =>
    json<Session>(request('/api/session', withJson('POST', name ? { token, name } : { token }))),
  signOut: () => json<Session>(request('/api/session', { method: 'DELETE' })),
}

/** What went wrong and what to do next, in sentences. */
export function errorWords(error: unknown): string {
  if (!(error instanceof RequestError)) return 'Something broke on this page. Load it again.'
  const { next } = error.problem
  if (error.status === 0) return `${error.message} Look whether it runs, then try again.`
  return typeof next === 'string' ? `${error.message} ${next}` : error.message
}
