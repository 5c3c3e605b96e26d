import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { type Entrepot, openEntrepot } from '../running.ts'
import { node, root } from '../setup.mjs'
import { ingest, seconds } from './command.ts'
import { median } from './figure.ts'
import { tidyFile } from './tidy.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

export interface Answer {
  /** Milliseconds from asking to the last byte. */
  time: number
  status: number
  body: Buffer
  etag: string | undefined
}

export type Ask = { url: string; headers?: Record<string, string> }

/** One request on the one connection that all requests of a benchmark take turns on. */
export function ask({ url, headers = {} }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    get(url, { agent, headers: { 'accept-encoding': 'identity', ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          time: performance.now() - begin,
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts),
          etag: answer.headers.etag,
        }),
      )
    }).on('error', reject)
  })
}

/** Times of requests one after another; each must come to the status. */
export async function timesOf(asks: Iterable<Ask>, expected = 200): Promise<number[]> {
  const times: number[] = []
  for (const one of asks) {
    const { time, status } = await ask(one)
    if (status !== expected) throw new Error(`${one.url} answered ${status}`)
    times.push(time)
  }
  return times
}

export const p50 = async (asks: Iterable<Ask>, expected = 200): Promise<number> =>
  median(await timesOf(asks, expected))

/** Imports a file into the store of a running program, as the command line does. */
export function load({ folder }: Entrepot, file: string): void {
  seconds(() => ingest(folder, file))
}

/** The program with a million tidy rows in it, and the ids of their series. */
export async function withMillion<T>(
  work: (entrepot: Entrepot, ids: string[]) => Promise<T>,
): Promise<T> {
  const file = await tidyFile(1_000_000)
  const entrepot = await openEntrepot()
  try {
    load(entrepot, file)
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await ask({
        url: `${entrepot.url}/api/series?dataset=tidy-1m&limit=1000${cursor}`,
      })
      const page = JSON.parse(body.toString()) as { series: { id: string }[]; next: string | null }
      ids.push(...page.series.map(({ id }) => id))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    return await work(entrepot, ids)
  } finally {
    agent.destroy()
    await entrepot.close()
  }
}

/** A bare server in a process of its own that answers everything with the same bytes. */
export async function withStatic<T>(
  folder: string,
  body: Buffer,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const path = join(folder, 'static.json')
  writeFileSync(path, body)
  const child = spawn(node(), [join(root, 'scripts', 'bench', 'static-server.ts'), path])
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer]
    return await work(`http://127.0.0.1:${String(port).trim()}/`)
  } finally {
    child.kill()
  }
}
