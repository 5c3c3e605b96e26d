// Loaded before a command: says on descriptor 3, when it ends, the most memory it held, in KiB. Its threads,
// which load this too, are counted in.
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
