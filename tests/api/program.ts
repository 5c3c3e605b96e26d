import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FLAGS, program, root } from '../../scripts/setup.mjs'

export interface Started {
  child: ChildProcess
  ended: Promise<number | null>
  said(): string
  /** Where it is, as it said. */
  url(): string
}

export interface Program {
  folder: string
  uploads: string
  /** Starts the server and reads what it says, until it has said `until` or has ended. */
  start(env: Record<string, string>, until: RegExp): Promise<Started>
  /** Kills what still runs and deletes the folder. */
  end(): void
}

/** The server as a program of its own, on a store in a folder of its own. */
export function openProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-program-'))
  const uploads = join(folder, 'uploads')
  const children: ChildProcess[] = []
  return {
    folder,
    uploads,
    start(env, until) {
      const child = spawn(process.execPath, [...FLAGS, program('main')], {
        cwd: root,
        env: {
          ...process.env,
          ENTREPOT_TOKEN: '',
          PORT: '0',
          DATABASE_URL: `file:${join(folder, 'entrepot.db')}`,
          ENTREPOT_UPLOADS: uploads,
          ...env,
        },
      })
      children.push(child)
      let said = ''
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      const told = new Promise<void>((resolve) => {
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (data) => {
            said += data
            if (until.test(said)) resolve()
          })
        }
        ended.then(() => resolve())
      })
      const url = () => /http:\/\/localhost:\d+/.exec(said)?.[0] ?? ''
      return told.then(() => ({ child, ended, said: () => said, url }))
    },
    end() {
      for (const child of children) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
