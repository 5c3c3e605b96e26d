// `npm run bench:pollock`: reads the Pollock benchmark's broken files without hints and prints the scores.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { openTable } from '../data/ingest/reader/open.ts'
import { Unreadable } from '../data/ingest/unreadable.ts'
import { root, stop } from './setup.mjs'

/** What is lost of some files, and why no reader without hints could have known better; last, what we read otherwise. */
const EXPLAINED: [kind: RegExp, why: string][] = [
  [/^row_less_sep_/, 'a delimiter is gone: nothing says where the first of two cells ends'],
  [/^row_field_delimiter_\d+_0x20/, 'blanks part a row whose texts hold blanks: several ways fit'],
  [/^file_quotation_char_0x27/, 'apostrophes quote texts with apostrophes in them, unmarked'],
  [
    /^file_header_multirow_[23]\./,
    'names that stand again below themselves are said once: DATE, not DATE DATE',
  ],
]

const source = join(root, '..', 'shared', 'pollock')
if (!existsSync(source)) {
  console.log('Skipped: the Pollock files are not beside this project (../shared/pollock).')
  process.exit(0)
}
const work = join(root, 'var', 'pollock')
const loaded = join(work, 'loaded')
rmSync(work, { recursive: true, force: true })
mkdirSync(loaded, { recursive: true })
if (spawnSync('tar', ['xzf', join(source, 'polluted_files.tgz'), '-C', work]).status !== 0) {
  stop('The Pollock files could not be unpacked: is tar installed?')
}

/**
 * A broken file as clean CSV, by the door that imports go through: header first, then the rows. Of several
 * tables in a file, about which the door asks, the benchmark means the first; names that the door gave to
 * columns without one are left out. All else is found.
 */
async function converted(path: string): Promise<string> {
  try {
    const { dialect, header, records } = openTable(path, { table: 1 })
    const names = header.filter((name) => !/^column \d+$/.test(name))
    const rows: string[][] = dialect.headerLine > 0 ? [names] : []
    for (const batch of records()) rows.push(...batch.rows)
    return Papa.unparse(rows, { newline: '\n', quotes: true })
  } catch (error) {
    if (error instanceof Unreadable) return ''
    throw error
  }
}

const files = join(work, 'polluted_files', 'csv')
for (const name of readdirSync(files)) {
  writeFileSync(join(loaded, `${name}_converted.csv`), await converted(join(files, name)))
}
const { stdout, stderr, status } = spawnSync(
  'python3',
  [
    join(source, 'score.py'),
    loaded,
    '--dataset',
    'polluted_files',
    '--weights',
    join(source, 'pollock_weights.json'),
    '--out',
    join(work, 'per-file.csv'),
  ],
  { cwd: work, encoding: 'utf8' },
)
if (status !== 0) stop(`The scorer did not run: ${stderr}`)
const score = (name: string) => Number(new RegExp(`pollock_${name}\\s+([\\d.]+)`).exec(stdout)?.[1])
if (process.argv.includes('--verbose')) console.log(stdout)
console.log(`simple ${score('simple').toFixed(2)} weighted ${score('weighted').toFixed(2)}`)
console.log(
  `(simple ${score('simple')}, weighted ${score('weighted')}, each figure of each file in var/pollock/per-file.csv)`,
)

const table = Papa.parse<Record<string, string>>(readFileSync(join(work, 'per-file.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data
const lossy = table
  .filter(({ file: _, ...scores }) => Object.values(scores).some((text) => Number(text) < 1))
  .map(({ file = '' }) => file)
for (const [kind, why] of EXPLAINED) {
  const count = lossy.filter((file) => kind.test(file)).length
  console.log(`${count} of ${table.length} files not whole: ${why}.`)
}
const others = lossy.filter((file) => !EXPLAINED.some(([kind]) => kind.test(file)))
if (others.length > 0) stop(`These could have been read better: ${others.join(', ')}`)
