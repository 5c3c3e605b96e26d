import { createRequire } from 'node:module'
// Without the names in eighty languages that its own entry loads at once.
import countries from 'i18n-iso-countries/index.js'
import { fold, listNamed } from '../code-lists.ts'

/** Spellings to try where none is listed: without a colon, the mark of a note or a year in brackets, in the usual order, without its state or its code. */
function variants(text: string): string[] {
  const bare = text
    .replace(/^(?:_|(?:From|To) )/, '')
    .replace(/^(?:в том числе|из них|of which|including|у тому числі|其中)\s*[:：]\s*/iu, '')
    .replace(/\s*[:：]\s*$/, '')
    .replace(/\s*(?:\*+|<[\w.]+>|\[[^[\]]{1,6}\])$/, '')
    .replace(/\s*[([][^()[\]]*\d{4}[^()[\]]*[)\]]\s*$/, '')
  const whole = bare
    // A country of a group: `Saudi Arabia (OPEC)`.
    .replace(/ \((?:non-)?(?:OPEC\+?|OECD|EU|EFTA|ASEAN|EAEU|CIS|GCC|BRICS|NATO|G7|G20)\)$/i, '')
    // As ISO writes them: `Niger (the)`, `Korea (the Republic of)`.
    .replace(/ \(the\)/i, '')
    .replace(/(?<=\bpeople)s'/i, "'s")
    .replace(/ \(([^()]+ of(?: the)?)\)$/, ', $1')
    .replace(/(?<=,)(?=\p{L})|(?<=\.)(?=\p{L}{2})/gu, ' ')
    .replace(
      /(?<!\p{L})(?:Rep|Dem|Fed|Plurin|Boliv|Prov|I\.R)(?:\.|$)/gu,
      (word) => IN_FULL[word] ?? word,
    )
  const [, name, form] = /^([^,]+), ((?:\S+ )*(?:of|of the|The))$/i.exec(whole) ?? []
  const turned = name === undefined ? [] : [`${form!.replace(/^the /, '')} ${name}`]
  const state = STATE.test(form ?? '') ? [name!] : []
  const [, people = '', kind = ''] = /^([^,]+), ?(.+)$/.exec(whole) ?? []
  const republic = REPUBLIC.test(kind)
    ? [`${kind} ${people}`, ...(/^chin/i.test(people) ? [] : [people])]
    : []
  // `CN China`, `CN: China`: a code and its name.
  const coded = /^[A-Z]{2,3}(?:: ?| - | )(\p{Lu}\p{L}.*)$/u.exec(bare)?.[1]
  // Japan's `105_中華人民共和国`, `276 Germany`: an office's own number and the name.
  const numbered = /^(?!(?:19|20)\d\d )\d{2,5}[_ ](\p{Lu}\p{L}.*|\P{ASCII}.*)$/u.exec(bare)?.[1]
  return [
    bare,
    whole,
    ...turned,
    ...state,
    ...republic,
    ...[coded, numbered].flatMap((each) => each ?? []),
  ].filter((each) => each !== text)
}

/** The forms of states as the IMF and the UN cut them short. */
const IN_FULL: Readonly<Record<string, string>> = {
  'Rep.': 'Republic',
  Rep: 'Republic',
  'Dem.': 'Democratic',
  'Fed.': 'Federated',
  'Plurin.': 'Plurinational',
  'Boliv.': 'Bolivarian',
  'Prov.': 'Province',
  'I.R.': 'Islamic Republic',
}

/** `Poland, Republic of`, `Netherlands, The`: forms that tell no two states of one name apart, as `Democratic` does. */
const STATE =
  /^(?:the|(?:the )?(?:(?:islamic|arab) )?(?:republic|kingdom|principality|union|state) of(?: the)?)$/i

/** `Corea, República de`, `Tchèque, République`, `Korea, Republik`: the same in other languages. China's is Taiwan. */
const REPUBLIC =
  /^(?:(?:rep[uú]blica|république|repubblica)(?: (?:unida|unie|unita|bolivariana|isl[aáâ]mica|islamique|[aá]rabe))?(?: (?:de|del|do|da|di|du|des)(?: la| las| los)?)?|(?:(?:islamische|bolivarische|vereinigte) )?republik|republika)$/i

const LANGUAGES =
  'de fr es it pt nl pl ru zh sv nb da fi cs tr uk ko ja hu ro bg el hr sk sl sr lt lv et vi id is th ms az be hy ka kk ky mn tg uz'.split(
    ' ',
  )
/** Languages whose names, as Unicode lists them, are others, too, or are in no list beside. */
const BESIDE =
  'zh-TW zh-HK es pt pt-PT fr de it nl pl id vi cs ja ko tr uk ca hi bn ar fa he ur el th hu fi da nb sv'.split(
    ' ',
  )
/** Shorter names are those of other things, too: Italy is `Ý` in Vietnamese. */
const SHORTEST = 3
/** `Áo`, `Mỹ`: names in Vietnamese, Austria and the United States. Without their accents they are codes of others. */
const isShortName = (text: string) =>
  text.length <= 9 &&
  /^\p{Script=Latin}{2,3}$/u.test(text.normalize('NFC')) &&
  /\p{M}/u.test(text.normalize('NFD'))
/** Marks that are vowels, as in Hindi and Thai: without them Tonga reads as Togo. */
const VOWELS = /(?=\p{M})\P{Script=Inherited}/u
/** Without case and accents, but where they tell names apart. */
const keyOf = (name: string) =>
  isShortName(name) || VOWELS.test(name)
    ? name.normalize('NFC').replaceAll('İ', 'i').toLowerCase()
    : fold(name)
const load = createRequire(import.meta.url)
let names: Map<string, string> | undefined

/** ISO 3166 codes by the names of countries in other languages. */
function foreignNames(): Map<string, string> {
  if (names) return names
  const found = new Map<string, string>()
  const learn = (name: string, code: string | undefined) => {
    const key = keyOf(name)
    const isName = key.length >= SHORTEST || !/^[a-z]+$/.test(key)
    if (code && isName && !found.has(key)) found.set(key, code)
  }
  for (const language of LANGUAGES) {
    countries.registerLocale(load(`i18n-iso-countries/langs/${language}.json`))
    for (const [alpha2, all] of Object.entries(countries.getNames(language, { select: 'all' }))) {
      for (const name of all) learn(name, countries.alpha2ToAlpha3(alpha2))
    }
  }
  for (const language of BESIDE) {
    const inLanguage = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const [alpha2, code] of Object.entries(countries.getAlpha2Codes())) {
      learn(inLanguage.of(alpha2) ?? '', code)
    }
  }
  names = found
  return names
}

