import type { Role } from '../model/report.ts'
import { codeOf, hasCode } from './codes.ts'
import { splitUnit } from './units.ts'

/** Codes of two letters that are nothing else: `CO` may be copper's or Colorado's, too. */
const PLAIN = new Set('US CN RU JP GB FR KR EU'.split(' '))
const FEW = 2

/** Words that say of a country that goods come from it or go there. */
const OF_PARTNERS =
  /(?<!\p{L})(?:(?:im|ex)ports? (?:from|to)|(?:from|to|by|with) (?:the )?(?:main |major |selected |trading )*(?:countr(?:y|ies)|partners?|markets?|destinations?|origins?|suppliers?)|(?:trading )?partners?|по странам|стран\p{L}*-(?:контрагент|партн[её]р)\p{L}*|контрагент\p{L}*|nach (?:Ländern|Partnerländern)|par pays|par partenaire|por pa[ií]s(?:es)?|por socio)(?!\p{L})|国别|贸易伙伴|分国|國別|국가별/iu

/** What is known of a table whose headings are countries. */
export interface OfTable {
  roles: readonly Role[]
  /** Its headings, and lines above it. */
  words: readonly string[]
  /** It is said who reports all of it. */
  isReported: boolean
}

/** A dimension and a code of it for each of some headings. */
export type Headings = { dimension: 'reporter' | 'partner'; code: string }[]

/**
 * The countries that headings of figures name, all of them, and nothing else: partners where a reporter is
 * told or a word says so, else those that report; undefined where one is no country.
 */
export function countryHeadings(names: readonly string[], table: OfTable): Headings | undefined {
  const stems = names.map((name) => splitUnit(name).stem)
  if (stems.length < FEW || !stems.every((stem) => hasCode('partner', stem))) return undefined
  const codes = stems.map((stem) => codeOf('partner', stem).code)
  const areNamed =
    stems.filter(isName).length >= FEW || stems.filter((stem) => PLAIN.has(stem)).length >= FEW
  if (!areNamed || new Set(codes).size < codes.length) return undefined
  const dimension = sideOf(table)
  return dimension && codes.map((code) => ({ dimension, code }))
}

function sideOf({ roles, words, isReported }: OfTable): 'reporter' | 'partner' | undefined {
  const [reports, partners] = [
    isReported || roles.includes('dimension:reporter'),
    roles.includes('dimension:partner'),
  ]
  if (reports || partners) return reports && partners ? undefined : reports ? 'partner' : 'reporter'
  return words.some((word) => OF_PARTNERS.test(word)) ? 'partner' : 'reporter'
}

/** Longer than a code of two letters, and no word that stands for all of something. */
const isName = (text: string): boolean =>
  (/^[A-Z]{3}$/.test(text) ||
    text.length > 3 ||
    /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(text)) &&
  !['W00', 'other'].includes(codeOf('partner', text).code)
