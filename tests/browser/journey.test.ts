import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartsOn, openStage, type Stage } from './browser.ts'

const SERIES = 'bilateral-trade/cn-ru-trade.total.a.usd-bn'
const HEAD =
  'series_id,unit,period_start,period_end,value,status,reporter,partner,flow,source_name,published\n'
const row = (year: number, value: string) =>
  `cn-ru-trade.total.a.usd-bn,USD bn,${year}-01-01,${year}-12-31,${value},A,CHN,RUS,total,A later release,2026-11-01\n`

let stage: Stage
let folder: string
beforeAll(async () => {
  stage = await openStage()
  folder = mkdtempSync(join(tmpdir(), 'entrepot-journey-'))
})
afterAll(async () => {
  await stage?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).first()
const seesText = (page: Page, text: RegExp | string) =>
  expect.poll(() => page.locator('main').innerText(), { timeout: 15_000 }).toMatch(text)

/** What the chart of the series page says to a screen reader, once it is drawn. */
async function chartOf(page: Page): Promise<string> {
  await page.goto(`${stage.entrepot.url}/series/${SERIES}`, { waitUntil: 'networkidle' })
  await expect
    .poll(async () => (await chartsOn(page))[0]?.ink ?? 0, { timeout: 15_000 })
    .toBeGreaterThan(0.01)
  return (await chartsOn(page))[0]!.summary
}

describe('somebody who follows trade', () => {
  it('uploads a file with a bad line, mends it, writes it, sees the chart change, and takes it back', async () => {
    const { page, said } = await stage.open(`/series/${SERIES}`)
    expect(await chartOf(page)).toContain('228.1')

    await page.goto(`${stage.entrepot.url}/upload`, { waitUntil: 'networkidle' })
    await page
      .locator('input[type=file]')
      .setInputFiles(file('year.csv', `${HEAD}${row(2025, '231.4')}${row(2024, '24l.9')}`))
    await page.getByLabel('Token', { exact: true }).fill(stage.entrepot.token)
    await button(page, 'Sign in and go on').click()
    await seesText(page, 'Recognised as the dataset Goods trade between China and Russia')
    await seesText(page, /revised\s+1|1\s+revised/)
    await seesText(page, /rejected\s+1|1\s+rejected/)
    await seesText(page, '24l.9')

    // The report names line 3; the file is corrected and dropped again. No token is asked for now.
    await page.getByRole('link', { name: 'Correct the file and drop it again' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles(file('year.csv', `${HEAD}${row(2025, '231.4')}${row(2024, '244.9')}`))
    await seesText(page, 'Recognised as the dataset Goods trade between China and Russia')
    await seesText(page, /revised\s+2|2\s+revised/)
    await seesText(page, '228.105')
    await button(page, /^Write 2/).click()
    await seesText(page, /Written/)

    expect(await chartOf(page)).toContain('231.4')
    expect(await page.locator('main').innerText()).toContain('A later release')

    await page.goto(`${stage.entrepot.url}/imports`, { waitUntil: 'networkidle' })
    await seesText(page, 'year.csv')
    await button(page, 'Undo').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').innerText()).toMatch(/is undone/)

    expect(await chartOf(page)).toContain('228.1')
    expect(said).toEqual([])
    await page.context().close()
  })

  it('downloads what a chart shows: the file is the answer of the API, byte for byte', async () => {
    const { page } = await stage.open(`/series/${SERIES}`)
    await page.getByRole('button', { name: 'Download' }).first().click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toMatch(/15 rows/)
    const link = dialog.getByRole('link', { name: 'Download CSV as shown' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const saved = readFileSync(await download.path(), 'utf8')
    const address = new URL((await link.getAttribute('href')) ?? '', stage.entrepot.url)
    expect(saved).toBe(await (await fetch(address)).text())
    expect(saved.trim().split('\n')).toHaveLength(16)
    expect(saved).toContain('228.105')
    await page.context().close()
  })

  it('saves the picture with its title and source in it', async () => {
    const { page } = await stage.open('/d/chips')
    await expect
      .poll(async () => (await chartsOn(page)).length, { timeout: 15_000 })
      .toBeGreaterThan(2)
    await page.getByRole('button', { name: 'Download' }).first().click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Download SVG' }).click(),
    ])
    const svg = readFileSync(await download.path(), 'utf8')
    expect(svg).toMatch(/^<svg|^<\?xml/)
    expect(svg).toContain('Source')
    await page.context().close()
  })

  it('finds a series with one key press, and reads its figures as a table', async () => {
    const { page } = await stage.open('/')
    await page.keyboard.press('/')
    await page.getByRole('dialog').getByRole('combobox').pressSequentially('Silverado')
    await page
      .getByRole('option', { name: /Silverado/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('silverado')
    await button(page, 'Table').click()
    await seesText(page, /Mar 2022.Sep 2023[\s\S]*85/)
    await page.context().close()
  })

  it('walks a chart with the arrow keys, and hears each figure', async () => {
    const { page } = await stage.open(`/series/${SERIES}`)
    await chartOf(page)
    await page.locator('[aria-roledescription=chart]').first().focus()
    await page.keyboard.press('ArrowLeft')
    const heard = () => page.locator('[aria-live]').allInnerTexts()
    await expect.poll(async () => (await heard()).join(' ')).toMatch(/2025: .*228[.]105/)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await heard()).join(' ')).toMatch(/2024: .*244[.]819/)
    await page.context().close()
  })
})
