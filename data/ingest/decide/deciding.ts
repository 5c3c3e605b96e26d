import type { Question, ReadingOptions } from '../../model/report.ts'

/** What the steps that decide how cells are read share. */
export interface Deciding {
  options: ReadingOptions
  questions: Question[]
  says: string[]
  /** More rows may settle what is open now. */
  undecided: boolean
  /** Every record is looked at, not the first ones alone. */
  isThorough: boolean
}

/** What a person answered, of one column or of all. */
export const answerTo = (
  { answers }: ReadingOptions,
  code: string,
  column: string,
): string | undefined => answers?.[`${code}:${column}`] ?? answers?.[code]
