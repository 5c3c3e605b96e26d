import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { node, root } from '../setup.mjs'
import { inCopy, inFolder, ingest, seconds, withStore } from './command.ts'
import { type Benchmark, inPairs } from './figure.ts'
import { tidyFile } from './tidy.ts'

const VERSION = '1.5.6-r.1'
/** Its binaries weigh more than all else together, and only this figure needs them: they stay apart. */
const FOLDER = join(root, 'var', 'bench', `duckdb-${VERSION}`)

/** Installs DuckDB where it is not there yet; whether it could. */
function hasDuckdb(): boolean {
  if (existsSync(join(FOLDER, 'node_modules', '@duckdb', 'node-api'))) return true
  console.error(`Installing @duckdb/node-api ${VERSION} into var/bench ...`)
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      FOLDER,
      '--no-audit',
      '--no-fund',
      '--silent',
      `@duckdb/node-api@${VERSION}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return status === 0
}

const script = (file: string, database: string) => `
import { DuckDBInstance } from '@duckdb/node-api'
const instance = await DuckDBInstance.create(${JSON.stringify(database)})
const connection = await instance.connect()
for (const statement of ${JSON.stringify(statements(file))}) await connection.run(statement)
connection.closeSync()
instance.closeSync()
`

const statements = (file: string) => [
  `create temp table raw as from read_csv('${file}', types = {'commodity': 'VARCHAR', 'period': 'VARCHAR'})`,
  `create table series as select row_number() over () as series_id, * from
    (select distinct reporter, partner, flow, commodity, unit from raw)`,
  `create table observation as select s.series_id, r.period, r.value, r.status
    from raw r join series s using (reporter, partner, flow, commodity, unit) order by all`,
  'checkpoint',
]

/** The first import of a file, to DuckDB that reads, normalises, sorts and writes it. */
export const ingestDuckdb: Benchmark = {
  name: 'ingest.duckdb',
  async run() {
    if (!hasDuckdb()) {
      console.error('ingest.duckdb is skipped: @duckdb/node-api could not be installed.')
      return []
    }
    const file = await tidyFile(1_000_000)
    const peer = (folder: string) =>
      spawnSync(node(), ['--input-type=module', '-e', script(file, join(folder, 'peer.duckdb'))], {
        cwd: FOLDER,
        encoding: 'utf8',
      })
    return withStore(async (store) => {
      const result = await inPairs(
        () => inCopy(store, (folder) => seconds(() => ingest(folder, file))),
        () => inFolder((folder) => seconds(() => peer(folder))),
      )
      return [{ name: 'ingest.duckdb', ...result, unit: 's', goal: 1.05 }]
    })
  },
}
