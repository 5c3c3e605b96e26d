// `npm run bench [-- NAME ...] [--json]`: each figure side by side with its peer, in one run.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ingestDuckdb } from './bench/duckdb.ts'
import { readDuringIngest } from './bench/during.ts'
import type { Benchmark, Figure } from './bench/figure.ts'
import { httpCached, httpFiftySeries, httpOneSeries } from './bench/http.ts'
import {
  ingestByPeriod,
  ingestMemory,
  ingestQuoted,
  ingestRevise,
  ingestTidy,
  ingestTwoMeasures,
} from './bench/ingest.ts'
import { search100k } from './bench/search.ts'
import { readPartnerSum } from './bench/sum.ts'
import { webScript } from './bench/web.ts'
import { stop } from './setup.mjs'

const benchmarks: Benchmark[] = [
  ingestTidy,
  ingestTwoMeasures,
  ingestByPeriod,
  ingestQuoted,
  ingestRevise,
  ingestDuckdb,
  ingestMemory,
  httpOneSeries,
  httpFiftySeries,
  httpCached,
  readPartnerSum,
  readDuringIngest,
  search100k,
  webScript,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const asked = (name: string) =>
  positionals.length === 0 ||
  positionals.some((word) => name === word || name.startsWith(`${word}.`))
const chosen = benchmarks.filter(({ name }) => asked(name))
if (!chosen.length) {
  stop(
    `No figure is called ${positionals.join(', ')}. There are: ${benchmarks.map((b) => b.name).join(', ')}`,
  )
}

const number = (n: number) => Number(n.toPrecision(3)).toString()
const line = ({ name, ours, peer, unit, ratio, goal }: Figure): string =>
  ratio === null || peer === null
    ? `${name.padEnd(20)} ${number(ours)} ${unit}, goal ${goal}${ours > goal ? ', missed' : ''}`
    : `${name.padEnd(20)} ratio ${number(ratio)} (ours ${number(ours)} ${unit}, peer ${number(peer)} ${unit}), goal ${goal}${ratio > goal ? ', missed' : ''}`

/** A process of its own for each: what one leaves in memory would be measured in the next. */
function runApart(name: string): Figure[] {
  const command = [...process.execArgv, process.argv[1]!, name, '--json']
  const { status, stdout } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
  return JSON.parse(stdout) as Figure[]
}

const figures: Figure[] = []
for (const benchmark of chosen) {
  const made = chosen.length > 1 ? runApart(benchmark.name) : await benchmark.run()
  figures.push(...made)
  if (!values.json) for (const figure of made) console.log(line(figure))
}
if (values.json) console.log(JSON.stringify(figures, null, 2))
