import { hash, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What a route gives: bytes and what they are. */
export interface Answer {
  body: string | Uint8Array
  type: string
  headers?: Record<string, string>
}

const ENCODINGS = ['identity', 'br', 'gzip'] as const
type Encoding = (typeof ENCODINGS)[number]

interface Entry {
  version: number
  /** That of the answer as it is; `headers` have that of the body. */
  tag: string
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

/** Answers to GET requests, kept until the data changes. */
export interface Kept {
  /** The kept answer, or a 304; undefined where there is neither. Cheap: it stands before the router. */
  find(request: Request): Promise<Response | undefined>
  /**
   * Answers from what `make` gives, unless the asker has it already, and keeps it. Who asks first gets it
   * as it is, since compressing takes many times as long as reading; it is kept compressed for the next.
   */
  answer(request: Request, make: () => Promise<Answer>): Promise<Response>
  /** The same for a body that is written bit by bit: it has an ETag but is neither kept nor compressed. */
  stream(
    request: Request,
    make: () => Promise<Omit<Answer, 'body'> & { body: ReadableStream }>,
  ): Promise<Response>
}

const LIMIT = 64 * 1024 ** 2
const LARGEST = LIMIT / 8
const WORTH_COMPRESSING = 1024
const QUALITY = 5
const compressors = {
  br: (body: Uint8Array, quality: number) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Uint8Array, quality: number) => promisify(gzip)(body, { level: quality }),
}

/** Keeps at most 64 MiB of answers. `version` counts up when any of them may be another. */
export function createKept(version: () => Promise<number>): Kept {
  const entries = new Map<string, Entry>()
  let bytes = 0
  // Documents, formats and words may change with a restart, so an ETag is one process's.
  const run = randomUUID()

  const forget = (key: string): void => {
    const entry = entries.get(key)
    if (!entry) return
    bytes -= entry.body.length + key.length
    entries.delete(key)
  }
  const keep = (key: string, entry: Entry): void => {
    forget(key)
    if (entry.body.length > LARGEST) return
    entries.set(key, entry)
    bytes += entry.body.length + key.length
    for (const oldest of entries.keys()) {
      if (bytes <= LIMIT) break
      forget(oldest)
    }
  }
  const tagOf = (path: string, at: number): string =>
    `"${hash('sha1', `${run} ${at} ${path}`, 'base64url')}"`

  const compressLater = async (key: string, entry: Entry, answer: Answer, encoding: Encoding) => {
    const { ETag: tag } = entry.headers
    const encoded = await encode(answer, encoding, inEncoding(tag!, encoding))
    if (entries.get(key) === entry) keep(key, { ...entry, ...encoded })
  }

  return {
    async find(request) {
      if (request.method !== 'GET') return undefined
      const key = keyOf(pathOf(request), encodingOf(request))
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.version !== (await version())) {
        forget(key)
        return undefined
      }
      // The one used last is forgotten last.
      entries.delete(key)
      entries.set(key, entry)
      return unchanged(request, entry.tag) ?? new Response(entry.body, { headers: entry.headers })
    },

    async answer(request, make) {
      const path = pathOf(request)
      const at = await version()
      const tag = tagOf(path, at)
      const known = unchanged(request, tag)
      if (known) return known
      const answer = await make()
      const entry = { version: at, tag, ...(await encode(answer, 'identity', tag)) }
      const encoding = encodingOf(request)
      const key = keyOf(path, encoding)
      keep(key, entry)
      if (encoding !== 'identity') compressLater(key, entry, answer, encoding).catch(() => {})
      return new Response(entry.body, { headers: entry.headers })
    },

    async stream(request, make) {
      const tag = tagOf(pathOf(request), await version())
      const known = unchanged(request, tag)
      if (known) return known
      const { body, type, headers } = await make()
      const answer = { headers: { ...common(tag), 'Content-Type': type, ...headers } }
      if (request.method !== 'HEAD') return new Response(body, answer)
      // Nobody will read it: what it holds open is let go.
      await body.cancel()
      return new Response(null, answer)
    },
  }
}

/** Path and query of an address. */
const pathOf = ({ url }: Request): string => url.slice(url.indexOf('/', url.indexOf('//') + 2))

/** What an answer depends on besides the data. */
const keyOf = (path: string, encoding: Encoding): string => `${encoding} ${path}`

/** The ETag of the same answer in an encoding: other bytes, and so another one. */
const inEncoding = (tag: string, encoding: Encoding): string =>
  encoding === 'identity' ? tag : `${tag.slice(0, -1)}-${encoding}"`

const common = (tag: string): Record<string, string> => ({
  ETag: tag,
  'Cache-Control': 'no-cache',
  Vary: 'Accept-Encoding',
  'X-Content-Type-Options': 'nosniff',
})

/** A 304 where the asker has the answer, in whatever encoding. */
function unchanged(request: Request, tag: string): Response | undefined {
  if (request.headers.get('If-None-Match') === null) return undefined
  const known = ENCODINGS.map((encoding) => inEncoding(tag, encoding)).find((one) =>
    matches(request, one),
  )
  return known === undefined
    ? undefined
    : new Response(null, { status: 304, headers: common(known) })
}

/** Whether the asker has this very answer (If-None-Match, compared weakly as RFC 9110 asks). */
export function matches(request: Request, tag: string): boolean {
  const asked = request.headers.get('If-None-Match')
  if (asked === null) return false
  return (
    asked === tag || asked.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()))
  )
}

/** The best encoding that the asker takes. */
export function encodingOf(request: Request): Encoding {
  const accepted = request.headers.get('Accept-Encoding')
  if (!accepted) return 'identity'
  for (const encoding of ['br', 'gzip'] as const) {
    const item = accepted
      .split(',')
      .map((one) => one.trim())
      .find((one) => one === encoding || one.startsWith(`${encoding};`))
    if (item && !/;\s*q=0(\.0*)?$/.test(item)) return encoding
  }
  return 'identity'
}

/** The body as it is sent, with its headers: compressed (`quality` 1 to 9) where it is text and worth it. */
export async function encode(
  { body, type, headers }: Answer,
  encoding: Encoding,
  tag: string,
  quality = QUALITY,
): Promise<Pick<Entry, 'body' | 'headers'>> {
  const plain = typeof body === 'string' ? Buffer.from(body) : body
  const text = /^(text\/|application\/(json|javascript|.*\+json)|image\/svg)/.test(type)
  const compress =
    encoding !== 'identity' && text && plain.length >= WORTH_COMPRESSING && plain.length <= LARGEST
  const sent = compress ? await compressors[encoding](plain, quality) : plain
  return {
    body: new Uint8Array(sent.buffer as ArrayBuffer, sent.byteOffset, sent.byteLength),
    headers: {
      ...common(tag),
      'Content-Type': type,
      'Content-Length': String(sent.length),
      ...(compress ? { 'Content-Encoding': encoding } : {}),
      ...headers,
    },
  }
}
