import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartsOn, openStage, type Stage } from './browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const MONTHLY = 'bilateral-trade/cn-ru-trade'
const ADDRESS =
  `/explore?dataset=bilateral-trade&series=${MONTHLY}.imports.m.usd-bn,${MONTHLY}.exports.m.usd-bn` +
  '&transform=yoy&from=2022&to=2023&asOf=2023-12-31'

/** What the chart says and shows, once it is drawn and stands still. */
async function chartOf(page: Page): Promise<{ summary: string; picture: string }> {
  const read = async () => {
    const [chart] = await chartsOn(page)
    const canvas = page.locator('[aria-roledescription=chart] canvas').first()
    const address = await canvas.evaluate((one) => (one as HTMLCanvasElement).toDataURL())
    const picture = createHash('sha256').update(address).digest('hex')
    return { ink: chart?.ink ?? 0, summary: chart?.summary ?? '', picture }
  }
  await expect.poll(async () => (await chartsOn(page))[0]?.ink ?? 0).toBeGreaterThan(0.002)
  let before = await read()
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(150)
    const now = await read()
    if (now.picture === before.picture && now.summary === before.summary) break
    before = now
  }
  return { summary: before.summary, picture: before.picture }
}

async function download(page: Page): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Download' }).first().click()
  const link = page.getByRole('dialog').getByRole('link', { name: 'Download CSV as shown' })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  const text = readFileSync(await file.path(), 'utf8')
  await page.keyboard.press('Escape')
  return { name: file.suggestedFilename(), text }
}

const pathOf = (page: Page) => page.url().slice(stage.entrepot.url.length)

/** Does on the page what the address says, step by step, and gives the address after each. */
async function choose(page: Page): Promise<string[]> {
  const addresses = [pathOf(page)]
  const step = async (does: () => Promise<unknown>, says: string) => {
    await does()
    await expect.poll(() => pathOf(page)).toContain(says)
    addresses.push(pathOf(page))
  }
  const box = (id: string) => page.locator(`[id="pick-${MONTHLY}.${id}.m.usd-bn"]`).check()
  const range = page.locator('.selected details.popover').first()
  await step(() => box('imports'), 'imports')
  await step(() => box('exports'), ',')
  await page.locator('.selected').waitFor()
  await step(
    () => page.getByRole('combobox', { name: 'Show' }).selectOption('yoy'),
    'transform=yoy',
  )
  await range.locator('summary').click()
  await step(async () => {
    await range.getByLabel('From', { exact: true }).fill('2022')
    await page.keyboard.press('Tab')
  }, 'from=2022')
  await step(async () => {
    await range.getByLabel('To', { exact: true }).fill('2023')
    await page.keyboard.press('Tab')
  }, 'to=2023')
  const known = page.locator('.selected details.popover').nth(1)
  await known.locator('summary').click()
  await step(() => known.locator('input').fill('2023-12-31'), 'asOf=2023-12-31')
  return addresses
}

describe('the address of Explore', () => {
  it('says all that was chosen: elsewhere it gives the same chart and the same file', async () => {
    const { page, said } = await stage.open('/explore?dataset=bilateral-trade')
    await choose(page)
    expect(pathOf(page)).toBe(ADDRESS)
    const here = { chart: await chartOf(page), file: await download(page) }
    expect(here.chart.summary).toMatch(/2023/)
    expect(here.file.name).toContain('2-series_yoy_from-2022_to-2023_as-of-2023-12-31')
    expect(here.file.text.split('\n').length).toBeGreaterThan(20)

    const other = await stage.open(ADDRESS)
    const there = { chart: await chartOf(other.page), file: await download(other.page) }
    expect(there).toEqual(here)
    expect([...said, ...other.said]).toEqual([])
    for (const one of [page, other.page]) await one.context().close()
  })

  it('goes back and forward step by step, with the chart of each', async () => {
    const { page } = await stage.open('/explore?dataset=bilateral-trade')
    const addresses = await choose(page)
    const last = await chartOf(page)
    for (const address of addresses.toReversed().slice(1)) {
      await page.goBack()
      expect(pathOf(page)).toBe(address)
    }
    expect(await page.locator('.selected').count()).toBe(0)
    expect(await page.locator('input:checked[id^=pick]').count()).toBe(0)
    for (const address of addresses.slice(1)) {
      await page.goForward()
      expect(pathOf(page)).toBe(address)
    }
    expect(await chartOf(page)).toEqual(last)
    await page.context().close()
  })

  it('says by what the list is sorted', async () => {
    const { page } = await stage.open('/explore?dataset=chip-import-shares&unit=percent')
    const latest = page.getByRole('columnheader', { name: 'Latest' })
    const figures = async () => {
      const cells = await page
        .locator('.latest')
        .evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ''))
      return cells.map((text) => Number(text.replace('−', '-').replace(/[^\d.-]/g, '')))
    }
    await expect.poll(async () => (await figures()).length).toBeGreaterThan(5)
    const usual = await figures()
    const largestFirst = usual.toSorted((a, b) => b - a)
    expect(usual).not.toEqual(largestFirst)
    await latest.getByRole('button').click()
    await expect.poll(figures).toEqual(largestFirst)
    expect(pathOf(page)).toContain('sort=latest')
    expect(await latest.getAttribute('aria-sort')).toBe('descending')
    await latest.getByRole('button').click()
    await expect.poll(figures).toEqual(usual)
    await page.context().close()
  })

  it('says what it asks for and cannot be shown', async () => {
    const alerts = (page: Page) => page.getByRole('alert').allInnerTexts()
    const { page } = await stage.open(
      `/explore?series=${MONTHLY}.imports.m.usd-bn,${MONTHLY}.nonsense&from=soon&asOf=2023-02-30`,
    )
    await chartOf(page)
    const said = (await alerts(page)).join(' ')
    expect(said).toContain(`no series "${MONTHLY}.nonsense"`)
    expect(said).toContain('from=soon')
    expect(said).toContain('asOf=2023-02-30')
    await page.getByRole('button', { name: 'Leave it out' }).click()
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(() => alerts(page)).toEqual([])
    expect(pathOf(page)).toBe(`/explore?series=${MONTHLY}.imports.m.usd-bn`)

    await page.goto(`${stage.entrepot.url}/explore?series=${MONTHLY}.nonsense`)
    await expect.poll(async () => (await alerts(page)).join(' ')).toContain('nonsense')
    await page.context().close()
  })
})
