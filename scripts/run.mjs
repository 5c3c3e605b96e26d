// `node scripts/run.mjs FILE.ts ...`: runs a TypeScript command on the locked Node, installing first where needed.
// `node scripts/run.mjs NAME ...`: the same for a program that is built.
import { spawnSync } from 'node:child_process'
import { FLAGS, install, node, program, root } from './setup.mjs'

install()
const [file, ...args] = process.argv.slice(2)
const path = file.endsWith('.ts') ? `${root}/${file}` : program(file)
const command = [...FLAGS, path, ...args]
const { status } = spawnSync(node(), command, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
