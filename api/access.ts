import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const SESSION_DAYS = 30
const ATTEMPTS_A_MINUTE = 30

/** What access.json holds: nothing in it opens anything by itself. */
interface Kept {
  token: string | null
  sessions: { hash: string; name: string | null; expires: string }[]
}

export interface Session {
  name: string | null
  expires: string
}

/** Who may write: one token, and sessions that were opened with it. */
export interface Access {
  /** The token where it was made just now: printed once, never kept. */
  madeToken: string | null
  /** False for a wrong token; `undefined` where an address has tried too often to be answered. */
  checkToken(token: string, address: string): boolean | undefined
  openSession(name: string | null): { id: string; expires: string }
  findSession(id: string): Session | undefined
  closeSession(id: string): void
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Opens the access file (none for a store in memory); makes a token where neither it nor `token` has one. */
export function openAccess(
  file: string | null,
  token: string | undefined,
  now: () => number = Date.now,
): Access {
  const kept = read(file)
  const madeToken = token === undefined && kept.token === null ? randomToken() : null
  const wanted = madeToken ?? token
  if (madeToken) kept.token = sha256(madeToken)
  const tokenHash = wanted === undefined ? kept.token! : sha256(wanted)
  // A session is bound to the token it was opened with: another token closes them all.
  const sessionHash = (id: string): string => sha256(`${tokenHash}:${id}`)
  const attempts = limiter(now)
  const save = (): void => {
    kept.sessions = kept.sessions.filter(({ expires }) => Date.parse(expires) > now())
    write(file, kept)
  }
  if (madeToken) save()

  return {
    madeToken,
    checkToken(given, address) {
      if (!attempts.allows(address)) return undefined
      const right = timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(tokenHash))
      if (!right) attempts.failed(address)
      return right
    },
    openSession(name) {
      const id = randomToken()
      const expires = new Date(now() + SESSION_DAYS * 86_400_000).toISOString()
      kept.sessions.push({ hash: sessionHash(id), name, expires })
      save()
      return { id, expires }
    },
    findSession(id) {
      const hash = sessionHash(id)
      const session = kept.sessions.find((one) => one.hash === hash)
      if (!session || Date.parse(session.expires) <= now()) return undefined
      return { name: session.name, expires: session.expires }
    },
    closeSession(id) {
      const hash = sessionHash(id)
      kept.sessions = kept.sessions.filter((one) => one.hash !== hash)
      save()
    },
  }
}

const randomToken = (): string => randomBytes(24).toString('base64url')

function read(file: string | null): Kept {
  if (file === null || !existsSync(file)) return { token: null, sessions: [] }
  return JSON.parse(readFileSync(file, 'utf8')) as Kept
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
function write(file: string | null, kept: Kept): void {
  if (file === null) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Counts wrong tokens by address: guessing is slow, and does not lock anybody else out. */
function limiter(now: () => number) {
  const wrong = new Map<string, number[]>()
  const recent = (address: string): number[] =>
    (wrong.get(address) ?? []).filter((time) => time > now() - 60_000)
  return {
    allows: (address: string): boolean => recent(address).length < ATTEMPTS_A_MINUTE,
    failed(address: string): void {
      if (wrong.size > 10_000) wrong.clear()
      wrong.set(address, [...recent(address), now()])
    },
  }
}
