import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { type Entrepot, openBrowser, openEntrepot } from '../../scripts/running.ts'
import { build, chromium } from '../../scripts/setup.mjs'

export interface Stage {
  entrepot: Entrepot
  browser: Browser
  /** A page whose console is listened to. */
  open(
    path: string,
    options?: Parameters<Browser['newContext']>[0],
  ): Promise<{ page: Page; said: string[] }>
  /** Lets a page write. */
  signIn(page: Page): Promise<void>
  close(): Promise<void>
}

/** The whole program and a real Chromium: what a user has. */
export async function openStage(): Promise<Stage> {
  if (!existsSync('dist/index.html')) build()
  const entrepot = await openEntrepot()
  const browser = await openBrowser(chromium())
  return {
    entrepot,
    browser,
    async open(path, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        ...options,
      })
      const page = await context.newPage()
      const said: string[] = []
      page.on('console', (message) => {
        // Chromium's advice on reading a canvas back is about `chartsOn`, not about the page.
        if (message.text().startsWith('Canvas2D: Multiple readback')) return
        if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
      })
      page.on('pageerror', (error) => said.push(error.message))
      await page.goto(entrepot.url + path, { waitUntil: 'networkidle' })
      return { page, said }
    },
    async signIn(page) {
      await page.request.post(`${entrepot.url}/api/session`, {
        data: { token: entrepot.token },
        headers: { origin: entrepot.url },
      })
    },
    async close() {
      await browser.close()
      await entrepot.close()
    },
  }
}

/** The summary of each chart on the page, and how much of its canvas is inked (0 to 1). */
export const chartsOn = (page: Page): Promise<{ summary: string; ink: number }[]> =>
  page.locator('[aria-roledescription=chart]').evaluateAll((charts) =>
    charts.map((chart) => {
      const canvas = chart.querySelector('canvas')
      const { width = 0, height = 0 } = canvas ?? {}
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      let inked = 0
      for (let at = 3; at < pixels.length; at += 4) if (pixels[at]! > 0) inked++
      return { summary: chart.getAttribute('aria-label') ?? '', ink: inked / (width * height || 1) }
    }),
  )
