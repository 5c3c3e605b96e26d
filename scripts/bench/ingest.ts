import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, root, stop } from '../setup.mjs'
import { type Benchmark, inPairs } from './figure.ts'
import { tidyFile } from './tidy.ts'

const MILLION = join(root, 'var', 'bench', 'tidy-1m.csv')

/** What a person with a shell would do: import text, then normalise it by SQL. */
const yardstick = (file: string): string => `
pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory;
create table series (series_id integer primary key, reporter text, partner text, flow text, commodity text,
  unit text, unique (reporter, partner, flow, commodity, unit));
create table observation (series_id integer not null, period text not null, value real, status text,
  primary key (series_id, period)) without rowid;
create temp table raw (reporter text, partner text, flow text, commodity text, period text, value text, unit text, status text);
.import --csv --skip 1 '${file}' raw
insert into series (reporter, partner, flow, commodity, unit)
  select distinct reporter, partner, flow, commodity, unit from raw;
insert into observation select s.series_id, r.period, cast(r.value as real), r.status from raw r
  join series s using (reporter, partner, flow, commodity, unit);
`

/** Seconds that a command took in a new folder of its own. */
function seconds(run: (folder: string) => { status: number | null; stderr: string }): number {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-bench-'))
  try {
    const begin = performance.now()
    const { status, stderr } = run(folder)
    const time = (performance.now() - begin) / 1000
    if (status !== 0)
      throw new Error(`A benchmark's command ended with ${status}: ${stderr.slice(-800)}`)
    return time
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ours = (file: string) => async () =>
  seconds((folder) =>
    spawnSync(node(), [join(root, 'scripts', 'ingest.ts'), file], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: `file:${join(folder, 'entrepot.db')}`,
        ENTREPOT_UPLOADS: join(folder, 'uploads'),
      },
    }),
  )

const peer = (file: string) => async () =>
  seconds((folder) =>
    spawnSync('sqlite3', [join(folder, 'peer.db')], { input: yardstick(file), encoding: 'utf8' }),
  )

export const ingestTidy: Benchmark = {
  name: 'ingest.tidy',
  async run() {
    if (spawnSync('sqlite3', ['--version']).status !== 0) {
      stop(
        'ingest.* compares with the sqlite3 shell: install it (apt-get install sqlite3) and run again.',
      )
    }
    const file = await tidyFile(MILLION, 1_000_000)
    const result = await inPairs(ours(file), peer(file))
    return [{ name: 'ingest.tidy', ...result, unit: 's', goal: 0.4 }]
  },
}
