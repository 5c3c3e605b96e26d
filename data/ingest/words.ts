import { dimensionOfRole, type Role } from '../model/report.ts'
import { createRemembered } from './remember.ts'
import { splitUnit } from './units/units.ts'

/** A header as words are looked up: `Time period (yyyy)` is `time_period_yyyy`. */
export const headerWord = (name: string): string =>
  name
    .replace(/İ|i\u0307/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

/** The same without its joints, as a source's name may lose or gain them: `refYear`, `ref_year`, `Ref Year`. */
export const looseWord = (name: string): string => headerWord(name).replaceAll('_', '')

const listed = (role: Role, words: string): [string, Role][] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [headerWord(word), role])

/** Headers of what is counted beside the value. */
const QUANTITIES = `quantity qty net_weight netweight netwgt gross_weight weight supplementary_quantity 数量 數量 重量
  количество вес вес_нетто menge gewicht quantité poids cantidad peso peso_bruto quantidade quantità 중량 수량 lượng số_lượng mengde mængde mängd määrä quilograma_líquido peso_líquido peso_neto masa_netto net_mass netmass poids_net eigenmasse masse_nette вага вага_нетто нетто масса_нетто кол_во statistical_quantity statisticalquantity الكمية كمية الوزن وزن משקל כמות кількість miktar miqdor miqdar ปริมาณ น้ำหนัก ποσότητα βάρος مقدار тоо_хэмжээ саны салмағы 台数 台數 個数 대수 물량 第一数量 第二数量 法定数量 第一法定数量 第二法定数量`

