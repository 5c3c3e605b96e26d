import { spawnSync } from 'node:child_process'
import { Agent, createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openEntrepot } from '../running.ts'
import { node, root } from '../setup.mjs'
import { type Benchmark, inPairs, median } from './figure.ts'
import { tidyFile } from './tidy.ts'

const REQUESTS = 400
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** The body, and milliseconds from asking to its last byte. */
function fetchOnce(url: string): Promise<{ time: number; body: Buffer; status: number }> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    get(url, { agent, headers: { 'accept-encoding': 'identity' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          time: performance.now() - begin,
          body: Buffer.concat(parts),
          status: answer.statusCode ?? 0,
        }),
      )
    }).on('error', reject)
  })
}

async function p50(urls: string[]): Promise<number> {
  const times: number[] = []
  for (const url of urls) {
    const { time, status } = await fetchOnce(url)
    if (status !== 200) throw new Error(`${url} answered ${status}`)
    times.push(time)
  }
  return median(times)
}

/** A bare server that answers everything with the same bytes. */
async function staticServer(body: Buffer): Promise<{ url: string; server: Server }> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    answer.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

export const httpOneSeries: Benchmark = {
  name: 'http.one-series',
  async run() {
    const file = await tidyFile(join(root, 'var', 'bench', 'tidy-100k.csv'), 100_000)
    const entrepot = await openEntrepot()
    try {
      const { status, stderr } = spawnSync(node(), [join(root, 'scripts', 'ingest.ts'), file], {
        encoding: 'utf8',
        env: {
          ...process.env,
          DATABASE_URL: `file:${join(entrepot.folder, 'entrepot.db')}`,
          ENTREPOT_UPLOADS: join(entrepot.folder, 'uploads'),
        },
      })
      if (status !== 0) throw new Error(`The data could not be loaded: ${stderr}`)
      const list = await fetchOnce(`${entrepot.url}/api/series?dataset=tidy-100k&limit=500`)
      const { series } = JSON.parse(list.body.toString()) as { series: { id: string }[] }
      let asked = 0
      // Each question is asked once only: another series, then another end, so that nothing is cached.
      const next = () => {
        const id = series[asked % series.length]!.id
        const year = 2030 + Math.floor(asked++ / series.length)
        return `${entrepot.url}/api/data?series=${id}&end=${year}`
      }
      const { body } = await fetchOnce(next())
      const bare = await staticServer(body)
      const result = await inPairs(
        () => p50(Array.from({ length: REQUESTS }, next)),
        () => p50(Array.from({ length: REQUESTS }, () => bare.url)),
      )
      bare.server.close()
      return [{ name: 'http.one-series', ...result, unit: 'ms', goal: 1.3 }]
    } finally {
      agent.destroy()
      await entrepot.close()
    }
  },
}
