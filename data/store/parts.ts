import { lookUp } from '../model/look-up.ts'
import { QueryError } from '../model/query-error.ts'
import { isWhole } from '../model/whole.ts'

interface Coded {
  dimensions: Record<string, string>
}

/**
 * The series of some that are parts beside one another: those of a total beside its parts are left out.
 * Throws QueryError `overlapping` where codes hold one another in a way that codes do not tell.
 */
export function partsAmong<Series extends Coded>(series: readonly Series[]): Series[] {
  let parts = [...series]
  for (const dimension of dimensionsOf(series)) {
    const beside = parts.filter(
      ({ dimensions }) => !isWhole(dimension, lookUp(dimensions, dimension) ?? ''),
    )
    if (beside.length > 0) parts = beside
    const codes = [
      ...new Set(parts.flatMap(({ dimensions }) => lookUp(dimensions, dimension) ?? [])),
    ]
    if (codes.length > 1) requireApart(dimension, codes)
  }
  return parts
}

const dimensionsOf = (series: readonly Coded[]): Set<string> =>
  new Set(series.flatMap(({ dimensions }) => Object.keys(dimensions)))

function requireApart(dimension: string, codes: string[]): void {
  const lengths = new Set(codes.filter((code) => /^\d+$/.test(code)).map(({ length }) => length))
  const union = codes.find((code) => code.includes('+'))
  const whole =
    dimension === 'flow' ? codes.find((code) => code === 'T' || code === 'B') : undefined
  const why =
    lengths.size > 1
      ? `codes of ${[...lengths].sort((a, b) => a - b).join(' and ')} digits, which hold one another`
      : (union ?? whole) && `${union ?? whole} beside others, which it may hold`
  if (!why) return
  throw new QueryError('overlapping', `What is summed has, as ${dimension}, ${why}.`, {
    param: 'series',
  })
}