/** Headers whose meaning is known wherever they stand, in the languages that files come in. */
const ROLES = new Map<string, Role>([
  ...listed('series', 'series_id series series_key series_code serie'),
  ...listed('title', 'series_name series_title title_of_series'),
  ...listed(
    'period',
    `period time_period date time day observation_date obs_date ref_period reference_period month
     year quarter week week_ending week_commencing week_beginning half half_year semester полугодие неделя halbjahr woche semaine semestre yyyymm refperiodid ref_date ref_year ref_month refyear refmonth year_month yr mon
     数据年月 年月 月份 年份 日期 时间 期间 季度 분기 период дата месяц год квартал отчетный_период отчётный_период
     jahr kalenderjahr monat zeit zeitraum datum quartal berichtszeitraum année annee anio mois date_mois trimestre période
     periode año ano mes mesec mjesec godina periodo fecha mês período anno mese jaar maand år måned månad kvartal yıl ay 年 月 年度
     ปี เดือน วันที่ ไตรมาส 기간 연월 년월 연도 년도 년 월 시점 일자 period_description ym yearmonth annéemois monthid month_id date_of_data data_date rok měsíc mesic
     období obdobi miesiąc okres év hónap időszak vuosi kuukausi kvartaali bulan tahun dönem tháng năm рік місяць період година месец
     ел_жыл έτος μήνας aasta kuu metai mėnuo gads mēnesis perioden perioder 時間軸 時間軸_年次 時間軸_月次 時間軸_四半期 時間軸_年度次 السنة سنة العام الشهر شهر التاريخ سال ماه تاریخ שנה חודש רבעון תקופה תאריך 四半期 期間 quý thời_gian τρίμηνο περίοδος ημερομηνία الربع الفترة жыл ай кезең yil oy chorak он сар улирал tarih yıllar aylar 统计年月 统计月份 统计时间 统计日期 统计期 统计期间 数据时间 报告期 進出口年月 統計年月 統計月份 統計年度 統計期 統計期間 資料時間 資料期 年別 月別 기준월 기준년월 기준연월 기준년도 기준연도 기준일 기준일자 년도월 조회기간 조사년월 연도별 월별 महीना माह वर्ष साल तिमाही`,
  ),
  ...listed('period_start', 'period_start start start_date period_begin from_date'),
  ...listed('period_end', 'period_end end end_date to_date'),
  ...listed(
    'value',
    `value obs_value data_value amount val cost monto customs_value trade_value value_usd tradevalue primaryvalue 金额 总值 数值 贸易额 价值 стоимость значение сумма wert betrag valeur montant valor importe valore 价额 価額 價值 金額 금액 hodnota wartość érték arvo
     värde verdi værdi değer deger nilai trị_giá giá_trị вартість значення стойност αξία valoare มูลค่า القيمة قيمة ارزش ערך tutar qiymat dəyər үнийн_дүн құны сума`,
  ),
  ...listed('value', QUANTITIES),
  ...listed(
    'status',
    'status obs_status estimate_status data_status obs_flag flag flags flag_codes flag_and_footnotes value_flag статус 状态',
  ),
  ...listed('bound', 'bound'),
  ...listed(
    'unit',
    `unit unit_measure units unit_of_measure unit_of_quantity quantity_unit quantity_units sup_unit supp_unit value_units qty_unit measurement_unit currency_unit uom единица_измерения ед_изм ед ölçü ölçü_birimi
     计量单位 单位 単位 단위 đvt đơn_vị đơn_vị_tính 數量單位 einheit unité unité_de_mesure unite unidad unidade unidades unità value_unit eenheid birim 單位 enhet matavimo_vienetai mērvienība одиниця_виміру од_виміру өлшем_бірлігі หน่วย الوحدة وحدة_القياس واحد יחידה μονάδα ölçü_vahidi o‘lchov_birligi хэмжих_нэгж`,
  ),
  ...listed('frequency', 'frequency freq freq_code'),
  ...listed(
    'source',
    `source source_name source_id data_source publisher источник источник_данных 来源 数据来源 資料來源 quelle fuente fonte źródło
     kaynak bron källa kilde lähde forrás zdroj 출처 資料出所 出典 出所 资料来源 資料来源 джерело nguồn แหล่งที่มา المصدر منبع מקור πηγή`,
  ),
  ...listed('source_url', 'source_url url link source_link'),
  ...listed(
    'published',
    'published publication_date published_on realtime_start realtime_start_date release_date released 发布日期 发布时间 公布日期 公布时间 公布日 發布日期 発表日 公表日 발표일 발표일자 공표일 дата_публикации',
  ),
  ...listed(
    'note',
    `注釈 注記 備考 비고 примітка ghi_chú หมายเหตุ ملاحظات note notes annotation annotations comment comments remark remarks obs_comment footnote footnotes calculation примечание примечания 备注 注
     anmerkung bemerkung remarque observación`,
  ),
  ...listed('attribute:dataset', 'dataset'),
  ...listed('attribute:unit_mult', 'unit_mult'),
  ...listed(
    'ignore',
    'merge realtime_end realtime_end_date dataflow structure structure_id structure_name action last_update',
  ),
  ...listed(
    'ignore',
    `lastupdated last_updated updated_at fetched_at retrieved_at retrieved downloaded_at scraped_at extracted_at ingested_at loaded_at
     inserted_at created_at download_date retrieval_date extraction_date fecha_descarga fecha_extraccion fecha_actualizacion data_extracao data_atualizacao decimals time_format collection conf_status obs_conf dernière_mise_à_jour`,
  ),
  ...listed(
    'dimension:reporter',
    `reporter reported_by reporter_code reporter_iso reporting_country reporting_economy ref_area geo country nation area economy
     страна страны отчитывающаяся_страна страна_репортер государство государства 国家 land pays país pais países paese country_region meldeland declarant location reference_area
     reporter_country reporter_countries reporting_area country_or_area country_territory iso iso_code isocode iso_alpha iso_alpha3 iso3 iso2 iso3c iso2c iso_a3 ülke ülke_adı countries länder landen
     maa maat zemlja zemlje države krajina krajiny država ország országok kraj kraje země zemi stát ülkeler negara nước країна държава χώρα țara riik valsts šalis ölkələr ölkə davlatlar елдер өлкөлөр ประเทศ երկրներ ქვეყნები улс ел мемлекет davlat mamlakat quốc_gia երկիր ქვეყანა الدولة دولة البلد الدول کشور كشور מדינה ארץ`,
  ),
  ...listed(
    'dimension:partner',
    `partner partner_code partner_iso partner_country partner_economy counterpart_area counterpart
     контрагент страна_контрагент партнер партнёр страна_партнер страна_партнёр торговый_партнер торговый_партнёр страна_назначения
     贸易伙伴 国别 国别_地区 伙伴国 partnerland partenaire pays_partenaire socio país_socio handelspartner
     trading_partner trade_partner trading_partners principal_trading_partners partner_countries counterpart_country counterpart_reference_area
     main_country_territory 国 國家 國家名稱 进口原产国_地_出口最终目的国_地 国家_地区 국가 국가별 国家別 國家別 ประเทศคู่ค้า คู่ค้า 国名 地域_国 国_地域 country_of_dispatch country_of_consignment country_dispatch dispatch_country
     страна_отправления pays_de_provenance herkunft main_supplier main_suppliers thị_trường país_parceiro parceiro paese_partner tari_partenere țări_partenere countries_country_groups kraj_partnerski kraj_partnera страни_партньори страна_партньор ortak_ülke
     相手国 貿易相手国 상대국 교역국 대상국 страна_партнера 貿易夥伴 國別 國別_地區 國家_地區 国家地区 国家和地区 国家及地区 产销国 产销国_地区 贸易国 相手先 相手先国`,
  ),
  ...listed(
    'dimension:exporter',
    'exporter exporters exporting_country exporter_country страна_экспорта страна_экспортер страна_экспортёр',
  ),
  ...listed(
    'dimension:importer',
    'importer importers importing_country importer_country страна_импорта страна_импортер страна_импортёр',
  ),
  ...listed(
    'dimension:origin',
    'origin origin_country country_origin country_of_origin страна_происхождения страна_происх страна_сборки страна_производства страна_изготовления country_of_assembly country_of_manufacture 原产国 原产地 来源国 来源地 来源国家 进口来源 进口来源国 进口来源地 原産国 原産地 輸入先 輸入先国 بلد_المنشأ 原產國 원산지 원산국 commodity_origin commodity_origin_country ursprungsland herkunftsland pays_d_origine país_de_origen país_origen pais_origen pais_de_origen',
  ),
  ...listed(
    'dimension:destination',
    `destination destination_country commodity_destination commodity_destination_country country_of_destination main_country_of_destination país_destino pais_destino pais_de_destino 目的国 目的地 最终目的国 出口目的国 出口目的地 出口国家 назначение страна_прибытия 仕向国 仕向地 輸出先 輸出先国 مقصد المقصد بلد_المقصد 仕向け国 目的國 목적국 도착국
     bestimmungsland zielland pays_de_destination país_de_destino`,
  ),
  ...listed(
    'dimension:flow',
    `flow flows flow_direction flow_directions trade_flow trade_flows trade_direction type_of_trade flow_code flow_type stk_flow direction направление поток направление_перемещения 进出口 进出口类型 进出口标志 進出口 進出口別 贸易方向 流向 수출입구분 수출입_구분 напрям напрямок flux flujo fluxo flusso handelsrichtung verkehrsrichtung`,
  ),
  ...listed('dimension:measure', 'measure'),
  ...listed(
    'dimension:indicator',
    '指标 指标名称 指標 показатель показатели наименование_показателя',
  ),
  ...listed(
    'dimension:commodity',
    `commodity commodity_code product product_code cmd cmd_code hs hs_code hs2 hs4 hs6 hs8 hs10 sh2 sh4 sh6 sh8 sh10 tnved sitc bec cn8
     nc8 ahecc htisc hts hts8 hts10 hts_number comm_code hs_number код_тн_вэд тн_вэд тнвэд товар код_товара 商品 商品编码 商品代码 税号 ware warennummer produit marchandise marchandises
     nomenclature producto produto prodotto ncm tarif_nr tarifnummer 貨品號列 貨品分類 品目 品名 품목 towaru towar termék zboží zbozi áru уктзед укт_зед тн_вэд_еаэс тнвэд_еаэс товара товаров товары группы_товаров товарной_группы продукции
     code_sh code_nc code_nc8 code_produit code_marchandise código_sa código_arancelario código_producto código_ncm
     posición_arancelaria partida_arancelaria warenverzeichnis warencode warennr code_hs codice_hs codice_sa kod_cn kod_hs kod_pcn hs_kodu gtip varenummer cod_taric subpartida subpartida_nacional subpartida_arancelaria`,
  ),
])

