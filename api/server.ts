import { createServer as createHttpServer, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { App } from './app.ts'
import { type Direct, directly } from './direct.ts'
import { type ProblemCode, problemBody } from './errors.ts'

/** Five hundred series in one address, and the cookies of a browser. */
const HEADERS = 128 * 1024

/**
 * The HTTP server of an app, and of what is answered before it. What is no HTTP request reaches no
 * route: it is answered here, as a problem too.
 */
export function createServer({ fetch }: Pick<App, 'fetch'>, direct: Direct): Server {
  // A large upload may take longer than the five minutes that Node gives a request.
  const options = { requestTimeout: 0, maxHeaderSize: HEADERS }
  const routed = getRequestListener(fetch, { errorHandler: refused })
  const server = createHttpServer(options, directly(direct, routed))
  server.on('clientError', (error: Error & { code?: string }, socket: Duplex) => {
    // After an answer has begun there is no place for another.
    const silent = error.code === 'ECONNRESET' || !socket.writable || !isFresh(socket)
    if (silent) return void socket.destroy()
    const { status, headers, body } =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? told('long-header', `Address and headers are longer than ${HEADERS} bytes`)
        : told('bad-request', error.message.replace(/^Parse Error: /, ''))
    const lines = Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(body) })
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`)
  })
  return server
}

/** What the listener cannot make a request of, such as a Host that is none. */
function refused(error: unknown): Response {
  if (!(error instanceof RequestError)) console.error(error)
  const { status, headers, body } =
    error instanceof RequestError
      ? told('bad-request', error.message)
      : told('internal', 'something broke')
  return new Response(body, { status, headers })
}

const isFresh = (socket: Duplex): boolean => 'bytesWritten' in socket && socket.bytesWritten === 0

function told(code: ProblemCode, why: string) {
  const { status, ...problem } = problemBody(code, `This cannot be answered: ${why}.`, '')
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', Connection: 'close' },
    body: JSON.stringify({ ...problem, status }),
  }
}
