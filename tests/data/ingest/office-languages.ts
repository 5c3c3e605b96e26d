export type Frequency = 'years' | 'quarters' | 'months'

/** How an office writes in a language. */
export interface Language {
  encodings: string[]
  /** The heading of a column of units. */
  unit: string
  partner: string
  commodity: string
  period: string
  value: string
  names: Record<string, string>
  /** What parts thousands, and decimals. */
  numbers: [thousands: string, decimal: string][]
  units: [text: string, unit: string][]
  title: string
  source: string
  trade: string
  flows: [x: string, m: string]
  world: string
  parts: [year: string, month: string]
  change: string
  spell: Record<Frequency, ((year: string, piece: number) => string)[]>
}

export const two = (n: number): string => String(n).padStart(2, '0')
const months = (words: string) => words.split(' ')
const EN = months(
  'January February March April May June July August September October November December',
)
const EN3 = EN.map((m) => m.slice(0, 3))
const RU = months('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь')
const DE = months(
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
)
const FR = months(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
)
const ES = months(
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
)
const ROMAN = ['I', 'II', 'III', 'IV']
const HAN = ['一', '二', '三', '四']

const PLAIN: [string, string][] = [['', '.']]
export const ISO = { CHN: 'CHN', RUS: 'RUS', DEU: 'DEU', KAZ: 'KAZ', TUR: 'TUR' }

