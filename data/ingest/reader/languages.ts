/** Languages that trade files are written in. */
const LANGUAGES = (
  'en de fr es pt it nl sv da nb fi is pl cs sk hu ro hr sl sq tr ru uk bg sr mk be kk el lt lv et ' +
  'zh-Hans zh-Hant ja ko vi th he ar'
).split(' ')

/** Words of tables that are no names of places, months or money. */
const TRADE_WORDS: Record<string, string> = {
  de: 'Länder Währung Gebühr Stück Außenhandel Güter Jänner März für über Österreich',
  fr: 'Année Période Quantité Valeur déclarant marchandises reçu où données février août décembre',
  es: 'Año Período País Código Descripción exportación importación',
  pt: 'Ano Mês País Código Descrição exportação importação não São',
  pl: 'Okres wartość ilość państwo źródło',
  cs: 'Období hodnota množství země původ dovoz vývoz měsíc',
  hu: 'Időszak érték mennyiség ország kivitel behozatal hónap év',
  tr: 'Ülke yıl ay dönem değer miktar ihracat ithalat açıklama',
  ru:
    'страна период стоимость вес нетто брутто количество товар импорт экспорт отчётный партнёр ' +
    'партнер код наименование тысяч долларов тонн млн млрд год месяц квартал всего прочие единица ' +
    'измерения направление перемещения торговля показатель значение дата источник примечание',
  'zh-Hans':
    '数据年月 贸易伙伴 编码 商品名称 第一数量 第二数量 计量单位 人民币 美元 千克 进口 出口 总值 进出口 国家 地区 ' +
    '贸易方式 注册地 名称 累计 同比 金额 数量 单位 合计 总计 时间 指标 年 月 日 季度 亿元 万元 万吨 来源 注 原产国 ' +
    '最终目的国 海关 统计 大豆 产品 其他',
  'zh-Hant':
    '國家 地區 貿易 進口 出口 總值 金額 數量 單位 貨品 名稱 號列 年 月 千元 美元 新臺幣 公斤 合計 中文 重量 統計 ' +
    '資料 時間 產品 其他',
  ja:
    '国名 国コード 品目 統計品目番号 数量 金額 輸出 輸入 年 月 千円 単位 合計 累計 期間 品名 税関 億円 百万円 表 注 ' +
    '総額 うち その他',
  ko:
    '국가 국가명 품목 품목명 품목코드 수출 수입 금액 중량 기간 무역수지 천불 총계 년 월 단위 달러 건수 합계 통계 자료 ' +
    '출처 기타',
}

const SPOKEN = 'en de fr es pt it nl sv da fi pl cs hu ro tr ru uk el zh ja ko ar he th vi hi id fa'

/** How the letters of a language follow each other, as far as names of places, months and money tell. */
export interface Language {
  /** Times that a letter and a pair of letters were seen; a blank stands for the edge of a word. */
  seen: ReadonlyMap<string, number>
  letters: number
}

/** Small letters, one for one: `İ` alone becomes two elsewhere. */
export const small = (letter: string): string => (letter === 'İ' ? 'i' : letter.toLowerCase())

/** Every pair of capital letters: those that are no country's code have no name. */
function countryCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
  return letters.flatMap((first) => letters.map((second) => first + second))
}

function namesIn(tag: string): string {
  const names = [TRADE_WORDS[tag] ?? '']
  const name = (type: 'region' | 'currency' | 'language', codes: string[]) => {
    const display = new Intl.DisplayNames([tag], { type, fallback: 'none' })
    for (const code of codes) names.push(display.of(code) ?? '')
  }
  name('region', countryCodes())
  name('currency', Intl.supportedValuesOf('currency'))
  name('language', SPOKEN.split(' '))
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' })
    for (let i = 0; i < 12; i++) names.push(format.format(Date.UTC(2023, i, 15)))
  }
  return names.join(' ')
}

function learn(tag: string): Language {
  const seen = new Map<string, number>()
  const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
  let letters = 0
  for (const word of namesIn(tag).split(/[^\p{L}\p{M}]+/u)) {
    let before = ' '
    count(before)
    for (const letter of [...word].map(small)) {
      count(letter)
      count(before + letter)
      before = letter
      letters++
    }
    count(`${before} `)
  }
  return { seen, letters }
}

let learnt: Language[] | undefined

/** Learnt when the first file needs them, from the names that Unicode's data holds on every machine. */
export const languages = (): Language[] => {
  learnt ??= LANGUAGES.map(learn)
  return learnt
}
