// `npm start`: everything from a fresh clone to a page on http://localhost:3000.
import { spawn } from 'node:child_process'
import { build, FLAGS, install, node, program, root } from './setup.mjs'

install()
build()
const server = spawn(node(), [...FLAGS, program('main')], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
