import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isWorthThread } from '../data/reader.ts'
import { startReading } from '../data/reader-apart.ts'
import { root } from './setup.mjs'

// npm runs a command in the project's folder; FILE is meant from where it was typed.
const cwd = (process.env.npm_lifecycle_event === 'ingest' && process.env.INIT_CWD) || process.cwd()
const args = process.argv.slice(2)
const isLarge = (arg: string) =>
  isWorthThread(statSync(resolve(cwd, arg), { throwIfNoEntry: false })?.size ?? 0)

// Begun before the rest is loaded: the two make themselves ready side by side.
const thread = args.some(isLarge) ? startReading() : undefined
const { ingestCommand } = await import('./ingest/command.ts')

const cancel = new AbortController()
process.once('SIGINT', () => cancel.abort())

process.exitCode = await ingestCommand(args, {
  cwd,
  env: process.env,
  print: console.log,
  write: (text) => process.stdout.write(text),
  complain: console.error,
  terminal: process.stderr.isTTY ? process.stderr : null,
  signal: cancel.signal,
  shipped: join(root, 'data', 'series'),
  thread,
})
