import { createRequire } from 'node:module'
// Without the names in eighty languages that its own entry loads at once.
import countries from 'i18n-iso-countries/index.js'
import { fold, listNamed } from './code-lists.ts'

/** Spellings to try where none is listed: without the mark of a note or a year in brackets, in the usual order, without its state or its code. */
function variants(text: string): string[] {
  const bare = text
    .replace(/^(?:_|(?:From|To) )/, '')
    .replace(/\s*(?:\*+|<[\w.]+>|\[[^[\]]{1,6}\])$/, '')
    .replace(/\s*[([][^()[\]]*\d{4}[^()[\]]*[)\]]\s*$/, '')
  const whole = bare
    .replace(/(?<=,)(?=\p{L})|(?<=\.)(?=\p{L}{2})/gu, ' ')
    .replace(/(?<!\p{L})(?:Rep|Dem|Fed|Prov|I\.R)(?:\.|$)/gu, (word) => IN_FULL[word] ?? word)
  const [, name, form] = /^([^,]+), ((?:\S+ )*(?:of|of the|The))$/i.exec(whole) ?? []
  const turned = name === undefined ? [] : [`${form} ${name}`]
  const state = STATE.test(form ?? '') ? [name!] : []
  // `CN China`, `CN: China`: a code and its name.
  const coded = /^[A-Z]{2,3}(?:: ?| - | )(\p{Lu}\p{L}.*)$/u.exec(bare)?.[1]
  // Japan's `105_中華人民共和国`: an office's own number and the name.
  const numbered = /^\d{2,5}[_ ](\P{ASCII}.*)$/u.exec(bare)?.[1]
  return [
    bare,
    whole,
    ...turned,
    ...state,
    ...[coded, numbered].flatMap((each) => each ?? []),
  ].filter((each) => each !== text)
}

/** The forms of states as the IMF cuts them short. */
const IN_FULL: Readonly<Record<string, string>> = {
  'Rep.': 'Republic',
  Rep: 'Republic',
  'Dem.': 'Democratic',
  'Fed.': 'Federated',
  'Prov.': 'Province',
  'I.R.': 'Islamic Republic',
}

/** `Poland, Republic of`, `Netherlands, The`: forms that tell no two states of one name apart, as `Democratic` does. */
const STATE =
  /^(?:the|(?:the )?(?:(?:islamic|arab) )?(?:republic|kingdom|principality|union|state) of(?: the)?)$/i

const LANGUAGES =
  'de fr es it pt nl pl ru zh sv nb da fi cs tr uk ko ja hu ro bg el hr sk sl sr lt lv et vi id is th ms az be hy ka kk ky mn tg uz'.split(
    ' ',
  )
/** Shorter names are those of other things, too: Italy is `Ý` in Vietnamese. */
const SHORTEST = 3
const load = createRequire(import.meta.url)
let names: Map<string, string> | undefined

/** ISO 3166 codes by the names of countries in other languages. */
function foreignNames(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const language of LANGUAGES) {
    countries.registerLocale(load(`i18n-iso-countries/langs/${language}.json`))
    for (const [alpha2, all] of Object.entries(countries.getNames(language, { select: 'all' }))) {
      const code = countries.alpha2ToAlpha3(alpha2)
      for (const name of all.map(fold)) {
        const isName = name.length >= SHORTEST || !/^[\p{Script=Latin}]/u.test(name)
        if (code && isName && !names.has(name)) names.set(name, code)
      }
    }
  }
  return names
}

/** No spelling is longer, with all that may stand behind it. */
const LONGEST = 400

/** A country by any of its spellings. */
export function countryOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const { codeOf: codes } = listNamed('countries')
  const whole = inWords(text) ?? codes.get(fold(text))
  if (whole !== undefined) return whole
  for (const spelling of variants(text)) {
    const code = codes.get(fold(spelling))
    if (code !== undefined) return code
  }
  for (const spelling of [text, ...variants(text)]) {
    if (/\d/.test(spelling)) continue
    const code = foreignNames().get(fold(spelling))
    if (code !== undefined) return codes.get(fold(code)) ?? code
  }
  return inTwoLanguages(text)
}

/** `Çin-China`, `Chine / China`, `CN-Cina`, `Burma (Myanmar)`: a name twice, or its code, with a dash, a slash or a bracket between. */
function inTwoLanguages(text: string): string | undefined {
  const [, first, second] =
    /^([A-Z]{2}|[^-/]{3,}?)\s*[-/]\s*([^-/]{3,})$/.exec(text) ??
    /^([^()]{3,}?)\s*\(([^()]{3,})\)$/.exec(text) ??
    []
  if (first === undefined || second === undefined) return undefined
  const [one, other] = [first, second].map(countryOf)
  return one === other ? one : undefined
}

/** A short name that is a code, too, but for its capitals: `Nga` is Russia in Vietnamese, `NGA` is Nigeria. */
const inWords = (text: string): string | undefined =>
  /^\p{Lu}\p{Ll}{2}$/u.test(text) ? foreignNames().get(fold(text)) : undefined

/** What is left over of the world, and no group: other areas, not specified, bunkers. */
const LEFT_OVER = /^(?:other|_X|X[X12]|UN\d+)$/

let groups: Set<string> | undefined

/** Codes of several countries: unions, continents, income groups; beside their members they count twice. */
export function groupCodes(): ReadonlySet<string> {
  groups ??= new Set(
    listNamed('countries').rows.flatMap(({ code = '', alpha2, m49 }) => {
      const isGroup = m49 ? code.startsWith('UN') : !LEFT_OVER.test(code)
      return !alpha2 && isGroup ? [code] : []
    }),
  )
  return groups
}

/** The countries that a group of them holds, by their codes; none where a code is no group. */
export const membersOf = (code: string): readonly string[] =>
  listNamed('countries')
    .rows.find((row) => row.code === code)
    ?.members?.split('|') ?? []
