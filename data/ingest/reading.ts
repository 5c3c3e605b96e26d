import type { Reading } from '../model/report.ts'
import type { Understood } from './read.ts'
import type { Table } from './table.ts'

const DELIMITERS: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
}

/** How a file was read, for the report: every decision in a sentence, `more` after those of reading. */
export function readingOf({ table, facts, mapped }: Understood, more: string[]): Reading {
  const { mapping, says } = mapped
  const { encoding, delimiter, quote, headerLine } = table.dialect
  const first = `${encoding}, separated by ${DELIMITERS[delimiter] ?? `“${delimiter}”`}, with its header on line ${headerLine}.`
  return {
    encoding,
    delimiter,
    quote,
    headerLine,
    columns: facts.columns.map(({ name, index, examples }) => ({
      name,
      role: mapping.roles[index]!,
      examples,
    })),
    decimalMark: mapping.values[0]?.mark ?? '.',
    by: mapping.by,
    says: [first, ...says, ...more],
  }
}

const SAMPLE_ROWS = 20

export const sampleOf = ({ sample }: Table): { line: number; cells: string[] }[] =>
  sample.rows.slice(0, SAMPLE_ROWS).map((cells, i) => ({ line: sample.lines[i]!, cells }))
