import { lookUp } from '../../model/look-up.ts'

/** What sources call a status, and its letter. */
const WORDS: Record<string, string> = {
  normal: 'A',
  final: 'A',
  actual: 'A',
  reported: 'A',
  observed: 'A',
  official: 'A',
  confirmed: 'A',
  provisional: 'P',
  preliminary: 'P',
  estimate: 'E',
  estimated: 'E',
  estimation: 'E',
  approximate: 'E',
  derived: 'E',
  nowcast: 'E',
  forecast: 'F',
  projection: 'F',
  imputed: 'I',
  break: 'B',
  'break in series': 'B',
  'break in time series': 'B',
  confidential: 'c',
  revised: 'r',
  sd: 'P',
  'semi-définitif': 'P',
  'no value available': 'O',
  'kein wert vorhanden': 'O',
  'missing value': 'O',
  'time series break': 'B',
  'not available': 'O',
  vorläufig: 'P',
  provisoire: 'P',
  предварительные: 'P',
  初步: 'P',
  geschätzt: 'E',
  estimé: 'E',
  оценка: 'E',
  修订: 'r',
  est: 'E',
  prelim: 'P',
  предварительно: 'P',
  предв: 'P',
  оц: 'E',
  факт: 'A',
  прогноз: 'F',
  prognose: 'F',
  prévision: 'F',
  预测: 'F',
  估计: 'E',
}

/** Whether a text is a word for a status: `estimated`, `Provisional value`. */
export const isStatusWord = (text: string): boolean => statusNamed(text.trim()) !== undefined

/** Whether a text is a letter of a status and none of a frequency, as `M` is, or INSEE's `SD`. */
export const isStatusLetter = (text: string): boolean => /^(?:[ABEFINOPU]|SD)$/.test(text.trim())

/** The letters of a word for a status, without a full stop behind it; undefined for other words. */
export const statusNamed = (text: string): string | undefined => {
  const word = text.toLowerCase().replace(/\.$/, '')
  return (
    lookUp(WORDS, word) ?? lookUp(WORDS, word.replace(/ (?:values?|figures?|data|данные)$/, ''))
  )
}
