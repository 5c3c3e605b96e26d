import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dashboard } from '../../data/model/dashboard.ts'
import { chartsOn, openStage, type Stage } from './browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const DASHBOARDS = ['overview', 'bilateral-trade', 'cars', 'chips', 'goods']
const PAGES = [
  ...DASHBOARDS.map((id) => `/d/${id}`),
  '/explore',
  '/series/bilateral-trade/cn-ru-trade.total.a.usd-bn',
  '/upload',
  '/imports',
  '/api/docs',
]

describe('a dashboard', () => {
  it.each(DASHBOARDS)(
    '%s draws every chart of its document and says nothing on the console',
    async (id) => {
      const { page, said } = await stage.open(`/d/${id}`)
      const answer = await fetch(`${stage.entrepot.url}/api/dashboards/${id}`)
      const { panels } = (await answer.json()) as Dashboard
      const inked = async () => (await chartsOn(page)).filter(({ ink }) => ink > 0.005)
      await expect.poll(async () => (await inked()).length, { timeout: 20_000 }).toBe(panels.length)
      for (const { summary } of await chartsOn(page)) expect(summary.length).toBeGreaterThan(40)
      for (const panel of panels) {
        const words = await page.locator(`#${panel.id}`).innerText()
        expect(words.replaceAll(/\s+/g, ' ')).toContain(
          (panel.claim ?? panel.name).replaceAll(/\s+/g, ' '),
        )
        expect(words).toMatch(/Sources?: /)
      }
      expect(said).toEqual([])
      await page.context().close()
    },
  )

  it('is drawn in a smaller window as if it had been opened in one', async () => {
    const small = { width: 1200, height: 900 }
    const pictures = async (page: Page) => {
      const charts = page.locator('[aria-roledescription=chart] canvas')
      const addresses = await charts.evaluateAll((all) =>
        all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()),
      )
      return addresses.map((address) => createHash('sha256').update(address).digest('hex'))
    }
    const fresh = await stage.open('/', { viewport: small })
    const { page } = await stage.open('/')
    await page.setViewportSize(small)
    const expected = await pictures(fresh.page)
    expect(expected.length).toBeGreaterThan(4)
    await expect.poll(() => pictures(page), { timeout: 20_000 }).toEqual(expected)
    for (const each of [fresh.page, page]) await each.context().close()
  })

  it('fits a phone: nothing is wider than the screen', async () => {
    const { page } = await stage.open('/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    await expect
      .poll(async () => (await chartsOn(page)).length, { timeout: 20_000 })
      .toBeGreaterThan(4)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.context().close()
  })
})

describe('every page can be used by everybody', () => {
  const grave = async (path: string, colorScheme: 'light' | 'dark', rules: string[]) => {
    const { page, said } = await stage.open(path, { colorScheme })
    await page.waitForTimeout(300)
    const axe = new AxeBuilder({ page })
    const { violations } = await (rules.length ? axe.withRules(rules) : axe).analyze()
    await page.context().close()
    expect(said).toEqual([])
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }

  it.each(PAGES)('%s: axe finds nothing serious', async (path) => {
    expect(await grave(path, 'light', [])).toEqual([])
  })

  it.each(PAGES)('%s: texts can be read in the dark', async (path) => {
    expect(await grave(path, 'dark', ['color-contrast'])).toEqual([])
  })
})

describe('an unknown address', () => {
  it('says so and leads back', async () => {
    const { page } = await stage.open('/no-such-page')
    expect(await page.locator('main').innerText()).toMatch(/no such page|not found|nothing/i)
    expect(await page.locator('main a').count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

describe('an address of a source that is none of the web', () => {
  it('is told in words and never linked, whatever the store holds', async () => {
    const { page } = await stage.open('/api/docs')
    await page.route(/\/api\/(?:data|observations|events|series)\b/, async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replaceAll(/"https?:[^"]*"/g, '"javascript:alert(1)"')
      await route.fulfill({ response: answer, body })
    })
    const links = () => page.locator('a[href^="javascript" i]').count()
    await page.goto(`${stage.entrepot.url}/series/bilateral-trade/cn-ru-trade.total.ytd.usd-bn`)
    await page.getByRole('columnheader', { name: 'Carried by' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Carried by')
    expect(await links()).toBe(0)
    await page.goto(`${stage.entrepot.url}/d/bilateral-trade`)
    await expect.poll(async () => (await chartsOn(page)).length, { timeout: 20_000 }).not.toBe(0)
    await expect.poll(() => page.locator('.events li').count()).toBeGreaterThan(0)
    expect(await links()).toBe(0)
    await page.context().close()
  })
})
