/**
 * The same text in memory of its own. A piece of a long string keeps the whole of it alive: what is
 * kept of a file beyond its batch must be copied, or the file stays in memory.
 */
export const copyOf = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8')
