import type { Role } from '../../model/report.ts'
import { codeOf, hasCode } from '../codes/codes.ts'
import { groupCodes, membersOf } from '../codes/countries.ts'
import { besideFlow, flowIn, isPlaced } from '../codes/flows.ts'
import { countryIn, isName, isOfTrade, sidesIn } from '../codes/whose-trade.ts'
import type { HeadingCode } from '../mapping.ts'
import { splitUnit } from '../units/units.ts'
import { homeMoney } from './home-money.ts'

/** Codes of two letters that are nothing else: `CO` may be copper's or Colorado's, too. */
const PLAIN = new Set('US CN RU JP GB FR KR EU'.split(' '))
const FEW = 2

/** Words that say of countries that goods come from them or go there. */
const PARTNERS =
  /(?<!\p{L})(?:(?:trading )?partners?|partner countries|контрагент\p{L}*|стран\p{L}*-партн[её]р\p{L}*|partnerländern?)(?!\p{L})|贸易伙伴/iu
/** The same beside a flow: cars are registered by market, too. */
const OF_FLOWS =
  /(?<!\p{L})(?:(?:im|ex)ports? (?:from|to)(?= *(?:[:(,]|$))|(?:from|to|by|with) (?:the )?(?:main |major |selected |trading )*(?:markets?|destinations?|origins?|suppliers?|countr(?:y|ies) of (?:origin|destination))|географическ\p{L}* распределени\p{L}*|по (?:\p{L}+ ){0,2}стран(?:ам)?|со странами|ülkelere göre|maittain|riigi järgi|eftir löndum|(?:efter|etter) (?:[^,]{1,40}, ){0,3}(?:land|lande|länder|handelspartner)|według krajów|podle zemí|országok szerint|theo thị trường|menurut negara|per paese|po(?:r|l) (?:pa[ií]s(?:es)? de )?(?:destino|orige[nm])|par pays de (?:destination|provenance|origine))(?!\p{L})|国别|分國|國別|국가별/iu
/** The same where a country is named whose trade it is: `Exports of China by country`. */
const BY_COUNTRY =
  /(?<!\p{L})(?:by (?:\p{L}+ )?countr(?:y|ies)|nach ländern|par pays|por pa[ií]s(?:es)?)(?!\p{L})/iu

/** Whether headings and lines above a table say that its countries are partners. */
export const sayPartners = (words: readonly string[]): boolean =>
  words.some(
    (line) =>
      PARTNERS.test(line) ||
      (isOfTrade(line) &&
        (OF_FLOWS.test(line) || (BY_COUNTRY.test(line) && isOfOne(countryIn(line))))),
  )

/** `OPEC exports by country` are those of each country, as nobody knows whom it holds; the Union's are with others. */
export const isOfOne = (country: string | undefined): boolean =>
  country !== undefined && (!groupCodes().has(country) || membersOf(country).length > 0)

/** What is known of a table whose headings are countries. */
export interface OfTable {
  roles: readonly (Role | undefined)[]
  /** Its headings, and lines above it. */
  words: readonly string[]
  /** Words for every row. */
  told: Readonly<Record<string, string>>
  /** What its dataset, where there is one, tells its series apart by. */
  keyed?: readonly string[]
}

/** What is left beside countries that are named: `Unknown Asia`, `Прочие страны`. */
const OTHERS =
  /^(?:unknown|unspecified|undisclosed|others?|rest of|прочие|другие|остальные|неизвестн\p{L}*|其他|其它|未知)(?!\p{L})/iu

/** The codes that each of some headings tells. */
type Headings = HeadingCode[][]

/**
 * The countries that headings of figures name, all of them, and nothing else: partners where a reporter is
 * told or a word says so, else those that report; undefined where one is no country.
 */
export const countryHeadings = (names: readonly string[], table: OfTable): Headings | undefined =>
  names.length < FEW ? undefined : countriesIn(names, table, FEW)

/** The same of at least so many. */
function countriesIn(names: readonly string[], table: OfTable, few: number): Headings | undefined {
  const stems = withoutEnd(names).map((name) => splitUnit(name.replace(AMONG, '')).stem)
  const others = stems.filter((stem) => !hasCode('partner', stem))
  if (stems.length - others.length < few || !others.every((stem) => OTHERS.test(stem)))
    return undefined
  const codes = stems.map((stem) => codeOf('partner', stem).code)
  const areNamed =
    stems.filter(isName).length >= few ||
    stems.filter((stem) => PLAIN.has(stem.toUpperCase())).length >= few
  if (!areNamed || new Set(codes).size < codes.length) return undefined
  const dimension = sideOf(table, codes)
  return dimension && codes.map((code) => [{ dimension, code }])
}

/**
 * The same where each heading names a flow before or after its country, as two rows of names are joined:
 * `Exports China`, `Imports China`.
 */
export function flowsOfCountries(names: readonly string[], table: OfTable): Headings | undefined {
  if (table.roles.includes('dimension:flow')) return undefined
  if (names.some((name) => ownerOf(name) !== undefined)) return flowsOfOwners(names, table)
  const parts = names.flatMap((name) => partsOf(splitUnit(name).stem) ?? [])
  if (parts.length < names.length || parts.some(({ goods }) => isPlaced(goods))) return undefined
  const countries = [...new Set(parts.map(({ country }) => country))]
  const codes = names.length < FEW ? undefined : countriesIn(countries, table, 1)
  if (!codes) return undefined
  const ofGoods = new Set(parts.map(({ goods }) => goods)).size > 1
  const told = parts.map(({ flow, country, goods }) => [
    ...codes[countries.indexOf(country)]!,
    { dimension: 'flow', code: flow },
    ...(ofGoods && goods !== '' ? [{ dimension: 'measure', code: goods }] : []),
  ])
  const isOnceEach = new Set(told.map((pair) => JSON.stringify(pair))).size === told.length
  return isOnceEach ? told : undefined
}

/** `CN: Exports: fob: USA`: whose trade each heading tells, its partner and its flow, as CEIC names series. */
function flowsOfOwners(names: readonly string[], { roles, told }: OfTable): Headings | undefined {
  const isTold = (id: string) => told[id] !== undefined || roles.includes(`dimension:${id}`)
  if (isTold('reporter') || isTold('partner')) return undefined
  const all = names.flatMap((name) => {
    const [owner, part] = [ownerOf(name), partsOf(splitUnit(name.replace(OWNED, '')).stem)]
    if (owner === undefined || part === undefined) return []
    return [
      [
        { dimension: 'reporter', code: codeOf('reporter', owner).code },
        { dimension: 'partner', code: codeOf('partner', part.country).code },
        { dimension: 'flow', code: part.flow },
      ],
    ]
  })
  const isOnceEach = new Set(all.map((codes) => JSON.stringify(codes))).size === names.length
  return isOnceEach ? all : undefined
}

const OWNED = /^([^:]{2,40}): /

/** The country that stands before the name of a series. */
function ownerOf(name: string): string | undefined {
  const owner = OWNED.exec(name)?.[1]
  return owner !== undefined && hasCode('reporter', owner) ? owner : undefined
}

/** Whether headings are countries, or flows of countries. */
export const areOfCountries = (names: readonly string[], table: OfTable): boolean =>
  (flowsOfCountries(names, table) ?? countryHeadings(names, table)) !== undefined

/** What `oil_exports_china` says. */
interface Parts {
  flow: string
  country: string
  goods: string
}

/** Between a flow and its country. */
const JOINT = / ?(?:to|from|with)$/

/** A heading as a flow and a country, which programs join by a point or a line, `China.Exports`, or which brackets part: `中国(輸出)`. */
function partsOf(heading: string): Parts | undefined {
  const bare = heading.replace(/\s*[(（]([^()（）]+)[)）]$/, ' $1')
  const words = (/\s/.test(bare) ? bare : bare.replace(/[._]+/g, ' ')).split(/\s+/)
  for (let cut = 1; cut < words.length; cut++) {
    const ends = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')] as const
    for (const [flow, country] of [ends, ends.toReversed()] as [string, string][]) {
      const code = flowIn(flow)
      if (code !== undefined && hasCode('partner', country))
        return { flow: code, country, goods: besideFlow(flow).replace(JOINT, '') }
    }
  }
  return undefined
}

/** `в том числе: Китай`: the first of the countries that a total is of. */
const AMONG = /^(?:в том числе|из них|of which|including|davon|dont|其中)\s*[:：]?\s*/iu

/** Names without the words that all of them end with: `China Value (NZD FOB)`, `Australia Value (NZD FOB)`. */
function withoutEnd(names: readonly string[]): string[] {
  const words = names.map((name) => name.trim().split(/\s+/))
  const shortest = Math.min(...words.map(({ length }) => length))
  const isShared = (back: number) => new Set(words.map((own) => own.at(-back))).size === 1
  let shared = 0
  while (names.length > 1 && shared < shortest - 1 && isShared(shared + 1)) shared++
  return words.map((own) =>
    own
      .slice(0, own.length - shared)
      .join(' ')
      .replace(/[\s,;:]+$/, ''),
  )
}

/** Whether a line says whose trade a table is, and no heading is that country, or a member of that union. */
const areOfAnother = (codes: readonly string[], words: readonly string[]): boolean => {
  const own = words.flatMap((line) => sidesIn(line).reporter ?? [])
  return (
    own.length > 0 &&
    !own.some((one) => [one, ...membersOf(one)].some((code) => codes.includes(code)))
  )
}

function sideOf(
  { roles, words, told, keyed = [] }: OfTable,
  codes: readonly string[],
): 'reporter' | 'partner' | undefined {
  const [reports, partners] = [
    told.reporter !== undefined || roles.includes('dimension:reporter'),
    told.partner !== undefined || roles.includes('dimension:partner'),
  ]
  if (reports || partners) return reports && partners ? undefined : reports ? 'partner' : 'reporter'
  const isOfPartners = keyed.includes('partner') && !keyed.includes('reporter')
  return isOfPartners ||
    sayPartners(words) ||
    areOfAnother(codes, words) ||
    areToldAtHome(codes, [...words, told.unit ?? ''])
    ? 'partner'
    : 'reporter'
}

/** Whether flows are counted in the money of one country, which is not among those that headings name. */
function areToldAtHome(codes: readonly string[], words: readonly string[]): boolean {
  const money = words.some((word) => flowIn(word) !== undefined) ? homeMoney(words) : undefined
  const home = money === undefined ? undefined : codeOf('reporter', money.slice(0, 2))
  return home?.known === true && !codes.includes(home.code)
}
