import { join } from 'node:path'
import { ingestCommand } from './ingest/command.ts'
import { root } from './setup.mjs'

const cancel = new AbortController()
process.once('SIGINT', () => cancel.abort())

process.exitCode = await ingestCommand(process.argv.slice(2), {
  // npm runs a command in the project's folder; FILE is meant from where it was typed.
  cwd: (process.env.npm_lifecycle_event === 'ingest' && process.env.INIT_CWD) || process.cwd(),
  env: process.env,
  print: console.log,
  write: (text) => process.stdout.write(text),
  complain: console.error,
  terminal: process.stderr.isTTY ? process.stderr : null,
  signal: cancel.signal,
  shipped: join(root, 'data', 'series'),
})
