import { lookUp } from '../model/look-up.ts'
import { STATUS_WORDS } from '../model/status.ts'
import type { BadCell } from './cells.ts'
import { quoted } from './issues.ts'
import type { Mapping } from './mapping.ts'
import { missingStatus } from './missing.ts'

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

/**
 * The status letters of a cell, spelled as they are or as the source's own are told; a mark for missing
 * says why. `C` is A where it only says "cumulative".
 */
export function statusOf(
  value: string,
  column: number,
  { cumulativeC, statuses }: Pick<Mapping, 'cumulativeC' | 'statuses'>,
): { letters: string } | BadCell {
  const text = value.trim()
  if (text === '' || (cumulativeC && text === 'C')) return { letters: 'A' }
  const told = lookUp(statuses, text)
  if (told !== undefined) return { letters: told || 'A' }
  // A star explains a figure, or says instead of one that it is kept back: beside one it is the former.
  if (/^[*†‡]+$/.test(text)) return { letters: '*' }
  const letters =
    statusNamed(text) ?? text.replace(/^:\s?(?=\p{L})/u, '').replaceAll(/[\s,;|()]/g, '')
  const wrong = [...letters].find((letter) => !(letter in STATUS_WORDS))
  if (wrong === undefined) return { letters }
  const missing = missingStatus(text)
  if (missing !== undefined) return { letters: missing }
  const message = `${quoted(text)} is no status: use SDMX's letters, such as A (normal), P (provisional), E (estimated).`
  return { column, code: 'bad-status', message, value }
}
