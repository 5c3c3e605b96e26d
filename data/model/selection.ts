/** Series of a dataset by their codes, as a sum names them: `sum(dataset/flow=X;partner=RUS)`. */
export interface Selection {
  dataset: string
  codes: Record<string, string>
}

const SIGNS = '[^\\s(),:/;=]+'
const CODE = `${SIGNS}=${SIGNS}`
const PATTERN = new RegExp(`^sum\\((${SIGNS})/(${CODE}(?:;${CODE})*)\\)$`, 'u')

/** Undefined where a text is no sum over a selection, as of series that are listed. */
export function parseSelection(text: string): Selection | undefined {
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const pairs = match[2]!.split(';').map((pair) => pair.split('=') as [string, string])
  return { dataset: match[1]!, codes: Object.fromEntries(pairs) }
}
