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
        if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
      })
      page.on('pageerror', (error) => said.push(error.message))
      await page.goto(entrepot.url + path, { waitUntil: 'networkidle' })
      return { page, said }
    },
    async close() {
      await browser.close()
      await entrepot.close()
    },
  }
}
