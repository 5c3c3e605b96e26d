import { codeOf } from './ingest/codes/codes.ts'

export { nameOf } from './ingest/codes/codes.ts'

/** The codes that some texts stand for, by dimension: `{partner: 'China'}` gives `{partner: 'CHN'}`. */
export const codesOf = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([dimension, text]) => [dimension, codeOf(dimension, text).code]),
  )
