import fc from 'fast-check'

/** One slip in a file that was good: at which of its rows, where in that row, and what comes there. */
export const slips = fc.record({
  kind: fc.constantFrom(
    'cut short',
    'quote more',
    'mark more',
    'cell less',
    'cell more',
    'letter changed',
    'digit lost',
    'joined with the next',
    'doubled',
    'blank line',
    'header again',
    'end lost',
  ),
  row: fc.nat(),
  place: fc.nat(),
  sign: fc.constantFrom(
    '"',
    "'",
    ';',
    ',',
    '\t',
    'x',
    '7',
    ' ',
    '\u0000',
    '\ufffd',
    '-',
    '.',
    '%',
    '#',
    '(',
    'é',
  ),
})
export type Slip = typeof slips extends fc.Arbitrary<infer T> ? T : never

/** The lines of a file, of which those from `first` to before `end` are rows of its table. */
export interface Lines {
  lines: string[]
  /** The rows of names above the first row. */
  header: number
  first: number
  end: number
  delimiter: string
}

/** A damaged file, and which rows of the good one are not whole in it any more. */
export interface Damaged {
  lines: string[]
  rows: number[]
}

export function damaged({ lines, header, first, end, delimiter }: Lines, slip: Slip): Damaged {
  const row = slip.row % (end - first)
  const at = first + row
  const line = lines[at]!
  const place = slip.place % (line.length + 1)
  const [before, behind] = [line.slice(0, place), line.slice(place)]
  const cells = line.split(delimiter)
  const cell = slip.place % cells.length
  const instead = (text: string): Damaged => ({ lines: lines.with(at, text), rows: [row] })
  const put = (...more: string[]): Damaged => ({ lines: lines.toSpliced(at, 0, ...more), rows: [] })
  switch (slip.kind) {
    case 'cut short':
      return instead(before)
    case 'quote more':
      return instead(`${before}"${behind}`)
    case 'mark more':
      return instead(before + delimiter + behind)
    case 'cell less':
      return instead(cells.toSpliced(cell, 1).join(delimiter))
    case 'cell more':
      return instead(
        cells.toSpliced(cell, 0, slip.sign === delimiter ? '' : slip.sign).join(delimiter),
      )
    case 'letter changed':
      return instead(before + slip.sign + behind.slice(1))
    case 'digit lost':
      return instead(before + behind.slice(1))
    case 'joined with the next': {
      const next = at + 1 < end ? lines[at + 1]! : ''
      return {
        lines: lines.toSpliced(at, 2, line + next),
        rows: [row, row + 1].filter((n) => n < end - first),
      }
    }
    case 'doubled':
      return put(line)
    case 'blank line':
      return put('')
    case 'header again':
      return put(...lines.slice(first - header, first))
    default:
      return {
        lines: [...lines.slice(0, at), before],
        rows: Array.from({ length: end - first - row }, (_, i) => row + i),
      }
  }
}
