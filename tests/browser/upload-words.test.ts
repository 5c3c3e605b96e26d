import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

/** The upload page with a file that was just dropped, as somebody who may write sees it. */
async function drop(name: string, content: string | Buffer) {
  const { page } = await stage.open('/upload')
  await stage.signIn(page)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByRole('heading', { name: `Upload: ${name}` }).waitFor()
  return page
}

describe('what changes', () => {
  it('names each series whole, also beside others that begin alike', async () => {
    const page = await drop(
      'months.csv',
      `series_id,unit,period_start,period_end,value,status,reporter,partner,flow,source_name,published
cn-ru-trade.total.a.usd-bn,USD bn,2025-01-01,2025-12-31,231.4,A,CHN,RUS,total,A later release,2026-11-01
cn-ru-trade.total.m.usd-bn,USD bn,2025-03-01,2025-03-31,19.5,A,CHN,RUS,total,A later release,2026-11-01
`,
    )
    const changes = page.getByRole('region', { name: 'What changes' })
    const titles = await changes.locator('td.title').allInnerTexts()
    expect(titles.sort()).toEqual([
      'China-Russia goods trade, annual: Total goods trade (exports + imports)',
      'China-Russia goods trade, month: Total goods trade (exports + imports)',
    ])
    await page.context().close()
  })
})

describe('a dataset that was just made', () => {
  it('is given whole by its page, and its series name the source of the dataset', async () => {
    const page = await drop('CPIAUCSL.csv', readFileSync('tests/data/ingest/cases/fred/input.csv'))
    await page.getByRole('button', { name: 'See the report' }).click()
    await page.getByRole('button', { name: /^Write/ }).click()
    await page.getByText('Later files with its columns and series go there too').waitFor()
    await page.getByRole('region', { name: 'What changed' }).getByRole('link').first().click()
    const facts = page.getByRole('region', { name: 'About the series' })
    await expect
      .poll(() => facts.locator('dd').first().innerText())
      .toBe('Federal Reserve Bank of St. Louis, FRED')
    await page.getByRole('link', { name: /FRED/ }).first().click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: / as CSV$/ }).click(),
    ])
    expect(file.suggestedFilename()).toBe('cpiaucsl.csv')
    await page.context().close()
  })
})

describe('a file that is dropped while another is sent', () => {
  it('is not read, and the page says so', async () => {
    const { page } = await stage.open('/upload')
    await stage.signIn(page)
    const sent = Promise.withResolvers<void>()
    await page.route('**/api/imports?dryRun=true', async (route) => {
      await sent.promise
      await route.continue()
    })
    const give = (name: string) =>
      page.evaluate((name) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['period,value\n2023,1.5\n'], name))
        dispatchEvent(new DragEvent('drop', { dataTransfer }))
      }, name)
    await give('one.csv')
    await page.getByRole('heading', { name: /(?:Sending|Reading) one\.csv/ }).waitFor()
    await give('two.csv')
    await page.getByText('two.csv is not read: one.csv is still on its way').waitFor()
    sent.resolve()
    await page.getByRole('heading', { name: 'Upload: one.csv' }).waitFor()
    await page.context().close()
  })
})

describe('the encodings that a file may be in', () => {
  it('are told apart by what stands on their buttons', async () => {
    const row = '"C","A","20140101","2014","52","2014","764","THA","M","Import","531","Curaçao","1"'
    const page = await drop(
      'curacao.csv',
      Buffer.from(`a,b,c,period,d,e,f,reporter,flow,g,h,partner,value\n${row}\n`, 'latin1'),
    )
    const shown = await page.locator('.encodings code').evaluateAll((lines) =>
      lines.map((line) => {
        const { right, bottom } = line.getBoundingClientRect()
        const text = line.firstChild!
        const at = (text.textContent ?? '').search(/[^\x20-\x7e]/)
        const letter = new Range()
        letter.setStart(text, at)
        letter.setEnd(text, at + 1)
        const box = letter.getBoundingClientRect()
        return box.right <= right && box.bottom <= bottom
      }),
    )
    expect(shown.length).toBeGreaterThan(1)
    expect(shown).not.toContain(false)
    await page.context().close()
  })
})
