// `npm test`: everything from a fresh clone to a verdict. `npm test -- tests/data` runs a part.
import { join } from 'node:path'
import { build, chromium, install, node, root, step } from './setup.mjs'

install()
const CHROMIUM = chromium()
build()
const bin = (...names) => join(root, 'node_modules', ...names)
const checks = [
  ['types', [bin('typescript', 'bin', 'tsc')]],
  ['style', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--log-level=warn', '.']],
  ['tests', [bin('vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]],
]
const failed = checks.filter(([name, args]) => {
  console.log(`\n== ${name}`)
  return step(node(), args, { env: { ...process.env, CHROMIUM } }) !== 0
})
console.log(
  failed.length
    ? `\nFailed: ${failed.map(([name]) => name).join(', ')}`
    : '\nAll passed: types, style, tests',
)
process.exit(failed.length ? 1 : 0)
