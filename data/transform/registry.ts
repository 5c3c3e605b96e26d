import { nearest } from '../model/nearest.ts'
import type { Step } from '../model/query.ts'
import { balance } from './balance.ts'
import { change } from './change.ts'
import { difference } from './difference.ts'
import { TransformError } from './error.ts'
import type { Line } from './line.ts'
import { pop } from './pop.ts'
import { rebase } from './rebase.ts'
import { share } from './share.ts'
import { sum } from './sum.ts'
import { sum12 } from './sum12.ts'
import { yoy } from './yoy.ts'
import { ytd } from './ytd.ts'

export interface Transform {
  /** What it makes, in words: "change on a year earlier". */
  label: string
  /** How its argument is written, where it takes one. */
  argument?: { label: string; example: string }
  /** Works on each line alone, or on all together: then it gives one, or one for each. */
  takes: 'each' | 'all'
  apply(lines: readonly Line[], argument: string | null): Line[]
}

const each = (
  label: string,
  apply: (line: Line, argument: string | null) => Line,
  argument?: Transform['argument'],
): Transform => ({
  label,
  ...(argument && { argument }),
  takes: 'each',
  apply: (lines, given) => lines.map((line) => apply(line, given)),
})

const all = (label: string, apply: (lines: readonly Line[]) => Line[]): Transform => ({
  label,
  takes: 'all',
  apply,
})

/** Every transformation by the name that a query calls it. */
export const transforms: Readonly<Record<string, Transform>> = {
  yoy: each('change on a year earlier', yoy),
  change: each('difference on a year earlier', change),
  pop: each('change on the period before', pop),
  index: each('index', (line, base) => rebase(line, base ?? ''), {
    label: 'base period',
    example: '2021-12',
  }),
  ytd: each('January to date', ytd),
  sum12: each('sum of twelve months', sum12),
  difference: each('months derived from cumulative figures', difference),
  share: all('share of the sum of the series', share),
  sum: all('sum of the series', (lines) => [sum(lines)]),
  balance: all('first series less the second', (lines) => [balance(lines)]),
}

/** The transformation of a step. Throws TransformError `unknown-transform`, `missing-argument`, `bad-argument`. */
export function findTransform({ name, argument }: Step): Transform {
  const transform = Object.hasOwn(transforms, name) ? transforms[name] : undefined
  const names = Object.keys(transforms)
  if (!transform) {
    const near = nearest(name, names)
    const hint = near ? `Did you mean "${near}"?` : `There are ${names.join(', ')}.`
    throw new TransformError(
      'unknown-transform',
      `There is no transformation "${name}". ${hint}`,
      near,
    )
  }
  if (argument !== null && !transform.argument) {
    throw new TransformError('bad-argument', `${name} takes no argument; write it without ":".`)
  }
  if (argument === null && transform.argument) {
    const { label, example } = transform.argument
    throw new TransformError('missing-argument', `${name} needs its ${label}: ${name}:${example}.`)
  }
  return transform
}
