// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...names) => join(root, ...names)
const windows = process.platform === 'win32'

// What was compiled once is kept for whatever is started from here: half of a short command is compiling.
process.env.NODE_COMPILE_CACHE ??= at('var', 'compiled')

/** What the page is built from. */
const PAGE = [
  'web',
  'data/model',
  'data/transform',
  'data/charts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
]

/** Ends the program with one sentence and no stack. */
export function stop(message) {
  console.error(message)
  process.exit(1)
}

/** What makes a command ready is said beside its own output, which may be a file or JSON. */
const ASIDE = { stdio: ['inherit', 2, 'inherit'] }

/** Runs a command with its output shown; ends the program where it fails. */
export function step(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) stop(`${command} could not be started: ${error.message}`)
  return status ?? 1
}

function files(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}

/** Content, not time, says whether something is stale: after a clone every file is new. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((name) => files(at(name)))) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

const says = (path, text) => existsSync(path) && readFileSync(path, 'utf8') === text

/** Installs from the lock file where that changed since the last time. */
export function install() {
  const mark = at('node_modules', '.installed')
  const wanted = hashOf(['package-lock.json'])
  if (says(mark, wanted)) return
  console.error('Installing what the lock file names ...')
  const flags = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const status = npm?.endsWith('.js')
    ? step(process.execPath, [npm, ...flags], ASIDE)
    : step(windows ? 'npm.cmd' : 'npm', flags, { ...ASIDE, shell: windows })
  if (status !== 0)
    stop("The packages could not be installed: see npm's words above, then run the command again.")
  writeFileSync(mark, wanted)
}

/** Node 24: the locked one where npm has it for this machine, else this machine's own. */
export function node() {
  const locked = at('node_modules', '.bin', 'node')
  if (existsSync(locked)) return locked
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(
    `Entrepot runs on Node 24 and this is ${process.version}: install Node 24 from https://nodejs.org and run the command again.`,
  )
}

/** Builds the page where its sources changed since the last time. */
export function build({ force = false } = {}) {
  const mark = at('dist', '.built')
  const wanted = hashOf(PAGE)
  if (!force && says(mark, wanted)) return
  console.error('Building the page ...')
  vite('page')
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(mark, wanted)
}

/** Programs and their threads by the names of what they are built into. */
export const PROGRAMS = {
  main: at('api', 'main.ts'),
  ingest: at('scripts', 'ingest.ts'),
  'writer-thread': at('data', 'writer-thread.ts'),
  'reader-thread': at('data', 'reader-thread.ts'),
}

/** What programs are built from. */
const CODE = [
  'api',
  'data',
  'scripts/ingest',
  'scripts/ingest.ts',
  'scripts/setup.mjs',
  'vite.programs.ts',
  'package-lock.json',
]

/** Of programs that are built, older ones may still run, and start threads. */
const KEPT = 3

/** The path of a program, built where its sources changed since the last time. */
export function program(name) {
  const all = at('var', 'programs')
  const folder = join(all, hashOf(CODE).slice(0, 16))
  if (!existsSync(folder)) {
    const unfinished = `${folder}-${process.pid}`
    vite('programs', '--config', at('vite.programs.ts'), '--outDir', unfinished)
    // Another command may have built them meanwhile.
    if (existsSync(folder)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, folder)
    for (const old of byAge(all).slice(KEPT)) rmSync(old, { recursive: true, force: true })
  }
  return join(folder, `${name}.js`)
}

/** What is in a folder, the newest first. */
function byAge(folder) {
  const paths = readdirSync(folder).map((name) => join(folder, name))
  const time = (path) => statSync(path).mtimeMs
  return paths.sort((a, b) => time(b) - time(a))
}

function vite(what, ...args) {
  const path = at('node_modules', 'vite', 'bin', 'vite.js')
  const status = step(node(), [path, 'build', '--logLevel', 'warn', ...args], ASIDE)
  if (status !== 0) stop(`The ${what} could not be built: see the words above.`)
}

/**
 * Room for what is soon forgotten: more of it makes nothing faster, and a third more memory is held. Room
 * for the rest: where Node believes in four gigabytes it lets a heap grow to four times what is needed
 * before it clears up, where in one, to less than twice. And two helpers for V8: four that compile take
 * the processor from the threads that read and write.
 */
export const FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1000', '--v8-pool-size=2']

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(windows ? ';' : ':')
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

/** A Chromium for the browser tests: found, or installed by apt where this user may. */
export function chromium() {
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium by apt ...')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    step('apt-get', ['update', '-qq'], { ...ASIDE, env })
    step('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return (
    findBrowser() ??
    stop(
      'The browser tests need Chromium: install it, or name one in CHROMIUM, and run the command again.',
    )
  )
}
