import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './browser.ts'
import { focused, listenToListeners, press, tabTo } from './keyboard.ts'

let stage: Stage
let folder: string
beforeAll(async () => {
  stage = await openStage()
  folder = mkdtempSync(join(tmpdir(), 'entrepot-keyboard-'))
})
afterAll(async () => {
  await stage?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const TRADE = `date,partner,amount,remark
03/04/2023,RUS,1.5,first
05/06/2023,KAZ,2.5,second
`

async function open(path: string): Promise<Page> {
  const page = await (await stage.browser.newContext()).newPage()
  await listenToListeners(page)
  await page.goto(stage.entrepot.url + path, { waitUntil: 'networkidle' })
  return page
}
const seesText = (page: Page, text: RegExp | string) =>
  expect.poll(() => page.locator('main').innerText(), { timeout: 15_000 }).toMatch(text)
/** What has the focus once the page has settled. */
const settles = (page: Page, says: RegExp) =>
  expect.poll(() => focused(page), { timeout: 15_000 }).toMatch(says)

/** Chooses a file as a person does who has no mouse. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, text)
  page.once('filechooser', (chooser) => chooser.setFiles(path))
  await tabTo(page, /“Choose a file”/)
  await press(page, 'Enter')
}

describe('a file by keyboard alone', () => {
  it('is uploaded, its question answered, a role changed, written, and undone in the ledger', async () => {
    const page = await open('/upload')
    await choose(page, 'trade.csv', TRADE)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(stage.entrepot.token)
    await press(page, 'Enter')

    await settles(page, /h2 “One thing only you can say”/)
    await press(page, 'Tab')
    expect(await focused(page)).toMatch(/button “The day/)
    await press(page, 'Tab', 'Shift+Tab', 'Space')
    await settles(page, /h2 “How it was read”/)
    await seesText(page, /Read so: 2 added\./)

    await tabTo(page, /What partner is/)
    const role = page.getByLabel('What partner is').first()
    await press(page, 'ArrowUp')
    await seesText(page, 'This change makes no difference to the figures.')
    expect(await role.inputValue()).toBe('dimension:reporter')
    await settles(page, /What partner is/)
    await press(page, 'ArrowDown')
    await expect.poll(() => role.inputValue(), { timeout: 15_000 }).toBe('dimension:partner')
    await settles(page, /What partner is/)

    await tabTo(page, /“See the report”/)
    await press(page, 'Enter')
    await settles(page, /h2 “Figures: 2 added/)
    await tabTo(page, /“Write 2 figures”/)
    await press(page, 'Enter')
    await settles(page, /h2 “Written: 2 added”/)

    await tabTo(page, /a “Imports”/, 'Shift+Tab')
    await press(page, 'Enter')
    await seesText(page, 'Every file taken in')
    await tabTo(page, /button “Undo import \d+”/)
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toMatch('2 figures go')
    await tabTo(page, /button “Undo”/)
    await press(page, 'Enter')
    await settles(page, /h2 “Import \d+ is undone”/)
    await press(page, 'Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    await settles(page, /main/)
    await seesText(page, /trade\.csv[\s\S]*undone/)
    await page.context().close()
  })
})
