import type { Issue } from '../model/report.ts'
import { Unreadable } from './unreadable.ts'

/** Figures that are wrong up to which a file is read on, whatever the others are. */
const MANY = 500_000

/**
 * Whether most of very many figures are wrong: a file is not meant as it is read then, and a list of
 * millions of issues helps nobody.
 */
export const isMostlyBad = (wrong: number, read: number): boolean =>
  wrong >= MANY && 2 * wrong >= read

/** What is wrong with such a file, by the first of its issues. */
export function mostlyBad(wrong: number, read: number, [first]: readonly Issue[]): Unreadable {
  const { line, message, value } = first!
  const [a, b, at] = [wrong, read, line].map((count) => count.toLocaleString('en'))
  return new Unreadable(
    'mostly-wrong',
    `${a} of the first ${b} figures are wrong, so nothing further was read. The first is on line ${at}: ${message} Say what the columns are, or how the file writes its numbers and periods, or mend it, and import it again. Where its good rows are all that is wanted, take the others out of the file first.`,
    line,
    value,
  )
}
