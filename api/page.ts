import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { encode, encodingOf, matches } from './encoded.ts'

/** The built page: its files, and index.html for every address that the page has. */
export interface Page {
  /** The file of that name, or index.html where a page is meant; undefined where it is neither. */
  answer(request: Request): Promise<Response | undefined>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Addresses that index.html draws; web/router.ts knows what stands there. */
const PAGES =
  /^\/($|d\/[^/]+\/?$|series\/[^/]+\/[^/]+\/?$|imports\/\d+\/?$|(explore|chart|upload|imports|about)\/?$)/

/** What crawlers may read: pages and the API's own, but no figures query by query. */
const ROBOTS = 'User-agent: *\nAllow: /api/docs\nDisallow: /api/\n'

const HASHED = /^\/assets\//
const QUALITY = 9

interface Sent {
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

/** Opens the folder of a built page; null where it has no index.html. Files are read when first asked for. */
export function openPage(folder: string): Page | null {
  if (!existsSync(join(folder, 'index.html'))) return null
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = new Map(
    names
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [`/${relative(folder, path).replaceAll('\\', '/')}`, path]),
  )
  const policy = contentSecurityPolicy(readFileSync(join(folder, 'index.html'), 'utf8'))
  const ready = new Map<string, Promise<Sent>>()

  const load = async (name: string, path: string, encoding: ReturnType<typeof encodingOf>) => {
    const body = readFileSync(path)
    const hash = createHash('sha256').update(body).update(encoding).digest('base64url')
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    const headers = {
      'Cross-Origin-Resource-Policy': 'same-origin',
      ...(HASHED.test(name) ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}),
      ...(extname(name) === '.html' ? pageHeaders(policy) : {}),
    }
    return encode({ body, type, headers }, encoding, `"${hash.slice(0, 22)}"`, QUALITY)
  }

  return {
    async answer(request) {
      const { pathname } = new URL(request.url)
      if (pathname === '/robots.txt' && !files.has(pathname)) return robots()
      const file = pathname === '/index.html' ? undefined : files.get(decoded(pathname))
      const page = PAGES.test(pathname)
      if (!file && !page && extname(pathname) !== '') return undefined
      const name = file ? decoded(pathname) : '/index.html'
      const encoding = encodingOf(request)
      const key = `${encoding} ${name}`
      const sent = ready.get(key) ?? load(name, file ?? files.get(name)!, encoding)
      ready.set(key, sent)
      const { body, headers } = await sent
      if (matches(request, headers.ETag!)) return new Response(null, { status: 304, headers })
      return new Response(body, { status: file || page ? 200 : 404, headers })
    },
  }
}

const robots = (): Response =>
  new Response(ROBOTS, {
    headers: { 'Content-Type': TYPES['.txt']!, 'Cache-Control': 'public, max-age=86400' },
  })

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * Nothing but what this server sends. Scripts written into the page itself are allowed by their hashes;
 * style attributes are what the charts' tooltips are placed with.
 */
function contentSecurityPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = inline.map(
    ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
  )
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

const pageHeaders = (policy: string): Record<string, string> => ({
  'Content-Security-Policy': policy,
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
})
