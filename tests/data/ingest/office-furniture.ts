/** What offices put around and between the cells of a table, and that says nothing of its figures. */
export const FURNITURE = [
  'empty cells behind',
  'an empty column before',
  'numbers of rows',
  'a reporter',
  'a unit in each row',
  'names on each page',
  'blank lines between',
  'notes between rows',
] as const
export type Furniture = (typeof FURNITURE)[number]

interface Room {
  /** Rows of names above the first row of figures. */
  header: number
  /** The heading of units and the unit, where the table has one. */
  unit: [heading: string, text: string] | undefined
}

const PER_PAGE = 4

/** A column before the others: its name in the last row of names, its cells below. */
const before = (table: string[][], header: number, name: string, cell: (row: number) => string) =>
  table.map((row, i) => {
    if (i < header - 1) return ['', ...row]
    return [i === header - 1 ? name : cell(i - header), ...row]
  })

const PUT: Record<Furniture, (table: string[][], room: Room) => string[][]> = {
  'empty cells behind': (table) => table.map((row) => [...row, '', '']),
  'an empty column before': (table) => table.map((row) => ['', ...row]),
  'numbers of rows': (table, { header }) => before(table, header, 'No.', (row) => String(row + 1)),
  'a reporter': (table, { header }) => before(table, header, 'Reporter', () => 'KGZ'),
  'a unit in each row': (table, { header, unit }) =>
    unit ? before(table, header, unit[0], () => unit[1]) : table,
  'names on each page': (table, { header }) => {
    const names = table.slice(0, header)
    const isPage = (i: number) => i >= header && (i - header) % PER_PAGE === 0
    return table.flatMap((row, i) => (isPage(i) ? [...names, row] : i < header ? [] : [row]))
  },
  'blank lines between': (table, { header }) =>
    table.flatMap((row, i) => (i > header && (i - header) % PER_PAGE === 0 ? [[], row] : [row])),
  'notes between rows': (table, { header }) =>
    table.flatMap((row, i) =>
      i > header && (i - header) % PER_PAGE === 0 ? [['* Figures are provisional.'], row] : [row],
    ),
}

/** A table with some of these. */
export const furnished = (
  table: string[][],
  furniture: readonly Furniture[],
  room: Room,
): string[][] => furniture.reduce((rows, name) => PUT[name](rows, room), table)
