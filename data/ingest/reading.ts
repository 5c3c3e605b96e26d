import { dimensionOfRole, type Reading } from '../model/report.ts'
import { shortened } from './issues.ts'
import type { Understood } from './read.ts'
import type { Table } from './reader/table.ts'

const EXAMPLES = 3
const LONGEST = 80

/** How a file was read, for the report: every decision in a sentence, `more` after those of reading. */
export function readingOf(
  { table, view, facts, file, mapped, profile }: Understood,
  more: string[],
): Reading {
  const { mapping, says } = mapped
  const { encoding, delimiter, quote, headerLine } = table.dialect
  const made = view.header.flatMap((name, i) => {
    const role = mapping.roles[i]!
    const tellsApart = role === 'ignore' || dimensionOfRole(role) !== undefined
    return view.from[i]! < 0 && tellsApart
      ? [{ name, role, examples: facts.columns[i]!.examples }]
      : []
  })
  const source = mapping.by === profile?.id ? [`Recognised as ${profile.title}.`] : []
  return {
    encoding,
    delimiter,
    quote,
    headerLine,
    decodings: table.decodings,
    columns: file.header.map((name, i) => ({
      name,
      role: file.roles[view.twins?.get(i) ?? i]!,
      examples: examplesOf(table, i),
    })),
    ...(made.length > 0 && { made }),
    decimalMark: mapping.values[0]?.mark ?? '.',
    by: mapping.by,
    says: [...table.says, ...source, ...says, ...more],
  }
}

/** The first different texts of a column. */
function examplesOf({ sample }: Table, index: number): string[] {
  const seen = new Set<string>()
  for (const row of sample.rows) {
    const cell = row[index]?.trim() ?? ''
    if (cell !== '') seen.add(cell.slice(0, LONGEST))
    if (seen.size === EXAMPLES) break
  }
  return [...seen]
}

const SAMPLE_ROWS = 20

/** The first rows, with as much of each cell as one looks at. */
export const sampleOf = ({ sample }: Table): { line: number; cells: string[] }[] =>
  sample.rows
    .slice(0, SAMPLE_ROWS)
    .map((cells, i) => ({ line: sample.lines[i]!, cells: cells.map(shortened) }))
