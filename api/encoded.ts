import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What a route gives: bytes and what they are. */
export interface Answer {
  body: string | Uint8Array
  type: string
  headers?: Record<string, string>
}

export const ENCODINGS = ['identity', 'br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Bytes of the largest answer that is compressed, and kept. */
export const LARGEST = 8 * 1024 ** 2
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

/** The ETag of the same answer in an encoding: other bytes, and so another one. */
export const inEncoding = (tag: string, encoding: Encoding): string =>
  encoding === 'identity' ? tag : `${tag.slice(0, -1)}-${encoding}"`

/** What every answer carries that has an ETag. */
export const common = (tag: string): Record<string, string> => ({
  ETag: tag,
  'Cache-Control': 'no-cache',
  Vary: 'Accept-Encoding',
  'X-Content-Type-Options': 'nosniff',
})

/** Whether the asker has this very answer (If-None-Match). */
export const matches = (request: Request, tag: string): boolean =>
  isAmong(request.headers.get('If-None-Match') ?? '', tag)

/** Whether a list of ETags names one, compared weakly as RFC 9110 asks. */
export const isAmong = (knows: string, tag: string): boolean =>
  knows === tag || knows.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()))

/** The best encoding that the asker takes. */
export const encodingOf = (request: Request): Encoding =>
  encodingIn(request.headers.get('Accept-Encoding') ?? undefined)

/** The same by the header Accept-Encoding. */
export function encodingIn(accepts: string | undefined): Encoding {
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

interface Encoded {
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

/** The body as it is sent, with its headers: compressed (`quality` 1 to 9) where it is text and worth it. */
export async function encode(
  answer: Answer,
  encoding: Encoding,
  tag: string,
  quality = QUALITY,
): Promise<Encoded> {
  const plain = asItIs(answer, tag)
  const { length } = plain.body
  const text = /^(text\/|application\/(json|javascript|.*\+json)|image\/svg)/.test(answer.type)
  const compress =
    encoding !== 'identity' && text && length >= WORTH_COMPRESSING && length <= LARGEST
  if (!compress) return plain
  const body = arrayOf(await compressors[encoding](plain.body, quality))
  const encoded = { 'Content-Length': String(body.length), 'Content-Encoding': encoding }
  return { body, headers: { ...plain.headers, ...encoded } }
}

/** The body as it is, with the headers that it is sent with. */
export function asItIs({ body: given, type, headers }: Answer, tag: string): Encoded {
  const body = arrayOf(typeof given === 'string' ? Buffer.from(given) : given)
  const about = { 'Content-Type': type, 'Content-Length': String(body.length) }
  return { body, headers: { ...common(tag), ...about, ...headers } }
}

const arrayOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
