import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { root } from './setup.mjs'

// A command is over in a moment: half of it would go into compiling what was compiled the last time.
enableCompileCache(join(root, 'var', 'compiled'))
const { ingestCommand } = await import('./ingest/command.ts')

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