/** Databases lose the joints of names, `tradeflow`, and capitals whether an I has a dot, `ÜLKE ADI`. */
const LOOSE = new Map(
  [...ROLES].flatMap(([word, role]) => [
    [word.replaceAll('_', ''), role],
    [word.replaceAll('ı', 'i'), role],
  ]),
)

const roleOfWord = (word: string): Role | undefined => ROLES.get(word) ?? LOOSE.get(word)

const LABEL_WORDS =
  'name label lab desc descr description title наименование название описание 名称 bezeichnung libellé libelle nombre nome nomi номи атауы descrição navn namn nazwa název txt glosa 명 名'
const CODE_WORDS =
  'code kod kód id iso iso3 iso2 iso3_code iso3a m49 cpc код 编码 代码 코드 コード nummer kode código codigo'

const ending = (words: string): RegExp => new RegExp(`^(.+?)_?(?:${words.replaceAll(' ', '|')})$`)
const beginning = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})_(.+)$`)
const LABELS = [ending(LABEL_WORDS), beginning(LABEL_WORDS)]
const CODES = [ending(CODE_WORDS), beginning(CODE_WORDS)]

const stemBy = (shapes: RegExp[], word: string): string | undefined => {
  for (const shape of shapes) {
    const stem = shape.exec(word)?.[1]
    if (stem !== undefined) return stem
  }
  return undefined
}

/** Whether a heading is nothing but the word for a name: `Description`. */
export const isLabelWord = (name: string): boolean =>
  LABEL_WORDS.split(' ').includes(headerWord(name))

/** `ProductCode` as `Product Code`. */
export const spaced = (name: string): string => name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')

/** What a header names beside the word for a name: `Country Name` is `country`; undefined for other headers. */
export const labelStem = (name: string): string | undefined =>
  stemBy(LABELS, headerWord(spaced(name)))
/** The same for a code: `CountryCode` is `country`. */
export const codeStem = (name: string): string | undefined =>
  stemBy(CODES, headerWord(spaced(name)))

/** What a header names beside all words for names and codes: `Reporter Country Code (M49)` is `reporter_country`, the USDA's `SC_Unit_ID` is `unit`. */
export function rootOf(name: string): string {
  let word = headerWord(spaced(name)).replace(/^sc_(?=.)/, '')
  for (let shorter: string | undefined = word; shorter !== undefined; ) {
    word = shorter
    shorter = stemBy([...CODES, ...LABELS], word)
  }
  return word
}

/** The role of what a header's code or name stands for: `Year Label` speaks of a period. */
export const roleOfRoot = (name: string): Role | undefined => roleOfWord(rootOf(name))

/** `Valor FOB`: the terms that goods are valued by say nothing of what a column is. */
const TERMS = / (?:FOB|CIF|FAS|CAF|ФОБ|СИФ)$/i

/** `국가별(1)`: how Korea's office numbers the levels of a classification. */
const LEVEL = /(?<=\p{Script=Hangul})\(\d\)$/u

/** The role that a header declares by its name; undefined where the name says nothing to us. */
export function roleOfHeader(heading: string): Role | undefined {
  const name = heading.replace(LEVEL, '')
  const whole = roleOfWord(headerWord(name)) ?? roleOfWord(headerWord(spaced(name)))
  if (whole === undefined && unitStem(name)) return roleInTwoLanguages(name)
  const { stem, unit } = splitUnit(name)
  // `单位：万辆` says itself what other columns would.
  const isUnit = unit !== null && roleOfWord(headerWord(stem)) === 'unit'
  if (isUnit && whole === undefined) return undefined
  const known =
    whole ?? roleOfWord(headerWord(stem)) ?? roleOfWord(headerWord(stem.replace(TERMS, '')))
  if (known) return known
  const twice = roleInTwoLanguages(name) ?? roleOfColumn(name) ?? roleOfCorner(name)
  if (twice) return twice
  const of = roleOfRoot(name)
  const id = dimensionOfRole(of)
  if (id === undefined) return undefined
  return labelStem(name) === undefined ? of : `label:${id}`
}

/** Databases say before a name whether it is of codes, texts or measures, and behind it in which language. */
const OF_DATABASE = /^(?:cd|tx|ms|dt|nm|dc|ds|fl)_(.+?)(?:_(?:fr|nl|de|en|es|it))?$/

/** `CD_YEAR`, `TX_COUNTRY_FR`, `MS_VALUE_EUR`: a name as the column of a database. */
function roleOfColumn(name: string): Role | undefined {
  const [, word] = OF_DATABASE.exec(headerWord(splitUnit(name).stem)) ?? []
  return word === undefined ? undefined : roleOfWord(word)
}

/** `Perioden Landen`: the heading of the columns stands over that of the rows. */
function roleOfCorner(name: string): Role | undefined {
  const [columns, rows, more] = name.trim().split(/\s+/).map(headerWord)
  const role = roleOfWord(rows ?? '')
  const isCorner = more === undefined && roleOfWord(columns ?? '') === 'period'
  return isCorner && role?.startsWith('dimension:') ? role : undefined
}

/** `Country/Pays`, `Value/Valeur ($)`, `Ülke - Country`, `Ay Month`: the same word in two languages. */
function roleInTwoLanguages(name: string): Role | undefined {
  const { stem } = splitUnit(name)
  const joint = ['/', ' - '].find((sign) => stem.includes(sign)) ?? ' '
  const [first, second, more] = stem.split(joint).map(headerWord)
  const role = first && second && !more && first !== second ? roleOfWord(first) : undefined
  return role !== undefined && role === roleOfWord(second!) ? role : undefined
}

const QUANTITY = new Set(QUANTITIES.split(/\s+/).map(headerWord))
/** Whether a header is of a column that counts something beside the value, `Quantity2`, which is a measure of its own. */
export const isQuantity = (name: string): boolean => remembered(name, name)

const remembered = createRemembered((name: string) => {
  const { stem } = splitUnit(name)
  const counted = (words: string) => QUANTITY.has(headerWord(words.replace(/ ?\d$/, '')))
  return [name, stem, stem.split('/')[0]!].some(counted)
})

/** Whether the last of several words is that of a quantity: `Ước tính Lượng`, `export_qty`; pesos are money, too. */
export function endsInQuantity(name: string): boolean {
  const words = name.trim().split(/[\s_]+/)
  const last = headerWord(words.at(-1)!)
  return words.length > 1 && last !== 'peso' && QUANTITY.has(last)
}

/** What a header names before the word for a unit: `Net weight unit` is `netweight`, `第二计量单位` is `第二`; undefined for other headers. */
export const unitStem = (name: string): string | undefined =>
  /^(.*?)(?:unit|uom|unitofmeasure|计量单位|單位|单位)$/.exec(looseWord(name))?.[1]

/** Whether a header is of the units of one column of values: `Supplementary unit` of `Supplementary quantity`. */
export function isUnitOf(name: string, value: string): boolean {
  const [stem, of] = [unitStem(name), looseWord(value)]
  return stem !== undefined && [of, of.replace(/(?:quantity|qty|数量|數量)$/, '')].includes(stem)
}

/** Headers of codes, which are text also where they look like numbers. */
const CODE =
  /(^|_)(codes?|kod|kód|código|codigo|id|iso\d?|sic|hs\d*|hts\d*|cn\d|nc\d?|ncm|ahecc|ahtn|cpa\d*|sitc\d?|bec\d?|isic|nace|cpa|naics|chapter|heading|no|nr|инн|inn|окпо|код|编码|代码)$|(?:编码|代码|税号|コード|코드|編碼|代碼|號列)$/
/** `exports_cn` are those to China, and no codes of the Combined Nomenclature. */
const COMBINED = /^(?:(?:product|commodity|goods|item|code|hs|taric)_)?cn$/
export const isCodeName = (name: string): boolean => {
  const word = headerWord(spaced(name))
  return CODE.test(word) || COMBINED.test(word) || /^(?:код|code|kod|kód|código|codigo)_/.test(word)
}

/** The dimension that a header names: `HS section` is `hs_section`. */
export const dimensionOf = (name: string): string => headerWord(name) || 'column'

/** Our own downloads begin with these two, before any dimension. */
export const isOwnDownload = ([first = '', second = '']: string[]): boolean =>
  first === 'DATASET' && second === 'SERIES'
