/** The colours a chart needs, by theme: the values of the page's tokens, for charts drawn without a page too. */
const light = {
  panel: '#FFFFFF',
  ink: '#16232B',
  ink2: '#46555F',
  ink3: '#5D6C76',
  rule: '#A9B6BE',
  grid: '#DDE4E8',
  zero: '#5D6C76',
  event: '#B00A72',
  onEvent: '#FFFFFF',
  code: {
    CHN: '#C4301C',
    RUS: '#1D57C4',
    HKG: '#8A2248',
    USA: '#2C2A5C',
    EU: '#B07D00',
    JPN: '#AC68DA',
    KOR: '#1C9699',
    TUR: '#477A42',
    KAZ: '#57300E',
    other: '#626C74',
    X: '#00757A',
    M: '#C26A10',
    B: '#2B3A44',
    T: '#2B3A44',
  },
  text: {
    CHN: '#C4301C',
    RUS: '#1D57C4',
    HKG: '#8A2248',
    USA: '#2C2A5C',
    EU: '#906602',
    JPN: '#924EBE',
    KOR: '#037A7C',
    TUR: '#467941',
    KAZ: '#57300E',
    other: '#626C74',
    X: '#00757A',
    M: '#A75901',
    B: '#2B3A44',
    T: '#2B3A44',
  },
  /** The last full year, the one before, and older ones from the newest on. */
  years: ['#16232B', '#1F74B5', '#53616A', '#69767F', '#808C94'],
}

export type ChartTokens = typeof light

const dark: ChartTokens = {
  panel: '#17212A',
  ink: '#EAF0F3',
  ink2: '#B4C1C9',
  ink3: '#94A3AD',
  rule: '#52636F',
  grid: '#2A3843',
  zero: '#94A3AD',
  event: '#FF74BE',
  onEvent: '#2A0A1C',
  code: {
    CHN: '#E8412C',
    RUS: '#3D8BF0',
    HKG: '#F9B3B3',
    USA: '#BDB4FA',
    EU: '#F2DC96',
    JPN: '#A46DB4',
    KOR: '#86EDEA',
    TUR: '#86C14D',
    KAZ: '#B08767',
    other: '#848E96',
    X: '#2BB0AD',
    M: '#F0A04B',
    B: '#C9D4DB',
    T: '#C9D4DB',
  },
  text: {
    CHN: '#F4563F',
    RUS: '#4B94F3',
    HKG: '#F9B3B3',
    USA: '#BDB4FA',
    EU: '#F2DC96',
    JPN: '#B67FC6',
    KOR: '#86EDEA',
    TUR: '#86C14D',
    KAZ: '#B98F6E',
    other: '#94A3AD',
    X: '#2BB0AD',
    M: '#F0A04B',
    B: '#C9D4DB',
    T: '#C9D4DB',
  },
  years: ['#EAF0F3', '#56ADEB', '#98A7B0', '#7F909A', '#6B7C86'],
}

export type ColourCode = keyof ChartTokens['code']

/** Codes without a colour of their own take these colours in this order, skipping what the chart already uses. */
export const SLOTS: ColourCode[] = ['RUS', 'KOR', 'USA', 'HKG', 'TUR', 'KAZ', 'JPN', 'EU']

/** Paper is always white. */
export const tokensOf = (look: { theme: 'light' | 'dark'; print?: boolean }): ChartTokens =>
  look.theme === 'dark' && !look.print ? dark : light
