import type { Look } from '../../../data/charts/drawing.ts'
import type { Panel } from '../../../data/model/dashboard.ts'
import { type Cut, columnsOf } from './figures.ts'

export interface ChartCase {
  name: string
  panel: Panel
  series: string[]
  cut?: Cut
  look: Look
}

const trade = (key: string): string => `bilateral-trade/cn-ru-trade.${key}`
const wide = (height = 420, width = 952): Look => ({ theme: 'light', width, height, phone: false })
const half = (height = 400): Look => wide(height, 632)

type Draft = Omit<Panel, 'id' | 'query' | 'width'> & Partial<Pick<Panel, 'width'>>
const panel = (id: string, draft: Draft): Panel => ({ id, query: '', width: 12, ...draft })

const exportsM = trade('exports.m.usd-bn')
const importsM = trade('imports.m.usd-bn')
const totalM = trade('total.m.usd-bn')
const balanceM = `balance(${exportsM},${importsM})`
const customs =
  'General Administration of Customs of China, quoted by news agencies. Imports CIF, exports FOB.'

const monthly: ChartCase = {
  name: 'monthly-trade-and-balance',
  series: [exportsM, importsM, totalM, balanceM],
  cut: { start: '2021-01' },
  look: wide(470),
  panel: panel('monthly', {
    claim: 'China buys more from Russia than it sells, though by less than in 2022',
    name: 'Goods trade by month',
    subtitle:
      'Goods trade, billion US dollars a month, January 2021 to February 2026. A figure for several months is as wide as its months and as high as their average, so areas compare.',
    form: 'bars',
    unit: 'bn',
    perMonth: true,
    source: customs,
    lines: {
      [exportsM]: { label: 'Exports to Russia', colour: 'X', role: 'stack' },
      [importsM]: { label: 'Imports from Russia', colour: 'M', role: 'stack' },
      [totalM]: { label: 'Total', colour: 'T', role: 'total' },
      [balanceM]: { label: 'Balance: exports minus imports', colour: 'B', role: 'balance' },
    },
    events: [
      '2022-02-24-1',
      '2022-12-05-1',
      '2023-03-21-1',
      '2023-12-22-1',
      '2024-06-12-1',
      '2025-01-10-1',
      '2025-10-22-1',
    ],
    annotations: [
      {
        series: importsM,
        period: '2024-01/2024-02',
        text: 'January and February: one figure, 37.0',
      },
    ],
  }),
}

const annualTotal = trade('total.a.usd-bn')
const mirror = 'bilateral-trade/ru-cn-trade.total.a.usd-bn'
const annual: ChartCase = {
  name: 'annual-trade-with-holes-and-mirror',
  series: [annualTotal, mirror],
  look: wide(300, 768),
  panel: panel('annual', {
    claim: 'Trade has doubled since 2020',
    name: 'Total trade, years',
    subtitle: 'Exports plus imports of goods, billion US dollars, as known today',
    form: 'bars',
    unit: 'bn',
    source: 'General Administration of Customs of China. 2018 is a bound, “more than 107”.',
    lines: {
      [annualTotal]: { label: 'Total', colour: 'T' },
      [mirror]: { label: 'Russian customs', colour: 'RUS', role: 'mirror' },
    },
  }),
}

const steps: ChartCase = {
  name: 'monthly-steps-with-joint-months',
  series: [importsM, exportsM],
  cut: { start: '2021-01' },
  look: wide(380),
  panel: panel('steps', {
    claim: 'China’s exports to Russia have more than doubled since spring 2022',
    name: 'Exports and imports by month',
    subtitle:
      'Goods trade, billion US dollars a month. Each figure is level over the months it covers; a figure for several months stands at their average.',
    form: 'lines',
    unit: 'bn',
    perMonth: true,
    source: customs,
    lines: {
      [importsM]: { label: 'Imports', colour: 'M' },
      [exportsM]: { label: 'Exports', colour: 'X' },
    },
    events: ['2022-02-24-1', '2022-12-05-1', '2023-12-22-1', '2025-10-22-1'],
    annotations: [
      { series: importsM, period: '2024-01/2024-02', text: 'Jan–Feb 2024: 20.2 for both months' },
    ],
  }),
}

