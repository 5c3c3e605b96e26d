import { kindOf } from './cells.ts'
import type { Aside } from './table.ts'

/** A text without its comments. */
interface Uncommented {
  /** Lines that are comments are empty. */
  text: string
  /** Those above the table without their marks, and how many lines these and blank ones take. */
  above: Aside[]
  linesAbove: number
  hasComments: boolean
}

/** `#原油,88.2`: a part of the row above, as China's offices mark it. */
const PART = /^#\s?\p{Script=Han}.*[,;\t]"?-?\d/mu

/** An error of a spreadsheet, or a number: `#N/A|2020|12.5`, `#1 Crude oil|2020|88.2`. */
const isNoComment = (line: string): boolean =>
  /^#\d/.test(line) || kindOf(/^[^,;\t|]+/.exec(line)?.[0] ?? '') === 'empty'

/** Whether a line that begins with # is a row: as many signs part it as the names, and these are bars, or no comment begins so. */
function isRowBelow(names: string, line: string): boolean {
  const isParted = (sign: string) => {
    const count = names.split(sign).length
    return count > (sign === '|' ? 1 : 2) && line.split(sign).length === count
  }
  return isParted('|') || (isNoComment(line) && [',', ';', '\t'].some(isParted))
}

/** Lines that begin with # are comments where they stand above the table, or are its lesser part. */
export function withoutComments(text: string): Uncommented {
  const none = { text, above: [], linesAbove: 0, hasComments: false }
  if (!/^#/m.test(text) || PART.test(text)) return none
  const lines = text.split('\n')
  const isComment = (line: string) => line.startsWith('#')
  const first = lines.findIndex((line) => line.trim() !== '' && !isComment(line))
  const below = lines.slice(first).filter(isComment)
  const hasRows = below.some((line) => isRowBelow(lines[first]!, line))
  const inside = hasRows ? 0 : below.length
  const others = lines.filter((line) => line.trim() !== '' && !isComment(line)).length
  if (first === -1 || inside >= others) return none
  return {
    text: lines
      .map((line, i) => (isComment(line) && (i < first || !hasRows) ? '' : line))
      .join('\n'),
    above: lines.slice(0, first).flatMap((line, i) => {
      const said = isComment(line) ? line.replace(/^#+\s*/, '').trim() : ''
      return said === '' ? [] : [{ line: i + 1, text: said }]
    }),
    linesAbove: first,
    hasComments: !hasRows,
  }
}
