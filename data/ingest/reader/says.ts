import type { Form } from './form.ts'
import { lineOf } from './tables.ts'

const NAMES: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  ' ': 'blanks',
  ', ': 'commas with a blank',
  '; ': 'semicolons with a blank',
  ':': 'colons',
  '\u001f': 'unit separators',
}

const SHOWN = 60

/** How a file was taken apart, in plain words: one sentence on its form, and one for each thing that is unusual. */
export function formWords(
  form: Form,
  encoding: string,
  which: number | 'all' | undefined,
): string[] {
  const { dialect, table } = form
  const separated =
    form.columns.length === 1
      ? 'one column'
      : `separated by ${NAMES[dialect.delimiter] ?? `“${dialect.delimiter}”`}`
  const says = [`${encoding}, ${separated}, ${headerWords(form)}.`]
  const titles = table.preamble.map(({ cells }) => lineOf(cells)).filter((text) => text !== '')
  if (titles.length > 0) {
    const [first = ''] = titles
    const lines = titles.length === 1 ? 'One line' : `${titles.length} lines`
    const title = first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first
    says.push(
      `${lines} above the table ${titles.length === 1 ? 'was' : 'were'} left out: “${title}”.`,
    )
  }
  if (form.isWrapped) says.push('Each line is in quotes as a whole: they were left out.')
  if (form.isNumbered) says.push('The first column numbers the rows: it is left out.')
  if (dialect.quote === "'") says.push('Texts are quoted by apostrophes.')
  if (dialect.quote !== '' && dialect.escapeChar !== dialect.quote)
    says.push(
      `Quotes inside texts are marked by ${dialect.escapeChar === '\\' ? 'backslashes' : 'NUL bytes'}.`,
    )
  if (form.hasComments) says.push('Lines that begin with # are comments.')
  if (typeof which === 'number') says.push(`Only table ${which} of the file was read.`)
  if (which === 'all') says.push('The tables of the file were read as one.')
  return says
}

function headerWords({ table, columns }: Form): string {
  const lines = table.headerRows.map(({ line }) => line)
  if (lines.length === 1) return `with its header on line ${lines[0]}`
  if (lines.length > 1) return `with its header on lines ${lines.join(' and ')}`
  return columns.some((name) => name !== '') ? 'with its header in a comment' : 'without a header'
}
