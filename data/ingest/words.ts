import type { Role } from '../model/report.ts'

/** A header as words are looked up: `Time period (yyyy)` is `time_period_yyyy`. */
export const headerWord = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

const listed = (role: Role, words: string): [string, Role][] =>
  words.split(' ').map((word) => [word, role])

/** Headers whose meaning is known wherever they stand. */
const ROLES = new Map<string, Role>([
  ...listed('series', 'series_id series series_key series_code'),
  ...listed('title', 'series_name series_title title_of_series'),
  ...listed(
    'period',
    'period time_period date time day observation_date obs_date ref_period reference_period month ' +
      'year quarter week yyyymm refperiodid ref_date',
  ),
  ...listed('period_start', 'period_start start start_date period_begin from_date'),
  ...listed('period_end', 'period_end end end_date to_date'),
  ...listed('value', 'value obs_value amount val trade_value value_usd tradevalue primaryvalue'),
  ...listed(
    'value',
    'quantity qty net_weight netweight netwgt gross_weight weight supplementary_quantity',
  ),
  ...listed('status', 'status obs_status obs_flag flag flags'),
  ...listed('bound', 'bound'),
  ...listed('unit', 'unit unit_measure units unit_of_measure measurement_unit currency_unit uom'),
  ...listed('frequency', 'frequency freq'),
  ...listed('source', 'source source_name data_source publisher'),
  ...listed('source_url', 'source_url url link source_link'),
  ...listed('published', 'published publication_date published_on release_date released'),
  ...listed('note', 'note notes comment comments remark remarks obs_comment footnote'),
  ...listed('attribute:dataset', 'dataset'),
  ...listed('attribute:unit_mult', 'unit_mult'),
  ...listed('ignore', 'dataflow structure structure_id structure_name action last_update'),
  ...listed('ignore', 'decimals time_format collection conf_status obs_conf'),
  ...listed(
    'dimension:reporter',
    'reporter reporter_code reporter_iso reporting_country ref_area geo country',
  ),
  ...listed(
    'dimension:partner',
    'partner partner_code partner_iso partner_country counterpart_area counterpart',
  ),
  ...listed('dimension:flow', 'flow trade_flow flow_code direction'),
  ...listed('dimension:measure', 'measure'),
  ...listed(
    'dimension:commodity',
    'commodity commodity_code product product_code cmd_code hs hs_code hs2 hs4 hs6 hs8 hs10 tnved sitc bec',
  ),
])

/** Names beside codes: `partner_name` is a label of `partner`. */
const LABEL = /^(.+?)_?(name|label|desc|description|title)$/

/** The role that a header declares by its name; undefined where the name says nothing to us. */
export function roleOfHeader(name: string): Role | undefined {
  const word = headerWord(name)
  const known = ROLES.get(word)
  if (known) return known
  const [, stem = ''] = LABEL.exec(word) ?? []
  const of = ROLES.get(stem)
  return of?.startsWith('dimension:') ? `label:${of.slice('dimension:'.length)}` : undefined
}

/** Headers of columns that count something beside the value: each is a measure of its own. */
const QUANTITY = /^(quantity|qty|net_?weight|netwgt|gross_weight|weight|supplementary_quantity)$/
export const isQuantity = (name: string): boolean => QUANTITY.test(headerWord(name))

/** Headers of codes, which are text also where they look like numbers. */
const CODE = /(^|_)(code|id|hs\d*|sitc|bec|isic|nace|cpa|naics|chapter|heading|no|nr)$/
export const isCodeName = (name: string): boolean => CODE.test(headerWord(name))

/** The dimension that a header names: `HS section` is `hs_section`. */
export const dimensionOf = (name: string): string => headerWord(name) || 'column'

/** Our own downloads begin with these two, before any dimension. */
export const isOwnDownload = ([first = '', second = '']: string[]): boolean =>
  first === 'DATASET' && second === 'SERIES'
