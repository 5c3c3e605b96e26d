import type { Question, ReadingOptions, Role } from '../../model/report.ts'
import type { Profile } from '../profile.ts'

/** Hands on one record in long form, and the file's column of its value; -1 where it is the record's own. */
export type Emit = (row: string[], column: number) => void
/** What a record of the file becomes. The row that is handed on may be used again. */
export type Spread = (row: string[], emit: Emit) => void

/**
 * A table on its way through the layouts. In the end each record tells of one period, whatever the file
 * looks like: what follows knows only this form.
 */
export interface View {
  header: string[]
  /** The role of a column where its layout knows it. */
  roles: (Role | undefined)[]
  /** The file's column that each comes from; -1 where it is made. */
  from: number[]
  /** Some rows, to look at. */
  rows: string[][]
  /** Null where records stay as they are. */
  spread: Spread | null
  /** Observations that one record tells, for each value column. */
  fan: number
  /** Roles of the file's columns that became something else. */
  spent: Map<number, Role>
  /** Columns of the file that are read as another is: those of a second table beside the first. */
  twins?: ReadonlyMap<number, number>
  constants: Record<string, string>
  says: string[]
  questions: Question[]
}

/** The names of columns in levels: the name of each level, '' where it has none, and what each column is in it. */
export interface Levels {
  /** Columns at the left that have one name. */
  left: number
  names: string[]
  codes: string[][]
}

/** What a layout may look at beside the table. */
export interface Surroundings {
  options: ReadingOptions
  /** What a person says of columns is no other thing than the layouts do. */
  isAsLaid?: boolean
  /** Lines above the header, and the name of the file. */
  above: string[]
  /** All rows of the table are at hand. */
  isWhole: boolean
  /** Lines among and below the rows, as far as they were looked at. */
  notes: string[]
  fileName: string
  profile?: Profile
  levels?: Levels
}

/** Gives the table in its own form; undefined where the table is not laid out so. */
export type Layout = (view: View, around: Surroundings) => View | undefined
