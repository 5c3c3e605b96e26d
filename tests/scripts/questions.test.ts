import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingestCommand } from '../../scripts/ingest/command.ts'

const CASES = fileURLToPath(new URL('../data/ingest/cases', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-questions-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a dry run prints of a file, in a store of its own. */
async function run(path: string, ...options: string[]): Promise<string[]> {
  const lines: string[] = []
  const say = (text: string) => void lines.push(...text.split('\n'))
  await ingestCommand([path, '--dry-run', ...options], {
    cwd: folder,
    env: { DATABASE_URL: `file:${join(folder, 'entrepot.db')}` },
    print: say,
    write: say,
    complain: say,
    terminal: null,
    signal: new AbortController().signal,
    shipped: null,
  })
  return lines
}

/** The options that a run prints, as they stand there. */
const optionsIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => /^ {2}(--\S.*?) {4}/.exec(line)?.[1] ?? [])

/** The words of a line as a shell hands them on. */
const typed = (line: string): string[] =>
  execFileSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

/** Every option that a file is asked about with, and that is printed again when it is given. */
async function askedAgain(path: string): Promise<string[]> {
  const again: string[] = []
  const options = optionsIn(await run(path))
  expect(options.length, path).toBeGreaterThan(0)
  for (const option of options) {
    const printed = optionsIn(await run(path, ...typed(option)))
    if (printed.includes(option)) again.push(`${path}: ${option}`)
  }
  return again
}

it('each option that is printed with a question answers it when it is pasted', async () => {
  const asked = readdirSync(CASES).filter((name) => {
    const { questions } = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'))
    return questions.length > 0 && !existsSync(join(CASES, name, 'options.json'))
  })
  expect(asked.length).toBeGreaterThan(20)
  for (const name of asked) expect(await askedAgain(join(CASES, name, 'input.csv'))).toEqual([])
}, 400_000)

it('so it does where names of columns hold quotes and equals signs', async () => {
  const path = join(folder, 'odd.csv')
  writeFileSync(path, "l'année=x,b=c\n5,6\n7,8\n")
  expect(await askedAgain(path)).toEqual([])
  writeFileSync(path, "mois,l'été=x\n2023-01,1.234\n2023-02,2.345\n")
  expect(await askedAgain(path)).toEqual([])
})
