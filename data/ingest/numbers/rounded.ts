import { fileNumber } from '../../model/numbers.ts'
import type { Issue } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import type { ValueColumn } from '../mapping.ts'
import type { ParsedNumber } from './numbers.ts'

/** Collects numbers of more digits than are kept: one warning for each column. */
export interface Rounded {
  see(cell: string, column: ValueColumn, number: ParsedNumber, line: number): void
  issues(): Issue[]
}

export function createRounded(): Rounded {
  const first = new Map<string, { cell: string; kept: string; line: number; count: number }>()
  return {
    see(cell, { name }, { value, decimals }, line) {
      const known = first.get(name)
      if (known) known.count++
      else first.set(name, { cell: cell.trim(), kept: fileNumber(value, decimals), line, count: 1 })
    },
    issues: () =>
      [...first].map(([column, { cell, kept, line, count }]) => ({
        severity: 'warning',
        line,
        column,
        code: 'digits-lost',
        message: `${quoted(cell)} has more digits than are kept of a number, about sixteen: it is taken as ${kept}.${countWords(count)}`,
        value: cell,
      })),
  }
}

const countWords = (count: number): string =>
  count === 1 ? '' : ` So are ${(count - 1).toLocaleString('en')} more of this column.`
