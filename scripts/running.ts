import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { FLAGS, node, program, root } from './setup.mjs'

export interface Entrepot {
  url: string
  token: string
  /** The folder that holds its store and uploads; gone after `close`. */
  folder: string
  /** Ends it, by `SIGTERM` where nothing is said. */
  close(signal?: NodeJS.Signals): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** The whole program on a port and in a folder of its own: for browser tests, benchmarks and screenshots. */
export async function openEntrepot(env: Record<string, string> = {}): Promise<Entrepot> {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-'))
  const port = env.PORT ?? String(await freePort())
  const token = 'a-token-for-this-run-only'
  const child = spawn(node(), [...FLAGS, program('main')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: port,
      DATABASE_URL: `file:${join(folder, 'entrepot.db')}`,
      ENTREPOT_UPLOADS: join(folder, 'uploads'),
      ENTREPOT_TOKEN: token,
      ...env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  const url = `http://127.0.0.1:${port}`
  const close = async (signal?: NodeJS.Signals) => {
    child.kill(signal)
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return { url, token, folder, close }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await close()
  throw new Error(`Entrepot did not start:\n${said}`)
}

/** A headless Chromium that talks to nobody else. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
