import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../../data/ingest.ts'
import type { SeriesColumns } from '../../../data/model/columns.ts'
import { fileNumber } from '../../../data/model/numbers.ts'
import type { ImportReport } from '../../../data/model/report.ts'
import { readDataset } from '../../../data/read.ts'
import { openStore, type Store } from '../../../data/store/open.ts'

/** Real exports as their publishers write them; they lie beside the project, not in it. */
const FOLDER = fileURLToPath(new URL('../../../../shared/examples', import.meta.url))
const isThere = existsSync(FOLDER)
if (!isThere) console.warn(`No examples at ${FOLDER}: the eight real exports are not read.`)

/** The sum of decimal texts, exact. */
function exactSum(texts: readonly string[]): string {
  const decimals = texts.reduce(
    (most, text) => Math.max(most, (text.split('.')[1] ?? '').length),
    0,
  )
  const whole = texts.reduce((sum, text) => {
    const [units = '', fraction = ''] = text.replace('-', '').split('.')
    const digits = BigInt(units + fraction.padEnd(decimals, '0'))
    return text.startsWith('-') ? sum - digits : sum + digits
  }, 0n)
  const digits = String(whole < 0n ? -whole : whole).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return (whole < 0n ? '-' : '') + text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}

let store: Store

beforeAll(async () => {
  store = await openStore('file::memory:', 'write')
})
afterAll(() => store.close())

/** What is in the store of one file. */
async function taken(name: string) {
  const job = {
    path: join(FOLDER, name),
    name,
    by: null,
    options: {},
    dryRun: false,
    partial: false,
  }
  const report = await importFile(store, job)
  const series = await Array.fromAsync(await readDataset(store.db, report.dataset ?? ''))
  return { report, series, figures: figuresOf(report, series) }
}

function figuresOf({ status, questions, rejected }: ImportReport, series: SeriesColumns[]) {
  const texts = series.flatMap(({ values, decimals }) =>
    values.flatMap((value, i) => (value === null ? [] : [fileNumber(value, decimals[i]!)])),
  )
  const statuses = series.flatMap(({ status }) => status)
  const flags: Record<string, number> = {}
  for (const letter of statuses.join('').replace(/[AO]/g, '')) {
    flags[letter] = (flags[letter] ?? 0) + 1
  }
  const periods = series.flatMap((each) => each.periods).sort()
  return {
    status,
    questions: questions.length,
    rejected,
    series: series.length,
    observations: statuses.length,
    missing: statuses.length - texts.length,
    flags,
    first: periods[0],
    last: periods.at(-1),
    sum: exactSum(texts),
  }
}

const GOOD = { status: 'committed', questions: 0, rejected: 0, missing: 0, flags: {} }

