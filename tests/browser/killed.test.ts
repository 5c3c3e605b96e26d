import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Entrepot, openBrowser, openEntrepot } from '../../scripts/running.ts'
import { chromium } from '../../scripts/setup.mjs'
import { largeCsv } from '../api/large.ts'

let folder: string
let entrepot: Entrepot
let browser: Awaited<ReturnType<typeof openBrowser>>

const start = (more: Record<string, string> = {}) =>
  openEntrepot({
    ...more,
    DATABASE_URL: `file:${join(folder, 'entrepot.db')}`,
    ENTREPOT_UPLOADS: join(folder, 'uploads'),
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-killed-'))
  entrepot = await start()
  browser = await openBrowser(chromium())
})
afterAll(async () => {
  await browser?.close()
  await entrepot?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a program that is killed while a file comes in says on the page what became of the file', async () => {
  const path = join(folder, 'large.csv')
  writeFileSync(path, largeCsv(2_000_000, 'large'))
  const page = await browser.newPage()
  const sees = (text: RegExp | string) =>
    expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toMatch(text)
  await page.goto(`${entrepot.url}/upload`)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByLabel('Token', { exact: true }).fill(entrepot.token)
  await page.getByRole('button', { name: 'Sign in and go on' }).click()
  await sees(/Reading: [\d\s]+ rows/)

  await entrepot.close('SIGKILL')
  await sees('Entrepot does not answer')

  entrepot = await start({ PORT: new URL(entrepot.url).port })
  await sees('The program ended while this import was running. Nothing of it is in the store')
  expect(await page.locator('main').innerText()).toContain('Not read to its end')
  expect((await fetch(`${entrepot.url}/api/datasets/large`)).status).toBe(404)
}, 60_000)