export const LANGUAGES: Record<string, Language> = {
  en: {
    unit: 'Unit',
    encodings: ['utf8', 'utf8bom', 'utf16le', 'win1252'],
    partner: 'Partner country',
    commodity: 'HS code',
    period: 'Period',
    value: 'Value',
    names: {
      CHN: 'China',
      RUS: 'Russian Federation',
      DEU: 'Germany',
      KAZ: 'Kazakhstan',
      TUR: 'Türkiye',
    },
    numbers: [...PLAIN, [',', '.'], [' ', '.']],
    units: [
      ['USD million', 'USD million'],
      ['thousand US dollars', 'USD thousand'],
      ['', ''],
    ],
    title: 'Imports by partner country',
    source: 'Source: Statistics Office',
    trade: 'Trade by partner country',
    flows: ['Exports', 'Imports'],
    world: 'World',
    parts: ['Year', 'Month'],
    change: 'Change, %',
    spell: {
      years: [(y) => y, (y) => `Total ${y}`],
      quarters: [
        (y, q) => `${y}-Q${q}`,
        (y, q) => `Q${q} ${y}`,
        (y, q) => `${q}Q ${y}`,
        (y, q) => `${y} Q${q}`,
      ],
      months: [
        (y, m) => `${y}-${two(m)}`,
        (y, m) => `${EN3[m - 1]}-${y.slice(2)}`,
        (y, m) => `${EN[m - 1]} ${y}`,
        (y, m) => `${y}M${two(m)}`,
        (y, m) => `${two(m)}/${y}`,
        (y, m) => `${y}${two(m)}`,
      ],
    },
  },
  ru: {
    unit: 'Единица измерения',
    encodings: ['utf8', 'utf8bom', 'win1251'],
    partner: 'Страна-партнер',
    commodity: 'Код ТН ВЭД',
    period: 'Период',
    value: 'Стоимость',
    names: { CHN: 'Китай', RUS: 'Россия', DEU: 'Германия', KAZ: 'Казахстан', TUR: 'Турция' },
    numbers: [
      ['', ','],
      [' ', ','],
      ['\u00a0', ','],
      ['', '.'],
    ],
    units: [
      ['млн долл. США', 'USD million'],
      ['тыс. долл. США', 'USD thousand'],
      ['', ''],
    ],
    title: 'Импорт по странам',
    source: 'Источник: Росстат',
    trade: 'Внешняя торговля по странам',
    flows: ['Экспорт', 'Импорт'],
    world: 'Всего',
    parts: ['Год', 'Месяц'],
    change: 'Темп роста, %',
    spell: {
      years: [(y) => y, (y) => `${y} г.`, (y) => `${y} год`],
      quarters: [
        (y, q) => `${q} кв. ${y}`,
        (y, q) => `${ROMAN[q - 1]} квартал ${y} г.`,
        (y, q) => `${ROMAN[q - 1]} кв. ${y}`,
      ],
      months: [
        (y, m) => `${RU[m - 1]} ${y}`,
        (y, m) => `${RU[m - 1]} ${y} г.`,
        (y, m) => `${two(m)}.${y}`,
        (y, m) => `${RU[m - 1]!.slice(0, 3)}.${y.slice(2)}`,
        (y, m) => `01.${two(m)}.${y}`,
      ],
    },
  },
  zh: {
    unit: '计量单位',
    encodings: ['utf8', 'utf8bom', 'gb18030'],
    partner: '国别（地区）',
    commodity: '商品编码',
    period: '时间',
    value: '金额',
    names: { CHN: '中国', RUS: '俄罗斯', DEU: '德国', KAZ: '哈萨克斯坦', TUR: '土耳其' },
    numbers: [...PLAIN, [',', '.']],
    units: [
      ['单位：万美元', 'USD 10 thousand'],
      ['单位：千美元', 'USD thousand'],
      ['', ''],
    ],
    title: '进口商品国别（地区）总值表',
    source: '数据来源：海关总署',
    trade: '对外贸易国别（地区）总值表',
    flows: ['出口', '进口'],
    world: '总值',
    parts: ['年份', '月份'],
    change: '同比（%）',
    spell: {
      years: [(y) => y, (y) => `${y}年`],
      quarters: [
        (y, q) => `${y}年第${HAN[q - 1]}季度`,
        (y, q) => `${y}年${q}季度`,
        (y, q) => `${y}Q${q}`,
      ],
      months: [
        (y, m) => `${y}年${m}月`,
        (y, m) => `${y}.${two(m)}`,
        (y, m) => `${y}${two(m)}`,
        (y, m) => `${y}-${two(m)}`,
      ],
    },
  },
  de: {
    unit: 'Einheit',
    encodings: ['utf8', 'utf8bom', 'win1252'],
    partner: 'Partnerland',
    commodity: 'Warencode',
    period: 'Zeitraum',
    value: 'Wert',
    names: ISO,
    numbers: [
      ['', ','],
      ['.', ','],
      ['', '.'],
    ],
    units: [
      ['Mio. EUR', 'EUR million'],
      ['Tsd. EUR', 'EUR thousand'],
      ['', ''],
    ],
    title: 'Einfuhr nach Ländern',
    source: 'Quelle: Statistisches Amt',
    trade: 'Außenhandel nach Ländern',
    flows: ['Ausfuhr', 'Einfuhr'],
    world: 'Insgesamt',
    parts: ['Jahr', 'Monat'],
    change: 'Veränderung in %',
    spell: {
      years: [(y) => y],
      quarters: [
        (y, q) => `${q}. Quartal ${y}`,
        (y, q) => `${q}. Vj. ${y}`,
        (y, q) => `Q${q}/${y}`,
      ],
      months: [
        (y, m) => `${DE[m - 1]} ${y}`,
        (y, m) => `${DE[m - 1]!.slice(0, 3)}. ${y}`,
        (y, m) => `${two(m)}/${y}`,
        (y, m) => `${DE[m - 1]!.slice(0, 3)} ${y.slice(2)}`,
      ],
    },
  },
  fr: {
    unit: 'Unité',
    encodings: ['utf8', 'utf8bom', 'win1252'],
    partner: 'Pays partenaire',
    commodity: 'Code SH',
    period: 'Période',
    value: 'Valeur',
    names: ISO,
    numbers: [
      ['', ','],
      [' ', ','],
      ['\u202f', ','],
      ['\u00a0', ','],
    ],
    units: [
      ["millions d'euros", 'EUR million'],
      ["milliers d'euros", 'EUR thousand'],
      ['', ''],
    ],
    title: 'Importations par pays',
    source: 'Source : Douanes',
    trade: 'Commerce extérieur par pays',
    flows: ['Exportations', 'Importations'],
    world: 'Monde',
    parts: ['Année', 'Mois'],
    change: 'Variation en %',
    spell: {
      years: [(y) => y],
      quarters: [
        (y, q) => `T${q} ${y}`,
        (y, q) => `${y}-T${q}`,
        (y, q) => `${q}e trimestre ${y}`.replace('1e', '1er'),
      ],
      months: [
        (y, m) => `${FR[m - 1]} ${y}`,
        (y, m) => `${two(m)}/${y}`,
        (y, m) => `${y}-${two(m)}`,
      ],
    },
  },
  es: {
    unit: 'Unidad',
    encodings: ['utf8', 'utf8bom', 'win1252'],
    partner: 'País socio',
    commodity: 'Código SA',
    period: 'Período',
    value: 'Valor',
    names: ISO,
    numbers: [
      ['', ','],
      ['.', ','],
      ['', '.'],
    ],
    units: [
      ['millones de euros', 'EUR million'],
      ['miles de euros', 'EUR thousand'],
      ['', ''],
    ],
    title: 'Importaciones por países',
    source: 'Fuente: Aduanas',
    trade: 'Comercio exterior por países',
    flows: ['Exportaciones', 'Importaciones'],
    world: 'Mundo',
    parts: ['Año', 'Mes'],
    change: 'Variación (%)',
    spell: {
      years: [(y) => y],
      quarters: [(y, q) => `${q}T ${y}`, (y, q) => `T${q} ${y}`, (y, q) => `${y}T${q}`],
      months: [
        (y, m) => `${ES[m - 1]} ${y}`,
        (y, m) => `${ES[m - 1]!.slice(0, 3)}-${y.slice(2)}`,
        (y, m) => `${two(m)}/${y}`,
      ],
    },
  },
}