/** No spelling is longer, with all that may stand behind it. */
const LONGEST = 400

/** A country by any of its spellings. */
export function countryOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const { codeOf: codes } = listNamed('countries')
  if (isShortName(text)) return foreignNames().get(keyOf(text))
  const whole = inWords(text) ?? codes.get(fold(text))
  if (whole !== undefined) return whole
  for (const spelling of variants(text)) {
    const code = inWords(spelling) ?? codes.get(fold(spelling))
    if (code !== undefined) return code
  }
  for (const spelling of [text, ...variants(text)]) {
    if (/\d/.test(spelling)) continue
    const code = foreignNames().get(keyOf(spelling))
    if (code !== undefined) return codes.get(fold(code)) ?? code
  }
  return inTwoLanguages(text) ?? withComma(text)
}

/** Words that stand behind a comma in names of states. */
const FORM =
  /^(?:the$|rep(?:\.|ublic)|dem\.|democratic|islamic|arab|united|plurinational|bolivarian|fed(?:\.|erated)|RB$|SAR$|hong kong|maca[ou]|taiwan|china$|south$|north$|nes$)/i
const MOST_WORDS = 7

/** `Iran Islamic Rep.`, `China Hong Kong SAR`: a name whose comma was taken for what parts cells. */
function withComma(text: string): string | undefined {
  const words = text.trim().split(/\s+/)
  if (words.length < 2 || words.length > MOST_WORDS || text.includes(',')) return undefined
  for (let cut = 1; cut < words.length; cut++) {
    const form = words.slice(cut).join(' ')
    const code = FORM.test(form)
      ? countryOf(`${words.slice(0, cut).join(' ')}, ${form}`)
      : undefined
    if (code !== undefined) return code
  }
  return undefined
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
    ?.members?.split('|')
    .filter(Boolean) ?? []
