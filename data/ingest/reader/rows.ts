import { isYear, type Kind, kindOf } from './cells.ts'

export interface Row {
  cells: string[]
  /** 1-based, as an editor counts. */
  line: number
}

export const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length

export const FIGURES: ReadonlySet<Kind> = new Set(['number', 'date', 'time'])

/** Whether a cell is a figure and no year, which may be a name. */
export const isFigure = (cell: string): boolean => !isYear(cell) && FIGURES.has(kindOf(cell))

/** Whether a cell is not what a comma cut off a sentence. */
export const isNoRest = (cell: string): boolean => !/^ \S/.test(cell)

/** Blanks that keep words on one line are blanks: names are known by their words. */
export const withBlanks = (cell: string): string =>
  cell.replace(/(?<=\S)[\u00a0\u202f\u2007](?=\S)/g, ' ')
