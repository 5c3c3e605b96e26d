// `npm run screenshots [-- PATH ...]`: every page, light and dark, at three widths, into var/screenshots.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, openEntrepot } from './running.ts'
import { chromium as browserPath, build, root } from './setup.mjs'

const SERIES = 'bilateral-trade/cn-ru-trade.total.a.usd-bn'
const PAGES = [
  '/',
  '/d/bilateral-trade',
  '/d/cars',
  '/d/chips',
  '/d/goods',
  '/explore',
  `/series/${SERIES}`,
  '/upload',
  '/imports',
  '/api/docs',
]

build()
const folder = join(root, 'var', 'screenshots')
mkdirSync(folder, { recursive: true })
const pages = process.argv.slice(2).length ? process.argv.slice(2) : PAGES
const entrepot = await openEntrepot()
const browser = await openBrowser(browserPath())
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 768, 390]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      hasTouch: width < 500,
    })
    const page = await context.newPage()
    for (const path of pages) {
      await page.goto(entrepot.url + path, { waitUntil: 'networkidle' })
      const name = path.slice(1).replace(/[^\w.]+/g, '-') || 'overview'
      const file = join(folder, `${name}-${colorScheme}-${width}.png`)
      await page.screenshot({ path: file, fullPage: true })
      console.log(file)
    }
    await context.close()
  }
}
await browser.close()
await entrepot.close()
