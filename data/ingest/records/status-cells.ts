import { lookUp } from '../../model/look-up.ts'
import { STATUS_WORDS } from '../../model/status.ts'
import { statusNamed } from '../codes/status-words.ts'
import { quoted } from '../issues.ts'
import type { Mapping } from '../mapping.ts'
import { missingStatus } from '../numbers/missing.ts'
import type { BadCell } from './cells.ts'

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
