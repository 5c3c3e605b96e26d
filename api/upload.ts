import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { nearest } from '../data/model/nearest.ts'
import { ApiError } from './errors.ts'

/** A file that has arrived, and the fields of the form that it came in. */
export interface Upload {
  path: string
  /** As its owner calls it, without folders. */
  name: string
  bytes: number
  fields: Record<string, string>
}

const FIELDS = ['dataset', 'mapping', 'published', 'title']
/** What a form may weigh besides its file. */
const FORM = 1024 ** 2
/** Letters of a file's name that are kept. */
const NAME = 200

/**
 * Writes the one file of a multipart request to `folder` while it comes. Whatever goes wrong, nothing of
 * it stays. Throws ApiError: `not-multipart`, `too-large`, `no-file`, `empty-file`, `several-files`,
 * `unknown-field`, `repeated-field`, `bad-field`, `encoded-upload`, `broken-upload`.
 */
export async function receiveUpload(
  request: Request,
  folder: string,
  limit: number,
): Promise<Upload> {
  const reader = formReader(request, limit)
  if (Number(request.headers.get('Content-Length')) > limit + FORM) throw tooLarge(limit)
  await mkdir(folder, { recursive: true })
  const path = resolve(join(folder, `${randomUUID()}.csv`))
  const part = `${path}.part`
  try {
    const { name, bytes, fields } = await receive(request, reader, part, limit)
    await rename(part, path)
    return { path, name, bytes, fields }
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof ApiError) throw error
    const words = `The upload broke off: ${(error as Error).message}.`
    throw new ApiError('broken-upload', words)
  }
}

/** Deletes uploads that nobody needs any more; what was read from another place is its owner's and stays. */
export async function discardFiles(paths: string[], folder: string): Promise<void> {
  const own = paths.filter((path) => dirname(resolve(path)) === resolve(folder))
  await Promise.all(own.map((path) => rm(path, { force: true })))
}

function formReader(request: Request, limit: number) {
  const type = request.headers.get('Content-Type') ?? ''
  const refuse = (why: string): never => {
    throw new ApiError('not-multipart', `An upload is multipart/form-data; ${why}.`)
  }
  if (!/^multipart\/form-data\b/i.test(type)) refuse(type ? `this is ${type}` : 'this has no type')
  const coding = request.headers.get('Content-Encoding')
  if (coding && coding !== 'identity') {
    throw new ApiError('encoded-upload', `The form is encoded as ${coding}.`)
  }
  try {
    return new Busboy({
      headers: { 'content-type': type } as BusboyHeaders,
      limits: { fileSize: limit, fieldSize: FORM, fields: 20, headerPairs: 100 },
    })
  } catch {
    return refuse('its type names no boundary between the parts')
  }
}

async function receive(
  request: Request,
  reader: ReturnType<typeof formReader>,
  part: string,
  limit: number,
): Promise<Omit<Upload, 'path'>> {
  const given: [name: string, value: string, cut: boolean][] = []
  const files: { field: string; name: string; stream: BusboyFileStream }[] = []
  const writing: Promise<void>[] = []
  const over = Promise.withResolvers<never>()
  const broken = new AbortController()
  reader.on('field', (name, value, _, cut) => given.push([name, value, cut]))
  reader.on('file', (field, stream, name) => {
    files.push({ field, name: name ?? '', stream })
    if (files.length > 1 || field !== 'file') stream.resume()
    else {
      stream.once('limit', () => over.reject(tooLarge(limit)))
      writing.push(pipeline(stream, createWriteStream(part), { signal: broken.signal }))
    }
  })
  if (!request.body) throw new ApiError('no-file', 'The request has no body.')
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  const reading = pipeline(body, reader).then(() => Promise.all(writing))
  try {
    await Promise.race([reading, over.promise])
  } catch (error) {
    // A file that is cut off would wait for its end for ever.
    broken.abort()
    await Promise.allSettled(writing)
    throw error
  }
  const [file, second] = files
  const fields = fieldsOf(given)
  for (const { field } of files) checkName(field)
  if (!file) throw new ApiError('no-file', 'The form has no part named file.')
  if (second) throw new ApiError('several-files', `The form holds ${files.length} files.`)
  if (file.stream.bytesRead === 0) {
    throw new ApiError('empty-file', `${file.name || 'The file'} is empty.`)
  }
  return { name: nameOf(file.name), bytes: file.stream.bytesRead, fields }
}

/** A name that fits on a line: what no eye sees is taken out, and the middle of what is very long. */
function nameOf(given: string): string {
  const name = given.replace(/\p{C}/gu, '').trim()
  if (name === '') return 'upload.csv'
  return name.length <= NAME ? name : `${name.slice(0, NAME - 20)}…${name.slice(-19)}`
}

function fieldsOf(given: [name: string, value: string, cut: boolean][]): Record<string, string> {
  for (const [name, , cut] of given) {
    if (name === 'file') {
      throw new ApiError('no-file', 'The part named file is a text: it has no name of a file.')
    }
    checkName(name)
    const times = given.filter(([other]) => other === name).length
    const about = { parameter: name }
    if (times > 1) {
      throw new ApiError('repeated-field', `The field "${name}" is given ${times} times.`, about)
    }
    if (cut) {
      throw new ApiError('bad-field', `The field "${name}" is longer than ${FORM} bytes.`, about)
    }
  }
  return Object.fromEntries(given)
}

const tooLarge = (limit: number): ApiError =>
  new ApiError(
    'too-large',
    `The file is larger than ${limit} bytes, the most that this server takes.`,
  )

function checkName(name: string): void {
  if (name === 'file' || FIELDS.includes(name)) return
  const near = nearest(name, ['file', ...FIELDS])
  const hint = near ? `Did you mean "${near}"?` : `There are file, ${FIELDS.join(', ')}.`
  throw new ApiError('unknown-field', `The form has a field "${name}" that is not known. ${hint}`, {
    parameter: name,
    ...(near ? { near } : {}),
  })
}
