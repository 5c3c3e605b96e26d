export const count = (n: number): string => n.toLocaleString('en')
export const counted = (n: number, one: string, many: string): string =>
  `${count(n)} ${n === 1 ? one : many}`

/** "and 3 more changes", where not all are shown. */
export const more = (total: number, shown: number, word: string): string[] =>
  total > shown
    ? [`  and ${count(total - shown)} more ${word}${total - shown === 1 ? '' : 's'}`]
    : []
