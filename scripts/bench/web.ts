import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, root } from '../setup.mjs'
import type { Benchmark } from './figure.ts'

const dist = join(root, 'dist')
const kB = (bytes: number) => Math.round(bytes / 100) / 10
const brotli = (path: string) => brotliCompressSync(readFileSync(path)).length

export const webScript: Benchmark = {
  name: 'web.script',
  async run() {
    build()
    const html = readFileSync(join(dist, 'index.html'), 'utf8')
    const first = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1]!)
    const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    )
    const sum = (names: string[]) => kB(names.reduce((n, name) => n + brotli(join(dist, name)), 0))
    const absolute = { peer: null, ratio: null, unit: 'kB' }
    return [
      { name: 'web.script.first', ours: sum(first), goal: 12, ...absolute },
      { name: 'web.script.all', ours: sum(all), goal: 190, ...absolute },
    ]
  },
}
