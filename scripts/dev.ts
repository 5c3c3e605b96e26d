// `npm run dev`: the page reloads on a change of its files (port 3000), the server restarts on a change of its own (3001).
import { type ChildProcess, spawn } from 'node:child_process'
import { node, root } from './setup.mjs'

const page = Number(process.env.PORT ?? 3000)
const start = (args: string[], env: Record<string, string>): ChildProcess =>
  spawn(node(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })

const parts = [
  start(['--watch-preserve-output', '--watch', 'api/main.ts'], { PORT: String(page + 1) }),
  start(['node_modules/vite/bin/vite.js', '--port', String(page)], {
    ENTREPOT_API: `http://127.0.0.1:${page + 1}`,
  }),
]
const end = () => {
  for (const part of parts) part.kill()
}
for (const part of parts) part.on('exit', end)
process.on('SIGINT', end)
process.on('SIGTERM', end)