describe.skipIf(!isThere)('a real export comes in without a question, to the last decimal', () => {
  it('UN Comtrade: windows-1252, a comma too many, 52 for the whole year, the world among partners', async () => {
    const { figures, series, report } = await taken('TradeData_THA_8542_2014-2024.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 206,
      observations: 1178,
      first: '2014',
      last: '2024',
      sum: '306202507277.494',
    })
    const year = (each: SeriesColumns) => each.values[each.periods.indexOf('2024')] ?? null
    const inYear = series.filter((each) => year(each) !== null)
    const text = (each: SeriesColumns) =>
      fileNumber(year(each), each.decimals[each.periods.indexOf('2024')]!)
    const isWorld = ({ dimensions }: SeriesColumns) => dimensions.partner === 'W00'
    expect(exactSum(inYear.filter(isWorld).map(text))).toBe('24427995897.78')
    expect(exactSum(inYear.filter((each) => !isWorld(each)).map(text))).toBe('24427995897.78')
    const partners = series.map(({ dimensions }) => dimensions.partner)
    expect(partners).toEqual(expect.arrayContaining(['CUW', 'CIV', 'BLM', 'TUR']))
    expect(report.reading?.encoding).toBe('windows-1252')
    expect(report.issues.map(({ code }) => code)).toContain('world')
    expect(series.find(isWorld)).toMatchObject({
      unit: 'USD',
      frequency: 'A',
      title: 'Thailand: imports from World, Electronic integrated circuits',
    })
  })

  it('Chinese customs: GB18030, thousands commas, the flow in the name of the file', async () => {
    const { figures, series, report } = await taken('2024in_soybeans.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 5,
      observations: 36,
      first: '2024-01',
      last: '2024-12',
      sum: '359701179444',
    })
    expect(series[0]).toMatchObject({
      unit: 'CNY',
      frequency: 'M',
      dimensions: { reporter: 'CHN', flow: 'M' },
    })
    expect(report.reading?.says.join(' ')).toContain('“M” (Imports) from the name of the file')
  })

  it('Eurostat: SDMX-CSV with flags, missing figures that are confidential', async () => {
    const { figures, series, report } = await taken('namq_10_gdp__custom_11613122_linear.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 313,
      observations: 37412,
      missing: 30,
      flags: { p: 913, e: 92, b: 30, c: 30 },
      first: '1975-Q1',
      last: '2024-Q1',
      sum: '9264309018.681',
    })
    expect(series[0]?.dimensions.reporter).toHaveLength(3)
    expect(report.datasetTitle).toBe('NAMQ_10_GDP (Eurostat)')
  })

  it('OECD: codes and French labels in turn; years and quarters are different series', async () => {
    const { figures, series, report } = await taken('OECD.ECO.MAD_DF_EO_114_EA17.GAP.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 2,
      observations: 175,
      first: '1991',
      last: '2025-Q4',
      sum: '-79.9388448892116091',
    })
    expect(series.map((each) => [each.frequency, each.values.length])).toEqual([
      ['A', 35],
      ['Q', 140],
    ])
    expect(report.datasetTitle).toBe('Economic Outlook 114 (OECD)')
  })

  it('FRED: the first day of a month is the month', async () => {
    const { figures, series } = await taken('CPIAUCSL.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 1,
      observations: 925,
      first: '1947-01',
      last: '2024-01',
      sum: '110287.689',
    })
    expect(series[0]).toMatchObject({ id: 'cpiaucsl/CPIAUCSL', frequency: 'M' })
  })

  it('PX-Web: a title above, semicolons with a decimal point, years as columns', async () => {
    const { figures, report } = await taken('MAN02008_20230712-132130.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 220,
      observations: 5500,
      first: '1998',
      last: '2022',
      sum: '7987552.5',
    })
    expect(report.rows).toBe(220)
    expect(report.datasetTitle).toContain('Average annual population')
  })

  it('World Bank WITS: shares in percent by year, mostly empty cells', async () => {
    const { figures, series, report } = await taken('WITS-Partner-Timeseries_Export.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 11_644,
      observations: 360_964,
      missing: 100_718,
      first: '1988',
      last: '2018',
      sum: '380726.3911',
    })
    expect(report.rows).toBe(11_644)
    expect(series[0]).toMatchObject({ unit: 'percent', additive: 'none', frequency: 'A' })
  }, 60_000)

  it('Trade Map: a line of the site above the header, zeros by rounding', async () => {
    const { figures, series } = await taken('kor_060312_proveedores_serie.csv')
    expect(figures).toEqual({
      ...GOOD,
      series: 10,
      observations: 100,
      first: '2016',
      last: '2025',
      sum: '202262',
    })
    const rounded = series.flatMap(({ bounds, values }) =>
      (bounds ?? []).flatMap((bound, i) => (bound === '~' ? [values[i]] : [])),
    )
    expect(rounded).toEqual([0, 0])
    expect(series[0]).toMatchObject({
      unit: 'USD thousand',
      title: 'South Korea: imports from China, 060312',
    })
  })
})
