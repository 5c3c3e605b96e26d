import type { Role } from '../model/report.ts'
import { splitUnit } from './units.ts'

/** A header as words are looked up: `Time period (yyyy)` is `time_period_yyyy`. */
export const headerWord = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

const listed = (role: Role, words: string): [string, Role][] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [word, role])

/** Headers whose meaning is known wherever they stand, in the languages that files come in. */
const ROLES = new Map<string, Role>([
  ...listed('series', 'series_id series series_key series_code'),
  ...listed('title', 'series_name series_title title_of_series'),
  ...listed(
    'period',
    `period time_period date time day observation_date obs_date ref_period reference_period month
     year quarter week yyyymm refperiodid ref_date ref_year ref_month refyear refmonth year_month yr mon
     数据年月 年月 月份 年份 日期 时间 期间 季度 период дата месяц год квартал отчетный_период отчётный_период
     jahr monat zeit zeitraum datum quartal berichtszeitraum année annee mois date_mois trimestre période
     periode año ano mes periodo fecha`,
  ),
  ...listed('period_start', 'period_start start start_date period_begin from_date'),
  ...listed('period_end', 'period_end end end_date to_date'),
  ...listed(
    'value',
    `value obs_value amount val trade_value value_usd tradevalue primaryvalue 金额 总值 数值 贸易额 价值
     стоимость значение сумма wert betrag valeur montant valor importe`,
  ),
  ...listed(
    'value',
    `quantity qty net_weight netweight netwgt gross_weight weight supplementary_quantity 数量 重量
     количество вес вес_нетто menge gewicht quantité poids cantidad peso`,
  ),
  ...listed('status', 'status obs_status obs_flag flag flags flag_codes статус 状态'),
  ...listed('bound', 'bound'),
  ...listed(
    'unit',
    `unit unit_measure units unit_of_measure measurement_unit currency_unit uom единица_измерения ед_изм
     计量单位 单位 einheit unité unite unidad`,
  ),
  ...listed('frequency', 'frequency freq freq_code'),
  ...listed('source', 'source source_name data_source publisher источник 来源 quelle fuente'),
  ...listed('source_url', 'source_url url link source_link'),
  ...listed('published', 'published publication_date published_on release_date released'),
  ...listed(
    'note',
    `note notes comment comments remark remarks obs_comment footnote footnotes примечание примечания 备注 注
     anmerkung bemerkung remarque observación`,
  ),
  ...listed('attribute:dataset', 'dataset'),
  ...listed('attribute:unit_mult', 'unit_mult'),
  ...listed('ignore', 'dataflow structure structure_id structure_name action last_update'),
  ...listed('ignore', 'decimals time_format collection conf_status obs_conf'),
  ...listed(
    'dimension:reporter',
    `reporter reporter_code reporter_iso reporting_country reporting_economy ref_area geo country area economy
     страна 国家 land pays país pais meldeland declarant`,
  ),
  ...listed(
    'dimension:partner',
    `partner partner_code partner_iso partner_country partner_economy counterpart_area counterpart
     контрагент страна_контрагент страна_партнер страна_партнёр страна_происхождения страна_назначения
     贸易伙伴 国别 国别_地区 伙伴国 partnerland partenaire pays_partenaire socio país_socio`,
  ),
  ...listed('dimension:exporter', 'exporter exporters exporting_country'),
  ...listed('dimension:importer', 'importer importers importing_country'),
  ...listed(
    'dimension:flow',
    'flow trade_flow flow_code direction направление поток 进出口 贸易方向 flux flujo handelsrichtung',
  ),
  ...listed('dimension:measure', 'measure'),
  ...listed(
    'dimension:commodity',
    `commodity commodity_code product product_code cmd_code hs hs_code hs2 hs4 hs6 hs8 hs10 tnved sitc bec cn8
     код_тн_вэд тн_вэд тнвэд товар код_товара 商品 商品编码 商品代码 税号 ware warennummer produit
     nomenclature producto`,
  ),
])

const LABEL_WORDS =
  'name label desc description title наименование название 名称 bezeichnung libellé libelle nombre'
const CODE_WORDS = 'code id iso iso3 iso2 iso3_code код 编码 代码 nummer kode código codigo'

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

/** What a header names beside the word for a name: `Country Name` is `country`; undefined for other headers. */
export const labelStem = (name: string): string | undefined => stemBy(LABELS, headerWord(name))
/** The same for a code: `Country Code` is `country`. */
export const codeStem = (name: string): string | undefined => stemBy(CODES, headerWord(name))

/** The role that a header declares by its name; undefined where the name says nothing to us. */
export function roleOfHeader(name: string): Role | undefined {
  const known = ROLES.get(headerWord(name)) ?? ROLES.get(headerWord(splitUnit(name).stem))
  if (known) return known
  const stem = labelStem(name)
  const of = stem === undefined ? undefined : ROLES.get(stem)
  return of?.startsWith('dimension:') ? `label:${of.slice('dimension:'.length)}` : undefined
}

/** Headers of columns that count something beside the value: each is a measure of its own. */
const QUANTITY =
  /^(quantity|qty|net_?weight|netwgt|gross_weight|weight|supplementary_quantity|数量|重量|количество|вес|вес_нетто|menge|gewicht|quantité|poids|cantidad|peso)$/
export const isQuantity = (name: string): boolean =>
  QUANTITY.test(headerWord(name)) || QUANTITY.test(headerWord(splitUnit(name).stem))

/** Headers of codes, which are text also where they look like numbers. */
const CODE =
  /(^|_)(code|id|hs\d*|sitc|bec|isic|nace|cpa|naics|chapter|heading|no|nr|код|编码|代码)$|(?:编码|代码|税号)$/
export const isCodeName = (name: string): boolean => CODE.test(headerWord(name))

/** The dimension that a header names: `HS section` is `hs_section`. */
export const dimensionOf = (name: string): string => headerWord(name) || 'column'

/** Our own downloads begin with these two, before any dimension. */
export const isOwnDownload = ([first = '', second = '']: string[]): boolean =>
  first === 'DATASET' && second === 'SERIES'
