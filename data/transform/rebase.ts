import { parsePeriod, type TimePeriod, wholeMonths } from '../model/period.ts'
import { periodWords } from '../model/words.ts'
import { type Amount, amountOf, computed, flipped, missing, said } from './amount.ts'
import { TransformError } from './error.ts'
import { type Figure, type Line, withFigures } from './line.ts'
import { lookup } from './lookup.ts'

/**
 * The line as an index, 100 in the base period, which must be one that it has (or, where amounts add,
 * that its figures fill: `index:2021` of months). Amounts over intervals of unequal length are compared
 * by their average a month, and the note says so; in a cumulative series only the same stretch of each
 * year has an index.
 */
export function rebase(line: Line, argument: string): Line {
  const base = basePeriod(argument)
  const words = said(base, line)
  const amount = lookup(line).amount(base)
  if (!amount) {
    throw new TransformError(
      'no-base',
      `"${line.title}" has no figure for ${words}; ${coverage(line)}.`,
    )
  }
  if (amount.value <= 0) {
    throw new TransformError(
      'no-base',
      `"${line.title}" is not above zero in ${words}; choose another base period.`,
    )
  }
  const figures = line.figures.map((figure) => against(line, figure, base, amount))
  return withFigures(line, figures, {
    title: `${line.title}, index (${words} = 100)`,
    unit: 'index',
    additive: 'none',
  })
}

function basePeriod(argument: string): TimePeriod {
  const base = parsePeriod(argument)
  if (base) return base
  throw new TransformError(
    'bad-argument',
    `"${argument}" is not a period; write the base as index:2021, index:2021-Q4 or index:2021-12.`,
  )
}

function coverage({ figures, cumulative }: Line): string {
  const told = figures.filter(({ value }) => value !== null)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return 'it has none at all'
  return `its figures run from ${periodWords(first.period, { cumulative })} to ${periodWords(last.period, { cumulative })}`
}

function against(line: Line, figure: Figure, base: TimePeriod, baseAmount: Amount): Figure {
  const { period } = figure
  if (figure.value === null) return missing(period, `no figure for ${said(period, line)}`)
  const now = amountOf([figure], line.cumulative)
  const lengths = line.additive === 'sum' ? lengthsOf(period, base) : undefined
  if (lengths && line.cumulative) {
    return missing(period, `not comparable: ${now.words} is not as long as ${baseAmount.words}`)
  }
  const [length, baseLength] = lengths ?? [1, 1]
  const mean = lengths ? ', averages a month' : ''
  return computed(
    period,
    (now.value / length / (baseAmount.value / baseLength)) * 100,
    `${now.words} over ${baseAmount.words}${mean}`,
    [now, baseAmount],
    [...now.bounds, ...(now.value < 0 ? baseAmount.bounds : flipped(baseAmount.bounds))],
  )
}

/** Lengths of two intervals in months (in days' share of them where not whole); undefined where equal. */
function lengthsOf(a: TimePeriod, b: TimePeriod): [number, number] | undefined {
  const months = [wholeMonths(a), wholeMonths(b)]
  const [left, right] = months
  if (left !== undefined && right !== undefined) return left === right ? undefined : [left, right]
  const days: [number, number] = [a.last - a.first + 1, b.last - b.first + 1]
  return days[0] === days[1] ? undefined : [days[0] / 30.436875, days[1] / 30.436875]
}
