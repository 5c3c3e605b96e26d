/** No title is longer than this in the order of matches. */
const LONGEST = 9999

/**
 * How well series match words that all of them have somewhere, from their titles: above all those that
 * have more of the words in the title, then shorter ones, of which the words say more. Lower is better,
 * and always above 0.
 */
export function ranking(words: readonly string[]): (title: string) => number {
  const asked = words.map((word) => plain(word).trimEnd())
  return (title) => {
    const text = plain(title)
    const absent = asked.filter((word) => !text.includes(word)).length
    return absent * (LONGEST + 1) + Math.min(title.length, LONGEST) + 1
  }
}

/** Words as full-text search compares them, a space before each. */
const plain = (text: string): string =>
  ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}`.replace(/[^\p{L}\p{N}]+/gu, ' ')
