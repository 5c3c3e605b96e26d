import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './browser.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const CLAIM = 'Only five figures since 2021 show China selling Russia more than it buys'
const NAME = 'Goods trade between China and Russia by month'

const MARCH = [
  'series_id,unit,frequency,period_start,period_end,value,status,reporter,partner,flow,source_name,published',
  'cn-ru-trade.total.m.usd-bn,USD bn,M,2026-03-01,2026-03-31,20.5,A,CHN,RUS,total,Customs,2026-04-14',
  'cn-ru-trade.exports.m.usd-bn,USD bn,M,2026-03-01,2026-03-31,9.5,A,CHN,RUS,export,Customs,2026-04-14',
  'cn-ru-trade.imports.m.usd-bn,USD bn,M,2026-03-01,2026-03-31,11,A,CHN,RUS,import,Customs,2026-04-14',
  'cn-ru-trade.total.ytd.usd-bn,USD bn,RANGE,2026-01-01,2026-03-31,59.6,A,CHN,RUS,total,Customs,2026-04-14',
].join('\n')

const overview = async (options?: Parameters<Stage['open']>[1]) => {
  const { page } = await stage.open('/', options)
  const panel = page.locator('#monthly')
  await panel.locator('canvas').waitFor({ timeout: 20_000 })
  const words = async () => ({
    title: (await panel.locator('h2').innerText()).replaceAll(/\s+/g, ' '),
    under: await panel.locator('.sub').innerText(),
    kpi: await page.locator('.kpi').last().innerText(),
  })
  return { page, panel, words }
}

describe('what stands over a chart', () => {
  it('follows a month that is taken in, and is the claim again when the import is undone', async () => {
    const headers = { authorization: `Bearer ${stage.entrepot.token}` }
    const body = new FormData()
    body.set('dataset', 'bilateral-trade')
    body.set('file', new Blob([MARCH], { type: 'text/csv' }), 'march.csv')
    const before = await overview()
    expect(await before.words()).toMatchObject({ title: CLAIM })
    await before.page.context().close()

    const imports = `${stage.entrepot.url}/api/imports`
    const answer = await fetch(imports, { method: 'POST', headers, body })
    const report = (await answer.json()) as { id: number; added: number }
    expect(report.added).toBe(4)
    const after = await overview()
    const { title, under, kpi } = await after.words()
    expect(title).toBe(NAME)
    expect(under).toContain('January 2021 to March 2026')
    expect(kpi).toMatch(/Trade, Jan–Mar 2026\s+59\.6/)
    const summary = await after.panel.locator('[aria-roledescription=chart]')
    expect(await summary.getAttribute('aria-label')).toContain('Mar 2026')
    await after.page.context().close()

    await fetch(`${imports}/${report.id}`, { method: 'DELETE', headers })
    const again = await overview()
    expect(await again.words()).toEqual({
      title: CLAIM,
      under: expect.stringContaining('January 2021 to February 2026'),
      kpi: expect.stringMatching(/Trade, Jan–Feb 2026\s+39\.0/),
    })
    await again.page.context().close()
  })

  it('on a phone is the name while a part is drawn, and the claim over all that it speaks of', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
    const { page, panel, words } = await overview(phone)
    await expect.poll(async () => (await words()).title).toBe(NAME)
    expect((await words()).under).toContain('March 2024 to February 2026')
    await panel.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(async () => (await words()).title).toBe(CLAIM)
    expect((await words()).under).toContain('January 2021 to February 2026')
    await page.context().close()
  })
})
