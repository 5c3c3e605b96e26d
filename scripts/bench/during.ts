import { openAsBlob } from 'node:fs'
import { type Entrepot, openEntrepot } from '../running.ts'
import { type Benchmark, median } from './figure.ts'
import { load, timesOf } from './served.ts'
import { tidyFile } from './tidy.ts'

const MILLION = 1_000_000
const REQUESTS = 1000
const PAIRS = 5

const p99 = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!

/** Uploads a file as the page does, and does not wait until it is in. */
async function upload({ url, token }: Entrepot, file: string) {
  const headers = { Authorization: `Bearer ${token}` }
  const form = new FormData()
  form.append('file', await openAsBlob(file), 'five.csv')
  const answer = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form })
  const { id, status } = (await answer.json()) as { id: number; status: string }
  if (answer.status !== 202) throw new Error(`The upload is ${status} and does not run.`)
  const address = `${url}/api/imports/${id}`
  return {
    /** How the import stands. */
    status: async () => ((await (await fetch(address)).json()) as { status: string }).status,
    undo: () => fetch(address, { method: 'DELETE', headers }),
  }
}

/** How long the slowest answers take while five million rows come in, to how long they take at rest. */
export const readDuringIngest: Benchmark = {
  name: 'read.during-ingest',
  async run() {
    const [held, coming] = [await tidyFile(MILLION), await tidyFile(5 * MILLION)]
    const entrepot = await openEntrepot()
    try {
      load(entrepot, held)
      const answer = await fetch(`${entrepot.url}/api/series?dataset=tidy-1m&limit=1000`)
      const { series } = (await answer.json()) as { series: { id: string }[] }
      let asked = 0
      // Another end each time: no answer is kept.
      const next = () => {
        const { id } = series[asked++ % series.length]!
        return { url: `${entrepot.url}/api/data?series=${id}&end=${2030 + (asked % 7000)}` }
      }
      const asks = (n: number) => Array.from({ length: n }, next)
      const [ours, peer]: [number[], number[]] = [[], []]
      for (let pair = 0; pair < PAIRS; pair++) {
        // The first ones compile the code, or follow upon an undo.
        await timesOf(asks(2 * REQUESTS))
        peer.push(p99(await timesOf(asks(REQUESTS))))
        const { status, undo } = await upload(entrepot, coming)
        const times: number[] = []
        while ((await status()) === 'running') times.push(...(await timesOf(asks(100))))
        ours.push(p99(times))
        await undo()
      }
      const ratio = median(ours.map((time, i) => time / peer[i]!))
      const figure = { ours: median(ours), peer: median(peer), ratio, unit: 'ms', goal: 2 }
      return [{ name: 'read.during-ingest', ...figure }]
    } finally {
      await entrepot.close()
    }
  },
}
