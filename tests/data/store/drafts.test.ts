import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Drafts } from '../../../data/store/stage/drafts.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-drafts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const draft = (i: number, title = `Series ${i}`) => ({
  key: `s${i}`,
  title,
  unit: null,
  additive: 'sum' as const,
  dimensions: { partner: String(i % 7) },
})

it.each([100, 50_000])('gives each of %i drafts back, as it was put there last', (count) => {
  const path = join(folder, String(count))
  const drafts = new Drafts(path)
  for (let i = 0; i < count; i++) drafts.add(draft(i))
  drafts.set(3, draft(3, 'Otherwise'))
  drafts.set(count - 1, draft(count - 1, 'Otherwise, too'))
  for (const [i, given] of [...drafts].entries()) {
    const title = { 3: 'Otherwise', [count - 1]: 'Otherwise, too' }[i]
    expect(given).toEqual(draft(i, title))
  }
  drafts.close()
  expect(existsSync(path)).toBe(count > 20_000)
})
