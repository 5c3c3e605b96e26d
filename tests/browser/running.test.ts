import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largeCsv } from '../api/large.ts'
import { openStage, type Stage } from './browser.ts'

let stage: Stage
let folder: string
beforeAll(async () => {
  stage = await openStage()
  folder = mkdtempSync(join(tmpdir(), 'entrepot-running-'))
})
afterAll(async () => {
  await stage?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const seesText = (page: Page, text: RegExp | string) =>
  expect.poll(() => page.locator('main').innerText(), { timeout: 30_000 }).toMatch(text)

/** Begins to send a large file, and keeps all that the page says of how far it is. */
async function send(
  name: string,
  rows = 1_500_000,
): Promise<{ page: Page; heard: () => Promise<string[]> }> {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, largeCsv(rows, name))
  const { page } = await stage.open('/upload')
  await stage.signIn(page)
  await page.evaluate(() => {
    const said = new Set<string>()
    Object.assign(window, { said })
    new MutationObserver(() => {
      const words = document.querySelector('.progress-words')?.textContent
      if (words) said.add(words)
      if (!document.querySelector('main h2')) said.add('nothing')
      if (document.querySelector('[aria-busy=true] .progress-words')) said.add('not aloud')
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.locator('input[type=file]').setInputFiles(path)
  const heard = () => page.evaluate(() => [...(window as unknown as { said: Set<string> }).said])
  return { page, heard }
}

describe('a large file', () => {
  it('says rows, rows a second and the time left, and then how it was read', async () => {
    const { page, heard } = await send('told')
    await seesText(page, 'See the report')
    const said = (await heard()).join('\n')
    expect(said).toMatch(/ of \d+\u202fMB sent/)
    expect(said).toMatch(
      /Reading: [\d\u202f]+ rows, \d[\d\u202f]*000 a second, (?:a few seconds|about \d+\u202fs) left/,
    )
    expect(said).toMatch(/Comparing with the store: [\d\u202f]+ rows/)
    expect(said.split('\n')).not.toContain('nothing')
    expect(said.split('\n')).not.toContain('not aloud')
    await seesText(page, '1\u202f500\u202f000 added')
    await page.context().close()
  })

  it('goes on when its page is closed, and can be written from the ledger', async () => {
    const { page } = await send('closed')
    await seesText(page, /Reading: /)
    await page.context().close()

    const ledger = await stage.open('/imports')
    await ledger.page.getByRole('link', { name: 'closed.csv' }).click()
    await seesText(ledger.page, 'Go on to write it')
    await ledger.page.getByRole('link', { name: 'Go on to write it' }).click()
    await seesText(ledger.page, '1\u202f500\u202f000 added')
    await ledger.page.context().close()
  })

  it('is cancelled by the keyboard, and nothing of it stays', async () => {
    const { page } = await send('cancelled')
    await seesText(page, /Reading: /)
    await page.getByRole('button', { name: 'Cancel' }).focus()
    await page.keyboard.press('Enter')
    await seesText(page, 'The import was cancelled. Nothing of it is in the store.')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancelled')
    const answer = await fetch(`${stage.entrepot.url}/api/datasets/cancelled`)
    expect(answer.status).toBe(404)
    await page.context().close()
  })
})

describe('a file that comes while another does', () => {
  it('waits for its turn, says so, and can be cancelled by then', async () => {
    const first = await send('before', 3_000_000)
    await seesText(first.page, /Reading: /)

    const { page } = await stage.open('/upload', { viewport: { width: 390, height: 800 } })
    await stage.signIn(page)
    await page.locator('input[type=file]').setInputFiles({
      name: 'after.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('period,value\n2023,1.5\n'),
    })
    await page.getByRole('heading', { name: 'after.csv waits for its turn' }).waitFor()
    await seesText(page, 'Waiting: one import comes before it')
    await seesText(page, 'Leaving the page does not stop it')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await seesText(page, 'The import was cancelled. Nothing of it is in the store.')
    for (const one of [page, first.page]) await one.context().close()
  })
})
