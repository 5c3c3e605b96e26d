// Loaded before a command: says on descriptor 3, when it ends, the most memory it held, in KiB.
import { writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
