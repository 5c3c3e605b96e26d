// `node scripts/run.mjs FILE.ts ...`: runs a TypeScript command on the locked Node, installing first where needed.
import { spawnSync } from 'node:child_process'
import { FLAGS, install, node, root } from './setup.mjs'

install()
const [file, ...args] = process.argv.slice(2)
const command = [...FLAGS, `${root}/${file}`, ...args]
const { status } = spawnSync(node(), command, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
