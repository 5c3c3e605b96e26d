// Loaded before a command: says on descriptor 3, when it ends, the most memory it held, in KiB. Its threads,
// which load this too, are counted in.
import { readFileSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** What a process is told to have held at most counts in what started it; Linux knows its own, too. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1])
}

if (isMainThread) process.on('exit', () => writeSync(3, String(peak())))
