import type { SeriesColumns } from '../model/columns.ts'
import { callText } from '../model/expression.ts'
import type { SeriesExpression, Step } from '../model/query.ts'
import { TransformError } from './error.ts'
import { type Line, toColumns, toLine } from './line.ts'
import { findTransform } from './registry.ts'

/**
 * The series after the steps, from left to right. They want all of a series, not a part
 * of its time: growth needs the year before, so `start` and `end` are for the caller to apply to the
 * result.
 * Ids become expressions: `yoy(dataset/key)`. Throws TransformError.
 */
export const applyTransforms = (
  series: readonly SeriesColumns[],
  steps: readonly Step[],
): SeriesColumns[] =>
  steps.length === 0
    ? [...series]
    : steps.reduce<Line[]>(applyStep, series.map(toLine)).map(toColumns)

/**
 * What an expression names, given the stored series. One that works on several together gives one
 * series: `balance(a,b)`; `share(a,b,c)` is the first one's share of the three.
 */
export function evaluate(
  expression: SeriesExpression,
  find: (id: string) => SeriesColumns,
): SeriesColumns[] {
  if (expression.kind === 'series') return [find(expression.id)]
  try {
    return linesOf(expression, (id) => toLine(find(id))).map(toColumns)
  } catch (error) {
    throw error instanceof TransformError ? error.amongSeries() : error
  }
}

function linesOf(expression: SeriesExpression, find: (id: string) => Line): Line[] {
  if (expression.kind === 'series') return [find(expression.id)]
  const lines = applyStep(
    expression.of.flatMap((one) => linesOf(one, find)),
    expression.step,
  )
  return findTransform(expression.step).takes === 'all' ? lines.slice(0, 1) : lines
}

function applyStep(lines: Line[], step: Step): Line[] {
  const { takes, apply } = findTransform(step)
  const ids = lines.map(({ id }) => id)
  return apply(lines, step.argument).map((line, i) => ({
    ...line,
    id: callText(step, takes === 'all' ? [ids[i]!, ...ids.toSpliced(i, 1)] : [ids[i]!]),
  }))
}
