/** Codes that stand for all of a dimension, beside its parts. */
const WHOLES = new Set(['W00', 'TOTAL', '_T'])

/** Whether a code of a dimension is the total of the others. Flows have sums of their own. */
export const isWhole = (dimension: string, code: string): boolean =>
  dimension !== 'flow' && WHOLES.has(code.toUpperCase())
