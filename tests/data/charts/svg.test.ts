import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { cases } from './cases.ts'
import { fileOf } from './drawn.ts'

describe('a chart is the same picture every time', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    await expect(fileOf(one)).toMatchFileSnapshot(`./svg/${name}.svg`)
  })

  test('drawn again in the same process', () => {
    const one = cases[0]!
    expect(fileOf(one)).toBe(fileOf(one))
  })

  test('in UTC-11, UTC and UTC+14', async () => {
    const print = join(import.meta.dirname, 'print.ts')
    const run = promisify(execFile)
    const zones = ['Pacific/Niue', 'UTC', 'Pacific/Kiritimati']
    const drawn = await Promise.all(
      zones.map(async (TZ) => {
        const { stdout } = await run(process.execPath, [print], { env: { ...process.env, TZ } })
        return stdout
      }),
    )
    expect(drawn[0]).toContain(cases[0]!.name)
    expect(drawn[1]).toBe(drawn[0])
    expect(drawn[2]).toBe(drawn[0])
  }, 30_000)
})

describe('a file holds the whole chart', () => {
  const svg = fileOf(cases[0]!)

  test('title, keys, dated events and source are in it as text', () => {
    expect(svg).toContain('China buys more from Russia')
    expect(svg).toContain('Derived from cumulative figures')
    expect(svg).toContain('24 Feb 2022')
    expect(svg).toContain('Source: General Administration of Customs of China')
  })

  test('it names fonts of the system behind its own', () => {
    expect(svg).toContain('system-ui, sans-serif')
  })

  test('nothing in it is placed by a number that is not one', () => {
    for (const one of cases) expect(fileOf(one)).not.toMatch(/NaN|undefined|Infinity/)
  })
})
