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

const YEAR = `series_id,unit,period_start,period_end,value,status,reporter,partner,flow,source_name,published
cn-ru-trade.total.a.usd-bn,USD bn,2025-01-01,2025-12-31,231.4,A,CHN,RUS,total,A later release,2026-11-01
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
    await seesText(page, 'The same figures, told apart by reporter; before this change by partner.')
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

  it('with a question of each of 300 columns is answered at once, and any column is found', async () => {
    const page = await open('/upload')
    await stage.signIn(page)
    const cells = (of: number) => Array.from({ length: 300 }, (_, i) => `${1 + (i % 9)}.${of + i}`)
    const names = cells(0).map((_, i) => `Measure number ${i}`)
    const rows = [`2023-01,${cells(100)}`, `2023-02,${cells(200)}`]
    await choose(page, 'measures.csv', `period,${names}\n${rows.join('\n')}\n`)
    await settles(page, /h2 “300 things only you can say”/)
    expect(await page.locator('*').count()).toBeLessThan(6_000)

    await tabTo(page, /summary “Or column by column”/)
    await press(page, 'Enter')
    await page.locator('.one-by-one button').first().waitFor()
    await tabTo(page, /button ““,”: it is a thousand/, 'Shift+Tab')
    await press(page, 'Enter')
    await settles(page, /h2 “How it was read”/)
    await seesText(page, 'Decimal mark: comma')

    await tabTo(page, /Find a column/)
    await page.keyboard.type('number 299')
    await seesText(page, '1 of 301 columns')
    await seesText(page, '3.399 read as 3\u202f399')
    await tabTo(page, /What Measure number 299 is/)
    await page.context().close()
  })

  it('with texts that nobody knows is given their codes at once, typed or as a list', async () => {
    const page = await open('/upload')
    await stage.signIn(page)
    const texts = Array.from({ length: 1000 }, (_, i) => `Nowhere ${i}`)
    const rows = texts.map((text, i) => `2023,${text},${2000 - i}`)
    await choose(page, 'nowhere.csv', `period,partner,value\n${rows.join('\n')}\n`)
    await settles(page, /h2 “How it was read”/)
    await tabTo(page, /What Nowhere 0 stands for/)
    await page.keyboard.type('AAA')
    await press(page, 'Tab')
    await page.keyboard.type('China')
    await tabTo(page, /“See the report”/)
    await press(page, 'Enter')
    await seesText(page, 'What is typed there is not said yet')
    expect(await focused(page)).toMatch(/What Nowhere 0 stands for/)
    await press(page, 'Enter')
    await seesText(page, /Nowhere 1 is the partner China \(CHN\)/)
    await settles(page, /What Nowhere|Codes that nobody knows/)

    await tabTo(page, /“Give the codes as a list”/)
    await press(page, 'Enter')
    const list = texts.slice(2).map((text, i) => `${text}\tC${i}`)
    await page.getByRole('dialog').getByRole('textbox').fill(list.join('\n'))
    await tabTo(page, /button “Read it so: 998 codes”/)
    await press(page, 'Enter')
    await seesText(page, 'Take all 1\u202f000 back')
    expect(await page.locator('main').innerText()).not.toContain('stands for')
    await tabTo(page, /“See the report”/)
    await press(page, 'Enter')
    await seesText(page, 'No issues: 1\u202f000 rows were read')
    await page.context().close()
  })

  it('is compared in another way, and each choice keeps the focus', async () => {
    const page = await open('/upload')
    await stage.signIn(page)
    await choose(page, 'year.csv', YEAR)
    await settles(page, /h2 “Figures: 1 revised”/)
    await tabTo(page, /Add and revise/)
    await press(page, 'ArrowDown')
    await seesText(page, 'Before this change: 1 revised.')
    await settles(page, /Add only/)
    await press(page, 'ArrowDown')
    await seesText(page, /figures that the file does not tell are taken out/)
    await settles(page, /Replace its series/)
    await page.context().close()
  })
})
