import { codeOf } from './codes.ts'

const WORDS: [RegExp, string][] = [
  [/re-?export|реэкспорт|复出口/i, 'RX'],
  [/re-?import|реимпорт|复进口/i, 'RM'],
  [/(?<!\p{L})export|экспорт|出口|ausfuhr|exporta/iu, 'X'],
  [/(?<!\p{L})import|импорт|进口|einfuhr|importa/iu, 'M'],
]
const NAMED = new Set(['X', 'M', 'B', 'RX', 'RM'])

/** The flow that a phrase names: `Imported value` is M; undefined where it names none, or more than one. */
export function flowIn(phrase: string): string | undefined {
  const { code, known } = codeOf('flow', phrase)
  if (known) return NAMED.has(code) && !/^\d*$/.test(phrase.trim()) ? code : undefined
  const found = WORDS.filter(([word]) => word.test(phrase)).map(([, flow]) => flow)
  const again = found.find((flow) => flow.length > 1)
  return again ?? (found.length === 1 ? found[0] : undefined)
}
