import type { SeriesDraft } from './batch.ts'

/**
 * A series as a sentence names it: what it is called, and its key, to find it by. “Russia: exports to
 * China” (RUS.CHN.X); its key alone where it is called nothing else.
 */
export const seriesName = ({ key, title }: Pick<SeriesDraft, 'key' | 'title'>): string =>
  title === '' || title === key ? `“${key}”` : `“${title}” (${key})`
