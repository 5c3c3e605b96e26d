import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/running.ts'
import { openServer, type TestServer } from './server.ts'

describe('/api/docs in a browser', () => {
  let server: TestServer
  let browser: Browser
  let url: string
  let dist: string
  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'entrepot-dist-'))
    writeFileSync(join(dist, 'index.html'), '')
    writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    server = await openServer({ dist })
    url = await server.listen()
    browser = await openBrowser(process.env.CHROMIUM ?? '/usr/bin/chromium')
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(dist, { recursive: true })
  })

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)(
    'is clean for axe, %s and %d wide, and says nothing on the console',
    async (colorScheme, width) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context.newPage()
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      await page.goto(`${url}/api/docs`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(overflow)).toBe(0)
      expect(said).toEqual([])
      await context.close()
    },
    120_000,
  )
})
