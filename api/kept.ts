import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { Bounded } from '../data/store/packed/bounded.ts'
import {
  type Answer,
  asItIs,
  common,
  ENCODINGS,
  type Encoding,
  encode,
  encodingIn,
  inEncoding,
  isAmong,
  LARGEST,
} from './encoded.ts'

interface Entry {
  version: number
  /** That of the answer as it is; the headers have that of the body. */
  tag: string
  ready: Ready & { body: Uint8Array<ArrayBuffer> }
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
  find(asked: Asked): Ready | undefined
  /** Keeps what was made of a version of the data, and gives it as `answer` does. */
  give(asked: Asked, answer: Answer, version: number): Ready
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
/** Keeps at most 64 MiB of answers. `version` counts up when any of them may be another. */
export function createKept(version: () => number): Kept {
  const entries = new Bounded<Entry>(LIMIT)
  // Documents, formats and words may change with a restart, so an ETag is one process's.
  const run = randomBytes(6).toString('base64url')

  const keep = (key: string, entry: Entry): void => {
    const { length } = entry.ready.body
    if (length > LARGEST) entries.drop(key)
    else entries.keep(key, entry, length + key.length)
  }
  const tagOf = ({ path }: Asked, at: number): string =>
    `"${run}-${at.toString(36)}-${crc32(path).toString(36)}"`

  const compressLater = async (key: string, entry: Entry, answer: Answer, encoding: Encoding) => {
    const encoded = await encode(answer, encoding, inEncoding(entry.tag, encoding))
    if (entries.get(key) === entry) keep(key, { ...entry, ready: { status: 200, ...encoded } })
  }

  const give: Kept['give'] = (asked, answer, version) => {
    const tag = tagOf(asked, version)
    const entry: Entry = { version, tag, ready: { status: 200, ...asItIs(answer, tag) } }
    const encoding = encodingIn(asked.accepts)
    const key = keyOf(asked)
    keep(key, entry)
    if (encoding !== 'identity') compressLater(key, entry, answer, encoding).catch(() => {})
    return entry.ready
  }

  return {
    give,

    find(asked) {
      if (asked.method !== 'GET') return undefined
      const key = keyOf(asked)
      const entry = entries.use(key)
      if (!entry) return undefined
      if (entry.version !== version()) {
        entries.drop(key)
        return undefined
      }
      return unchanged(asked, entry.tag) ?? entry.ready
    },

    async answer(request, make) {
      const asked = askedBy(request)
      const at = version()
      const tag = tagOf(asked, at)
      const known = knowsAny(asked) ? undefined : unchanged(asked, tag)
      if (known) return responseOf(known)
      const ready = give(asked, await make(), at)
      return responseOf(unchanged(asked, tag) ?? ready)
    },

    async stream(request, make) {
      const asked = askedBy(request)
      const tag = tagOf(asked, version())
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

/** A 304 where the asker has the answer, in whatever encoding. */
function unchanged({ knows }: Asked, tag: string): Ready | undefined {
  if (knows === undefined) return undefined
  const known =
    knows === tag
      ? tag
      : ENCODINGS.map((encoding) => inEncoding(tag, encoding)).find((one) => isAmong(knows, one))
  return known === undefined ? undefined : { status: 304, headers: common(known), body: null }
}

/** Whether anything is known to the asker, so that all depends on whether there is an answer. */
const knowsAny = ({ knows }: Asked): boolean => knows?.trim() === '*'
