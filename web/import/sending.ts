import { signal } from '@preact/signals'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { RequestError } from '../client.ts'
import { durationWords } from './pace.ts'
import { RATHER_KNOW, reportOf } from './requests.ts'
import { writing } from './session.ts'
import { bytesWords } from './words.ts'

/** A file on its way to the server. It goes on when the reader looks at another page. */
export interface Sending {
  file: string
  sent: number
  total: number
  startedAt: number
}

export const sending = signal<Sending | null>(null)

let current: XMLHttpRequest | null = null

/** Breaks the upload off: the server keeps nothing of it. */
export const stopSending = (): void => current?.abort()

const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault()

/**
 * Sends a file to be read and compared, not written; undefined where the reader broke it off or would
 * not sign in. One file at a time. Throws RequestError.
 */
export async function sendFile(
  file: File,
  options: ReadingOptions = {},
): Promise<ImportReport | undefined> {
  if (sending.value) throw new RequestError(`${sending.value.file} is still on its way.`, 409)
  addEventListener('beforeunload', askBeforeLeaving)
  try {
    return await writing(() => post(file, options))
  } finally {
    removeEventListener('beforeunload', askBeforeLeaving)
    sending.value = null
    current = null
  }
}

function post(file: File, options: ReadingOptions): Promise<ImportReport | undefined> {
  const form = new FormData()
  if (Object.keys(options).length > 0) form.append('mapping', JSON.stringify(options))
  form.append('file', file)
  const { promise, resolve, reject } = Promise.withResolvers<ImportReport | undefined>()
  const ask = new XMLHttpRequest()
  current = ask
  const startedAt = Date.now()
  const told = (sent: number) => {
    sending.value = { file: file.name, sent, total: file.size, startedAt }
  }
  told(0)
  ask.upload.onprogress = ({ loaded }) => told(Math.min(loaded, file.size))
  ask.onload = () => {
    try {
      resolve(answerOf(ask))
    } catch (error) {
      reject(error)
    }
  }
  ask.onerror = () => reject(new RequestError('The server cannot be reached.', 0))
  ask.onabort = () => resolve(undefined)
  ask.open('POST', '/api/imports?dryRun=true')
  ask.setRequestHeader('Prefer', RATHER_KNOW)
  ask.send(form)
  return promise
}

function answerOf({ status, responseText }: XMLHttpRequest): ImportReport {
  let body: Record<string, unknown> = {}
  try {
    body = JSON.parse(responseText)
  } catch {
    throw new RequestError(`The server answered with ${status} and no words.`, status)
  }
  const words = typeof body.detail === 'string' ? body.detail : 'The server refused the file.'
  return reportOf(body, new RequestError(words, status, body))
}

/** "12 MB of 30 MB sent, a few seconds left"; when all is there, that it is being read. */
export function sendingWords({ sent, total, startedAt }: Sending, now: number): string {
  if (sent >= total) return 'All of it has arrived and is being read.'
  const seconds = (now - startedAt) / 1000
  const left = sent > 0 && seconds > 1 ? ((total - sent) * seconds) / sent : null
  return `${bytesWords(sent)} of ${bytesWords(total)} sent${left === null ? '' : `, ${durationWords(left)} left`}`
}
