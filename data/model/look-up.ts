/**
 * What a record itself has under a word that somebody else wrote: `constructor` may be the heading of a
 * column, and every object has something under it.
 */
export const lookUp = <T>(
  record: Readonly<Record<string, T>> | undefined,
  word: string,
): T | undefined => (record !== undefined && Object.hasOwn(record, word) ? record[word] : undefined)