const ytd = trade('total.ytd.usd-bn')
const years: ChartCase = {
  name: 'cumulative-by-year',
  series: [ytd],
  cut: { start: '2021-01' },
  look: half(430),
  panel: panel('years', {
    claim: 'Trade in 2025 stayed below 2024 at every count',
    name: 'Trade from January to the month',
    subtitle: 'Total goods trade, January to the month shown, billion US dollars',
    form: 'years',
    unit: 'bn',
    source: 'General Administration of Customs of China. Lines stop where a month is missing.',
    lines: { [ytd]: { label: 'Total trade', colour: 'T' } },
  }),
}

const statedM = trade('imports.ytd.yoy-pct')
const computedM = `yoy(${trade('imports.ytd.usd-bn')})`
const pairs: ChartCase = {
  name: 'stated-and-computed-growth',
  series: [statedM, computedM],
  cut: { start: '2022-01' },
  look: half(430),
  panel: panel('pairs', {
    claim: 'Customs state slower import growth than their own published levels give',
    name: 'Growth of imports, stated and computed',
    subtitle:
      'Chinese imports from Russia, January to the month shown, change on a year earlier, in US dollars',
    form: 'pairs',
    unit: '%',
    source:
      'General Administration of Customs of China; own calculation. The office revises the year before.',
    lines: {
      [statedM]: { label: 'As stated by customs', colour: 'M', role: 'stated' },
      [computedM]: { label: 'Computed from the published levels', role: 'computed' },
    },
    annotations: [
      {
        series: computedM,
        period: '2023-01/2023-03',
        text: '+32.6 % stated,\n+37.0 % computed: 4.4 points apart',
      },
    ],
  }),
}

const cars = (key: string): string => `car-market-share/car-share.chinese.${key}`
const carShare: ChartCase = {
  name: 'car-market-share-by-publisher',
  series: ['autostat', 'globaldata', 'moscow-times', 'tass-dealers', 'top25-gavrilov', 'press'].map(
    cars,
  ),
  look: wide(500),
  panel: panel('cars', {
    claim: 'Chinese brands took half of Russia’s new car market, then slipped below it',
    name: 'Share of Chinese brands by publisher',
    subtitle:
      'Share of Chinese brands in new passenger car sales by publisher, per cent. Definitions differ: each publisher is a series of its own.',
    form: 'lines',
    unit: '%',
    source: 'Autostat, GlobalData, The Moscow Times, TASS, D. Gavrilov (top 25 brands), press.',
    lines: {
      [cars('autostat')]: { label: 'Autostat', colour: 'CHN', role: 'subject' },
      [cars('globaldata')]: { label: 'GlobalData', colour: 'RUS' },
      [cars('moscow-times')]: { label: 'The Moscow Times', colour: 'KOR' },
      [cars('tass-dealers')]: { label: 'TASS, dealers', colour: 'USA' },
      [cars('top25-gavrilov')]: { label: 'Gavrilov, top 25', colour: 'TUR' },
      [cars('press')]: { label: 'Press', role: 'context' },
    },
    events: ['2022-02-24-1', '2023-08-01-1', '2024-10-01-1', '2025-12-01-1'],
    annotations: [{ series: cars('autostat'), period: '2024-09', text: 'Peak 61.9, Sep 2024' }],
  }),
}

