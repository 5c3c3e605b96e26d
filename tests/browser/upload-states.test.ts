import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport, Mode } from '../../data/model/report.ts'
import { openStage, type Stage } from './browser.ts'
import { ledBack, listenToListeners, notReached, walk } from './keyboard.ts'

const HEAD =
  'series_id,unit,period_start,period_end,value,status,reporter,partner,flow,source_name,published\n'
const year = (year: number, value: string) =>
  `cn-ru-trade.total.a.usd-bn,USD bn,${year}-01-01,${year}-12-31,${value},A,CHN,RUS,total,A later release,2026-11-01\n`
const LONG = 'a_very_long_name_without_a_blank_'.repeat(9)

/** Files that bring the page into each of its states. */
const FILES: Record<string, { name: string; text: string; step?: string; mode?: Mode }> = {
  'a question': { name: 'dates.csv', text: 'date,value\n03/04/2023,1.5\n05/06/2023,2.5\n' },
  'several questions': {
    name: 'measures.csv',
    text: `period,${Array.from({ length: 60 }, (_, i) => `measure ${i}`)}\n2023-01,${Array(60).fill('1.100')}\n`,
  },
  'a new dataset with unknown codes and letters that the encoding decides': {
    name: 'neu.csv',
    text: 'Jahr,Land,Wert\n2022,Freedonia,1.5\n2023,Österreich,2.5\n2023,Türkei,3\n',
  },
  'names from right to left': {
    name: 'تجارة.csv',
    text: 'period,partner,value,ملاحظة\n2022,روسيا,1234.5,تقدير\n2023,الصين,soon,نهائي\n',
  },
  'very long names': {
    name: `${LONG}.csv`,
    text: `period,${LONG},value\n2022,${'x'.repeat(300)},1.5\n2023,${LONG},oops\n`,
  },
  'very long names, reported': {
    name: 'long.csv',
    text: `period,partner,value\n2022,${'x'.repeat(300)},1.5\n2023,${LONG},${'oops'.repeat(99)}\n`,
    step: 'report',
  },
  'revisions, warnings and rejected rows': {
    name: 'revise.csv',
    text: `${HEAD}${year(2025, '2314')}${year(2024, '24l.9')}${year(2026, '12')}`,
    step: 'report',
  },
  'figures that stay as they stand': {
    name: 'append.csv',
    text: `${HEAD}${year(2025, '231.4')}${year(2024, '241.9')}${year(2026, '12')}`,
    step: 'report',
    mode: 'append',
  },
  'nothing good': { name: 'bad.csv', text: 'period,value\nsoon,1\nlater,2\n', step: 'report' },
  'no table': { name: 'zip.csv', text: 'PK\u0003\u0004 this is no table', step: 'report' },
}

let stage: Stage
const reports = new Map<string, ImportReport>()
beforeAll(async () => {
  stage = await openStage()
  for (const [state, { name, text, mode }] of Object.entries(FILES)) {
    const body = new FormData()
    if (mode) body.set('mapping', JSON.stringify({ mode }))
    body.set('file', new Blob([text]), name)
    const headers = { authorization: `Bearer ${stage.entrepot.token}` }
    const answer = await fetch(`${stage.entrepot.url}/api/imports?dryRun=true`, {
      method: 'POST',
      headers,
      body,
    })
    reports.set(state, (await answer.json()) as ImportReport)
  }
})
afterAll(() => stage?.close())

const pathOf = (state: string): string => {
  const step = FILES[state]?.step
  return `/upload?import=${reports.get(state)?.id}${step ? `&step=${step}` : ''}`
}

async function open(state: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    hasTouch: width < 500,
  })
  const page = await context.newPage()
  await listenToListeners(page)
  await page.goto(stage.entrepot.url + pathOf(state), { waitUntil: 'networkidle' })
  await page.locator('main h2').first().waitFor()
  return page
}

describe.each(Object.keys(FILES))('the upload page with %s', (state) => {
  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('can be used by everybody, %d wide and %s', async (width, scheme) => {
    const page = await open(state, width, scheme)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

    const stops = await walk(page)
    const those = (isWrong: (stop: (typeof stops)[number]) => boolean) =>
      stops.filter(isWrong).map(({ says }) => says)
    expect(await notReached(page)).toEqual([])
    expect(those(({ name }) => name === '')).toEqual([])
    expect(those(({ hasRing }) => !hasRing)).toEqual([])
    expect(those(({ isSeen }) => !isSeen)).toEqual([])
    expect(ledBack(stops)).toEqual([])
    await page.context().close()
  })
})

describe('the page of an import', () => {
  it.each(['very long names', 'names from right to left', 'several questions'])(
    'with %s fits a phone',
    async (state) => {
      const page = await open('nothing good', 390, 'light')
      await page.goto(`${stage.entrepot.url}/imports/${reports.get(state)?.id}`, {
        waitUntil: 'networkidle',
      })
      await page.locator('main h1').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await page.context().close()
    },
  )

  it.each([
    ['a question', 'It cannot be read before somebody answers.', 'Go on with it'],
    ['very long names', 'Nothing of it is in the store before somebody writes it.', 'Discard it'],
  ])('with %s says what it waits for', async (state, words, next) => {
    const { page } = await stage.open(`/imports/${reports.get(state)?.id}`)
    await page.getByText(words).waitFor()
    await page.getByText(next, { exact: true }).waitFor()
    await page.context().close()
  })
})

describe('several files dropped at once', () => {
  it('are read one at a time, and the page says which is not', async () => {
    const { page } = await stage.open('/upload', { viewport: { width: 390, height: 800 } })
    await stage.signIn(page)
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      for (const name of ['one.csv', 'two.csv'])
        dataTransfer.items.add(new File(['period,value\n2023,1.5\n'], name))
      dispatchEvent(new DragEvent('drop', { dataTransfer }))
    })
    const said = page.getByText('One file at a time: one.csv is read, two.csv not')
    await said.waitFor()
    await page.getByRole('heading', { name: 'Upload: one.csv' }).waitFor()
    const next = await page
      .getByRole('link', { name: 'See the report' })
      .or(page.getByRole('button', { name: 'See the report' }))
      .boundingBox()
    const over = await said.boundingBox()
    expect(over!.y + over!.height).toBeLessThanOrEqual(next!.y)
    await page.context().close()
  })
})

describe('what is wrong with a file', () => {
  it('is downloaded as a list, and as the file with a column that says it', async () => {
    const page = await open('revisions, warnings and rejected rows', 1440, 'light')
    const download = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      return readFileSync(await file.path(), 'utf8').replace(/^\uFEFF/, '')
    }
    const issues = await download('Download all issues (CSV)')
    expect(issues.split('\n')[0]).toMatch(/line/i)
    expect(issues).toContain('24l.9')
    const annotated = (await download('The file with its issues (CSV)')).trim().split(/\r?\n/)
    expect(annotated).toHaveLength(4)
    expect(annotated[0]).toContain(HEAD.trim())
    expect(annotated[1]).toContain(',2314,')
    expect(annotated[2]).toMatch(/24l\.9.*is not a number/)
    await page.context().close()
  })
})
