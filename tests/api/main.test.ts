import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProgram, type Program } from './program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Time that a process has worked: what it waited for others, on a busy machine, is not its own. */
function secondsOfWork(pid: number): number {
  if (process.platform !== 'linux') return 0
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

describe('the server as a program', () => {
  let program: Program
  beforeAll(() => {
    program = openProgram()
  })
  afterAll(() => program.end())
  const start: Program['start'] = (env, until) => program.start(env, until)

  it('loads the shipped series, says where it is and what the token is, and ends when told', async () => {
    const { child, ended, url } = await start({}, /Token .*: \S+\n/)
    const health = await fetch(`${url()}/api/health`)
    expect(health.status).toBe(200)
    const { total } = (await (await fetch(`${url()}/api/datasets`)).json()) as {
      total: number
    }
    expect(total).toBe(4)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('starts again fast, without a word of the token', async () => {
    const { child, ended, said } = await start({}, /is at/)
    expect(secondsOfWork(child.pid ?? 0)).toBeLessThan(1.5)
    expect(said()).toMatch(/^Entrepot is at http:\/\/localhost:\d+\n$/)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  it('says in one sentence that its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = other.address()
    const port = typeof taken === 'object' && taken ? taken.port : 0
    const { ended, said } = await start({ PORT: String(port) }, /\n$/)
    expect(await ended).toBe(1)
    expect(said()).toMatch(new RegExp(`^Port ${port} is taken: .*PORT=${port + 1} npm start\\.\n$`))
    other.close()
  })

  it.each([
    [{ PORT: 'three' }, /^Settings that cannot be used\. PORT=three/],
    [{ DATABASE_URL: `file:${root}package.json` }, /package\.json/],
  ])('says in one sentence what it cannot use: %s', async (env, words) => {
    const { ended, said } = await start(env, /\n$/)
    expect(await ended).toBe(1)
    expect(said()).toMatch(words)
    expect(said().trim().split('\n')).toHaveLength(1)
  })
})