const chip = (key: string): string => `chip-import-shares/${key}`
const chips: ChartCase = {
  name: 'chip-shares-over-intervals',
  series: [
    'chip-share.chn-hkg.silverado',
    'us-chip-share.chn-hkg.nikkei',
    'chip-share.chn-hkg.sia',
    'ic-share.chn.wsj',
    'chip-share.chn.cnbc',
    'microelectronics-share.chn.usgov',
  ].map(chip),
  look: wide(540),
  panel: panel('chips', {
    claim: 'By all counts but one, most chips Russia imported in 2022–23 came via China',
    name: 'China’s share of Russian chip imports',
    subtitle:
      'Share supplied by China and Hong Kong, or by China alone, per cent of Russian imports. Each bar runs from the first to the last day of the period it describes.',
    form: 'spans',
    unit: '%',
    source:
      'Silverado, Nikkei, SIA, The Wall Street Journal, CNBC, US government. Goods and bases differ.',
    lines: {
      [chip('chip-share.chn-hkg.silverado')]: {
        label: 'Silverado: semiconductors',
        colour: 'CHN',
        role: 'subject',
      },
      [chip('us-chip-share.chn-hkg.nikkei')]: {
        label: 'Nikkei: chips of US brands',
        colour: 'KOR',
      },
      [chip('chip-share.chn-hkg.sia')]: { label: 'SIA: computer chips', colour: 'USA' },
      [chip('ic-share.chn.wsj')]: { label: 'WSJ: chips and components', colour: 'TUR' },
      [chip('chip-share.chn.cnbc')]: { label: 'CNBC: semiconductors', colour: 'RUS' },
      [chip('microelectronics-share.chn.usgov')]: {
        label: 'US officials: microelectronics',
        role: 'context',
      },
    },
    events: ['2022-02-24-2', '2023-05-19-1', '2023-09-26-1'],
  }),
}

const paid = 'related-series/settlement.rub-cny-share'
const paidAll = 'related-series/settlement.rub-cny-share-all-trade'
const settlement: ChartCase = {
  name: 'settlement-statements-and-bounds',
  series: [paid, paidAll],
  look: half(400),
  panel: panel('settlement', {
    claim: 'Officials say roubles and yuan all but replaced the dollar in China trade',
    name: 'Roubles and yuan in trade with China',
    subtitle:
      'Shares of payments, per cent. A filled mark is a stated number, a hollow mark with an arrow is “more than”.',
    form: 'spans',
    unit: '%',
    source: 'Statements of Russian officials at the dates shown. Months between are not known.',
    lines: {
      [paid]: { label: 'Roubles and yuan', colour: 'CHN', role: 'subject' },
      [paidAll]: { label: 'of all Russian trade', colour: 'other' },
    },
  }),
}

const priority = [
  'us-chip-share.chn-hkg.nikkei',
  'us-chip-share.tur.nikkei',
  'us-chip-share.mdv.nikkei',
  'us-chip-share.are.nikkei',
].map(chip)
const ranked: ChartCase = {
  name: 'transit-countries-ranked',
  series: [...priority, chip('chip-share.chn.cnbc')],
  look: half(260),
  panel: panel('ranked', {
    claim: 'Three in four chips of US brands reached Russia by way of China and Hong Kong',
    name: 'Where chips of US brands were shipped from',
    subtitle: 'Share of consignments, per cent, 24 Feb–31 Dec 2022',
    form: 'ranked',
    unit: '%',
    source: 'Nikkei, from customs records of Export Genius. CNBC: all semiconductors.',
    lines: {
      [priority[0]!]: { label: 'China and Hong Kong', colour: 'CHN+HKG' },
      [priority[1]!]: { label: 'Türkiye', colour: 'TUR' },
      [priority[2]!]: { label: 'Maldives' },
      [priority[3]!]: { label: 'United Arab Emirates' },
      [chip('chip-share.chn.cnbc')]: { label: 'China, by CNBC’s count', colour: 'CHN' },
    },
  }),
}

const phone = (base: ChartCase, height: number): ChartCase => ({
  ...base,
  name: `${base.name}-phone`,
  look: { theme: 'light', width: 358, height, phone: true },
})
const dark = (base: ChartCase): ChartCase => ({
  ...base,
  name: `${base.name}-dark`,
  look: { ...base.look, theme: 'dark' },
})
const zoomed: ChartCase = {
  ...steps,
  name: 'monthly-steps-zoomed',
  look: { ...half(360), range: { first: 19_358, last: 19_904 } },
}

export const cases: ChartCase[] = [
  monthly,
  annual,
  steps,
  years,
  pairs,
  carShare,
  chips,
  settlement,
  ranked,
  dark(monthly),
  dark(chips),
  phone(monthly, 400),
  phone(chips, 420),
  zoomed,
]

export const columnsOfCase = ({ series, cut }: ChartCase) => columnsOf(series, cut)
