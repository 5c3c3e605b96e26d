import { searchText } from './text.ts'

/** More words than anybody means; the rest of a pasted page is not looked for. */
const WORDS = 24

/** The words that a reader typed, in which there is a letter or a digit. */
export const wordsOf = (typed: string): string[] =>
  typed
    .replace(/\p{Cc}/gu, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, WORDS)

/**
 * Words as a question to FTS5: every one, or the beginning of one, must be there. Whatever stands between
 * blanks is quoted, so that `cn-ru`, `a"b`, `AND` and `*` are text, and a Chinese word is its characters
 * in a row. Undefined where no letter or digit is asked for.
 */
export function searchMatch(typed: string): string | undefined {
  const words = wordsOf(typed).map((word) => `"${searchText(word).trim().replaceAll('"', '""')}"*`)
  return words.length === 0 ? undefined : words.join(' ')
}
