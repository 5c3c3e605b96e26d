import { ISO, type Language, two } from './office-languages.ts'

const months = (words: string) => words.split(' ')
const PT = months(
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
)
const IT = months(
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
)
const PL = months(
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
)
const TR = months('Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık')
const ROMAN = ['I', 'II', 'III', 'IV']

/** Languages of which single words are known, countries by their codes. */
export const MORE_LANGUAGES: Record<string, Language> = {
  pt: {
    unit: 'Unidade',
    encodings: ['utf8', 'utf8bom', 'win1252'],
    partner: 'País parceiro',
    commodity: 'Código NCM',
    period: 'Período',
    value: 'Valor',
    names: ISO,
    numbers: [
      ['', ','],
      ['.', ','],
      [' ', ','],
    ],
    units: [
      ['US$ milhões', 'USD million'],
      ['milhões de euros', 'EUR million'],
      ['', ''],
    ],
    title: 'Importações por países',
    source: 'Fonte: Alfândega',
    trade: 'Comércio exterior por países',
    flows: ['Exportações', 'Importações'],
    world: 'Mundo',
    parts: ['Ano', 'Mês'],
    change: 'Variação %',
    spell: {
      years: [(y) => y],
      quarters: [(y, q) => `${q}T ${y}`, (y, q) => `${q}º trimestre ${y}`],
      months: [
        (y, m) => `${PT[m - 1]} ${y}`,
        (y, m) => `${PT[m - 1]!.slice(0, 3)}/${y.slice(2)}`,
        (y, m) => `${two(m)}/${y}`,
      ],
    },
  },
  it: {
    unit: 'Unità',
    encodings: ['utf8', 'utf8bom', 'win1252'],
    partner: 'Paese partner',
    commodity: 'Codice SA',
    period: 'Periodo',
    value: 'Valore',
    names: ISO,
    numbers: [
      ['', ','],
      ['.', ','],
    ],
    units: [
      ['milioni di euro', 'EUR million'],
      ['migliaia di euro', 'EUR thousand'],
      ['', ''],
    ],
    title: 'Importazioni per paese',
    source: 'Fonte: Istat',
    trade: 'Commercio estero per paese',
    flows: ['Esportazioni', 'Importazioni'],
    world: 'Mondo',
    parts: ['Anno', 'Mese'],
    change: 'Variazione %',
    spell: {
      years: [(y) => y],
      quarters: [(y, q) => `${ROMAN[q - 1]} trimestre ${y}`, (y, q) => `T${q} ${y}`],
      months: [
        (y, m) => `${IT[m - 1]} ${y}`,
        (y, m) => `${IT[m - 1]!.slice(0, 3)}-${y.slice(2)}`,
        (y, m) => `${two(m)}/${y}`,
      ],
    },
  },
  pl: {
    unit: 'Jednostka miary',
    encodings: ['utf8', 'utf8bom', 'win1250'],
    partner: 'Kraj partnerski',
    commodity: 'Kod CN',
    period: 'Okres',
    value: 'Wartość',
    names: ISO,
    numbers: [
      ['', ','],
      [' ', ','],
      ['\u00a0', ','],
    ],
    units: [
      ['mln USD', 'USD million'],
      ['mln EUR', 'EUR million'],
      ['', ''],
    ],
    title: 'Import według krajów',
    source: 'Źródło: GUS',
    trade: 'Handel zagraniczny według krajów',
    flows: ['Eksport', 'Import'],
    world: 'Ogółem',
    parts: ['Rok', 'Miesiąc'],
    change: 'Zmiana w %',
    spell: {
      years: [(y) => y],
      quarters: [(y, q) => `${ROMAN[q - 1]} kwartał ${y}`, (y, q) => `Q${q} ${y}`],
      months: [
        (y, m) => `${PL[m - 1]} ${y}`,
        (y, m) => `${two(m)}.${y}`,
        (y, m) => `${y}-${two(m)}`,
      ],
    },
  },
  tr: {
    unit: 'Birim',
    encodings: ['utf8', 'utf8bom', 'win1254'],
    partner: 'Ortak ülke',
    commodity: 'HS kodu',
    period: 'Dönem',
    value: 'Değer',
    names: ISO,
    numbers: [
      ['', ','],
      ['.', ','],
    ],
    units: [
      ['milyon ABD doları', 'USD million'],
      ['bin ABD doları', 'USD thousand'],
      ['', ''],
    ],
    title: 'Ülkelere göre ithalat',
    source: 'Kaynak: TÜİK',
    trade: 'Ülkelere göre dış ticaret',
    flows: ['İhracat', 'İthalat'],
    world: 'Toplam',
    parts: ['Yıl', 'Ay'],
    change: 'Değişim (%)',
    spell: {
      years: [(y) => y],
      quarters: [(y, q) => `${ROMAN[q - 1]}. çeyrek ${y}`, (y, q) => `${y} Q${q}`],
      months: [(y, m) => `${TR[m - 1]} ${y}`, (y, m) => `${two(m)}.${y}`],
    },
  },
  ja: {
    unit: '単位',
    encodings: ['utf8', 'utf8bom', 'shift_jis'],
    partner: '国名',
    commodity: '品目コード',
    period: '期間',
    value: '金額',
    names: ISO,
    numbers: [
      ['', '.'],
      [',', '.'],
    ],
    units: [
      ['単位：百万円', 'JPY million'],
      ['単位：千円', 'JPY thousand'],
      ['', ''],
    ],
    title: '国別輸入額',
    source: '出典：財務省',
    trade: '国別貿易額',
    flows: ['輸出', '輸入'],
    world: '総額',
    parts: ['年', '月'],
    change: '前年比（%）',
    spell: {
      years: [(y) => `${y}年`, (y) => y],
      quarters: [(y, q) => `${y}年第${q}四半期`, (y, q) => `${y}年${q * 3 - 2}-${q * 3}月`],
      months: [(y, m) => `${y}年${m}月`, (y, m) => `${y}年${two(m)}月`],
    },
  },
  ko: {
    unit: '단위',
    encodings: ['utf8', 'utf8bom', 'cp949'],
    partner: '국가',
    commodity: '품목코드',
    period: '기간',
    value: '금액',
    names: ISO,
    numbers: [
      ['', '.'],
      [',', '.'],
    ],
    units: [
      ['단위: 천달러', 'USD thousand'],
      ['단위: 백만달러', 'USD million'],
      ['', ''],
    ],
    title: '국가별 수입',
    source: '출처: 관세청',
    trade: '국가별 무역',
    flows: ['수출', '수입'],
    world: '총계',
    parts: ['년', '월'],
    change: '증감률(%)',
    spell: {
      years: [(y) => `${y}년`, (y) => y],
      quarters: [(y, q) => `${y}년 ${q}분기`, (y, q) => `${y} ${q}/4`],
      months: [(y, m) => `${y}년 ${m}월`, (y, m) => `${y}.${two(m)}`],
    },
  },
}
