import { parseDay } from '../../data/model/day.ts'
import { numberText } from '../../data/model/numbers.ts'
import type { Reading } from '../../data/model/report.ts'
import { dateWords, spelledPeriod } from '../words.ts'

type Column = Reading['columns'][number]

/**
 * One cell of a column and what it is taken for: "2023-11" is Nov 2023, "1.234,5" is 1 234.5. As the
 * reading says it where it does, else for plain days, periods and numbers; null for texts, and while a
 * question on the column is open.
 */
export function readsOf(
  column: Column,
  decimalMark: Reading['decimalMark'],
  isAsked = false,
): { cell: string; reads: string } | null {
  const cell = column.examples.find((example) => example.trim() !== '')
  if (cell === undefined || isAsked) return null
  if (column.reads) return { cell, reads: column.reads }
  const reads = plainly(cell.trim(), column.role, decimalMark)
  return reads === null ? null : { cell, reads }
}

function plainly(cell: string, role: Column['role'], mark: Reading['decimalMark']): string | null {
  switch (role) {
    case 'period_start':
    case 'period_end':
    case 'published':
      return parseDay(cell) === undefined ? null : dateWords(cell)
    case 'period': {
      const words = spelledPeriod(cell)
      return words === cell && !/^\d{4}$/.test(cell) ? null : words
    }
    case 'value':
      return plainNumber(cell, mark)
    default:
      return null
  }
}

function plainNumber(cell: string, mark: Reading['decimalMark']): string | null {
  const text = mark === ',' ? cell.replaceAll('.', '').replace(',', '.') : cell.replaceAll(',', '')
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return null
  return numberText(Number(text), { decimals: text.split('.')[1]?.length ?? 0 })
}
