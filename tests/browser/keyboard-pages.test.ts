import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartsOn, openStage, type Stage } from './browser.ts'
import {
  focused,
  ledBack,
  listenToListeners,
  notReached,
  press,
  type Stop,
  tabTo,
  walk,
} from './keyboard.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const TOTAL = 'bilateral-trade/cn-ru-trade.total.a.usd-bn'
const EXPORTS = 'bilateral-trade/cn-ru-trade.exports.a.usd-bn'
const PAGES = [
  ['/', 1440],
  ['/', 390],
  ['/d/goods', 1440],
  ['/explore', 1440],
  [`/explore?series=${TOTAL},${EXPORTS}&transform=yoy`, 1440],
  [`/explore?series=${TOTAL},${EXPORTS}&transform=yoy`, 390],
  [`/series/${TOTAL}`, 1440],
  [`/series/${TOTAL}`, 390],
  ['/chart?dashboard=overview&panel=monthly', 1440],
  ['/upload', 1440],
  ['/imports', 1440],
  ['/imports/1', 390],
  ['/about', 1440],
] as const

async function open(path: string, width = 1440): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await listenToListeners(page)
  await page.goto(stage.entrepot.url + path, { waitUntil: 'networkidle' })
  await page.locator('main h1').waitFor()
  return page
}

/** The same, when its chart is drawn: until then the page is made anew under whoever walks it. */
async function openDrawn(path: string): Promise<Page> {
  const page = await open(path)
  await expect.poll(async () => (await chartsOn(page))[0]?.ink ?? 0).toBeGreaterThan(0.002)
  return page
}

describe('by keyboard alone', () => {
  it.each(PAGES)(
    '%s, %d wide: each control is reached in order, has a name and a whole ring, and lets go',
    async (path, width) => {
      const page = await open(path, width)
      const stops = await walk(page)
      const those = (isWrong: (stop: Stop) => boolean) => stops.filter(isWrong).map((s) => s.says)
      expect(stops.length).toBeGreaterThan(8)
      expect(await notReached(page)).toEqual([])
      expect(those(({ name }) => name === '')).toEqual([])
      expect(those(({ hasRing }) => !hasRing)).toEqual([])
      expect(those(({ isSeen }) => !isSeen)).toEqual([])
      expect(ledBack(stops)).toEqual([])
      const back = await walk(page, 'Shift+Tab')
      expect(back.map(({ says }) => says).reverse()).toEqual(those(() => true))
      await page.context().close()
    },
  )

  it('a dialog keeps the focus, lets it go by Escape, and gives it back to what opened it', async () => {
    const page = await openDrawn(`/series/${TOTAL}`)
    for (const [opener, least] of [
      [/“14 pages cited”/, 5],
      [/“Download”/, 10],
      [/“Link”/, 6],
    ] as const) {
      await tabTo(page, opener)
      await press(page, 'Enter')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      const inside = new Set<string>()
      for (let i = 0; i < 40; i++) {
        await press(page, 'Tab')
        const place = await page.evaluate(() => {
          const now = document.activeElement!
          return now === document.body ? 'body' : now.closest('dialog') ? 'dialog' : 'page'
        })
        expect(place).not.toBe('page')
        if (place === 'dialog') inside.add(await focused(page))
      }
      expect(inside.size).toBeGreaterThanOrEqual(least)
      await press(page, 'Escape')
      await expect.poll(() => dialog.count()).toBe(0)
      expect(await focused(page)).toMatch(opener)
    }
    await page.context().close()
  })

  it('a sheet of choices opens, is left by Tab or Escape, and then covers nothing', async () => {
    const page = await openDrawn(`/series/${TOTAL}`)
    const sheets = () => page.locator('details.popover[open]').count()
    await tabTo(page, /“All periods”/)
    await press(page, 'Enter', 'Tab')
    expect(await sheets()).toBe(1)
    expect(await focused(page)).toMatch(/All periods/)
    await press(page, 'Escape')
    expect(await sheets()).toBe(0)
    expect(await focused(page)).toMatch(/summary/)
    await press(page, 'Space')
    expect(await sheets()).toBe(1)
    await tabTo(page, /“As known today”/)
    expect(await sheets()).toBe(0)
    await press(page, 'Shift+Tab', 'Space', 'Tab', 'Tab', 'Enter')
    await expect.poll(() => page.url()).toContain('from=2021')
    expect(await focused(page)).toMatch(/From 2021 on/)
    await page.context().close()
  })

  it('a chart is zoomed about the figure that the keys stand on, and shown whole again', async () => {
    const page = await openDrawn(`/series/${TOTAL}`)
    const chart = /^div “China-Russia goods trade, annual/
    await tabTo(page, chart)
    const says = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await says()).toMatch(/Arrow keys walk the figures, plus and minus zoom\.$/)
    await press(page, 'ArrowLeft', 'ArrowLeft', '+')
    await expect.poll(() => page.url()).toMatch(/start=.*end=/)
    expect(await focused(page)).toMatch(chart)
    await press(page, '-')
    await expect.poll(() => page.url()).not.toContain('start=')
    await page.context().close()
  })
})
