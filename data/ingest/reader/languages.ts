import { TRADE_WORDS } from './trade-words.ts'

/** Languages that trade files are written in. */
const LANGUAGES = (
  'en de fr es pt it nl sv da nb fi is pl cs sk hu ro hr sl sq tr ru uk bg sr mk be kk el lt lv et ' +
  'zh-Hans zh-Hant ja ko vi th he ar'
).split(' ')

const SPOKEN = 'en de fr es pt it nl sv da fi pl cs hu ro tr ru uk el zh ja ko ar he th vi hi id fa'

/** How the letters of a language follow each other, as far as names of places, months and money tell. */
export interface Language {
  /** Times that a letter and a pair of letters were seen; a blank stands for the edge of a word. */
  seen: ReadonlyMap<string, number>
  letters: number
  /** Its words as far as they are known, in small letters. */
  words: ReadonlySet<string>
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
  const words = new Set<string>()
  let letters = 0
  for (const word of namesIn(tag).split(/[^\p{L}\p{M}]+/u)) {
    const whole = [...word].map(small)
    words.add(whole.join(''))
    let before = ' '
    count(before)
    for (const letter of whole) {
      count(letter)
      count(before + letter)
      before = letter
      letters++
    }
    count(`${before} `)
  }
  return { seen, letters, words }
}

let learnt: Language[] | undefined

/** Learnt when the first file needs them, from the names that Unicode's data holds on every machine. */
export const languages = (): Language[] => {
  learnt ??= LANGUAGES.map(learn)
  return learnt
}
