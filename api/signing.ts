import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Access, Session } from './access.ts'
import { ApiError } from './errors.ts'
import type { Env } from './routing.ts'

const COOKIE = 'entrepot'

/** Reading is open; lets a request write that carries the token, or a session's cookie from our own page. */
export const mayWrite =
  (access: Access): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!['POST', 'DELETE'].includes(c.req.method)) return next()
    const token = bearerToken(c)
    const session = token === undefined ? sessionOf(c, access) : undefined
    if (token !== undefined) checkToken(c, access, token)
    else if (!session) throw new ApiError('not-signed-in', 'Writing asks for the token.')
    else checkOrigin(c)
    c.set('by', session ? (session.name ?? 'page') : 'token')
    c.header('Cache-Control', 'no-store')
    await next()
  }

/** Throws unless the token is right. */
export function checkToken(c: Context, access: Access, token: string): void {
  const right = access.checkToken(token, addressOf(c))
  if (right === undefined) {
    throw new ApiError('too-many-attempts', 'Too many wrong tokens came from your address.')
  }
  if (!right) throw new ApiError('wrong-token', 'This is not the token of this store.')
}

/**
 * A browser says where a request comes from: another site may not write with a reader's cookie. What
 * says nothing is no browser, and was given its cookie by hand.
 */
export function checkOrigin(c: Context): void {
  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site')
  const own =
    origin === undefined
      ? site === undefined || site === 'same-origin'
      : URL.canParse(origin) && new URL(origin).host === c.req.header('Host')
  if (!own) throw new ApiError('foreign-origin', 'This request comes from another site.')
}

export function sessionOf(c: Context, access: Access): Session | undefined {
  const id = getCookie(c, COOKIE)
  return id === undefined ? undefined : access.findSession(id)
}

export function giveCookie(c: Context, id: string, expires: string): void {
  setCookie(c, COOKIE, id, { ...attributes(c), expires: new Date(expires) })
}

/** Takes the cookie back; gives the id of the session that it was for. */
export const takeCookie = (c: Context): string | undefined => deleteCookie(c, COOKIE, attributes(c))

const attributes = (c: Context) => ({
  path: '/api',
  httpOnly: true,
  sameSite: 'Strict' as const,
  secure: new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https',
})

function bearerToken(c: Context): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}

/** Where a request comes from; a request in memory comes from nowhere. */
function addressOf(c: Context): string {
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : ''
}
