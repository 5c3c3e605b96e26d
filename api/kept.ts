import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, crc32, gzip } from 'node:zlib'

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

/** What of a request a kept answer depends on, be it a Request or Node's own. */
export interface Asked {
  method: string
  /** With the query. */
  path: string
  accepts: string | undefined
  knows: string | undefined
}

/** An answer that is ready to be sent. */
export interface Ready {
  status: 200 | 304
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | null
}

type Make<A = Answer> = () => Promise<A>

/** Answers to GET requests, kept until the data changes. */
export interface Kept {
  /** The kept answer, or a 304; undefined where there is neither. Cheap: it stands before the router. */
  find(asked: Asked): Promise<Ready | undefined>
  /** Keeps what was made of a version of the data, and gives it as `answer` does. */
  give(asked: Asked, answer: Answer, version: number): Promise<Ready>
  /**
   * Answers from what `make` gives, unless the asker has it already, and keeps it. Who asks first gets it
   * as it is, since compressing takes many times as long as reading; it is kept compressed for the next.
   */
  answer(request: Request, make: Make): Promise<Response>
  /** The same for a body that is written bit by bit: it has an ETag but is neither kept nor compressed. */
  stream(
    request: Request,
    make: Make<Omit<Answer, 'body'> & { body: ReadableStream }>,
  ): Promise<Response>
}

export const askedBy = ({ method, url, headers }: Request): Asked => ({
  method,
  path: url.slice(url.indexOf('/', url.indexOf('//') + 2)),
  accepts: headers.get('Accept-Encoding') ?? undefined,
  knows: headers.get('If-None-Match') ?? undefined,
})

export const responseOf = ({ status, headers, body }: Ready): Response =>
  new Response(body, { status, headers })

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
  const run = randomBytes(6).toString('base64url')

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
  const tagOf = ({ path }: Asked, at: number): string =>
    `"${run}-${at.toString(36)}-${crc32(path).toString(36)}"`

  const compressLater = async (key: string, entry: Entry, answer: Answer, encoding: Encoding) => {
    const encoded = await encode(answer, encoding, inEncoding(entry.tag, encoding))
    if (entries.get(key) === entry) keep(key, { ...entry, ...encoded })
  }

  const give: Kept['give'] = async (asked, answer, version) => {
    const tag = tagOf(asked, version)
    const entry = { version, tag, ...(await encode(answer, 'identity', tag)) }
    const encoding = encodingIn(asked.accepts)
    const key = keyOf(asked)
    keep(key, entry)
    if (encoding !== 'identity') compressLater(key, entry, answer, encoding).catch(() => {})
    return sent(entry)
  }

  return {
    give,

    async find(asked) {
      if (asked.method !== 'GET') return undefined
      const key = keyOf(asked)
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.version !== (await version())) {
        forget(key)
        return undefined
      }
      // The one used last is forgotten last.
      entries.delete(key)
      entries.set(key, entry)
      return unchanged(asked, entry.tag) ?? sent(entry)
    },

    async answer(request, make) {
      const asked = askedBy(request)
      const at = await version()
      const tag = tagOf(asked, at)
      const known = knowsAny(asked) ? undefined : unchanged(asked, tag)
      if (known) return responseOf(known)
      const ready = await give(asked, await make(), at)
      return responseOf(unchanged(asked, tag) ?? ready)
    },

    async stream(request, make) {
      const asked = askedBy(request)
      const tag = tagOf(asked, await version())
      const known = unchanged(asked, tag)
      if (known && !knowsAny(asked)) return responseOf(known)
      const { body, type, headers } = await make()
      if (known) {
        await body.cancel()
        return responseOf(known)
      }
      const answer = { headers: { ...common(tag), 'Content-Type': type, ...headers } }
      if (request.method !== 'HEAD') return new Response(body, answer)
      // Nobody will read it: what it holds open is let go.
      await body.cancel()
      return new Response(null, answer)
    },
  }
}

/** What an answer depends on besides the data. */
const keyOf = ({ path, accepts }: Asked): string => `${encodingIn(accepts)} ${path}`

const sent = ({ headers, body }: Entry): Ready => ({ status: 200, headers, body })

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
function unchanged({ knows }: Asked, tag: string): Ready | undefined {
  if (knows === undefined) return undefined
  const tags = ENCODINGS.map((encoding) => inEncoding(tag, encoding))
  const known = tags.find((one) => isAmong(knows, one))
  return known === undefined ? undefined : { status: 304, headers: common(known), body: null }
}

/** Whether anything is known to the asker, so that all depends on whether there is an answer. */
const knowsAny = ({ knows }: Asked): boolean => knows?.trim() === '*'

/** Whether the asker has this very answer (If-None-Match, compared weakly as RFC 9110 asks). */
export const matches = (request: Request, tag: string): boolean =>
  isAmong(request.headers.get('If-None-Match') ?? '', tag)

const isAmong = (knows: string, tag: string): boolean =>
  knows === tag || knows.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()))

/** The best encoding that the asker takes. */
export const encodingOf = (request: Request): Encoding =>
  encodingIn(request.headers.get('Accept-Encoding') ?? undefined)

function encodingIn(accepts: string | undefined): Encoding {
  if (!accepts || accepts === 'identity') return 'identity'
  for (const encoding of ['br', 'gzip'] as const) {
    const item = accepts
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
