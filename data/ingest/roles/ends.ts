import { unitOf } from '../../model/period.ts'
import { type ColumnFacts, type Facts, isPeriods } from '../facts.ts'
import { type PeriodSpelling, readPeriod } from '../periods/read.ts'
import { headerWord } from '../words.ts'
import type { Settling } from './settling.ts'

const words = (list: string): RegExp => new RegExp(`(?:^|_)(?:${list})(?=_|$)`)

/** Words of headings for the first and the last day of a period. */
const ENDS: readonly [RegExp, RegExp][] = [
  [words('from|start|starts|begin|begins|beginning'), words('to|until|till|end|ends|ending')],
  [words('с|от|начало|начала'), words('по|до|конец|конца|окончание|окончания')],
  [words('von|vom|beginn|anfang'), words('bis|ende')],
  [words('desde|de|inicio'), words('hasta|a|fin')],
  [words('de|du|début'), words('a|au|fin')],
  [words('od'), words('do')],
  [/^(?:起|自|开始|開始)/, /^(?:止|至|结束|結束)/],
]

/** `from` and `to`, `Datum von` and `Datum bis`, are the ends of a period where both hold periods, and not places. */
export function settleEnds({ facts, roles }: Settling): void {
  const periods = facts.columns.filter(
    (column) => isPeriods(column) && roles[column.index] !== 'published',
  )
  for (const [start, end] of ENDS) {
    for (const from of periods) {
      const rest = restOf(from, start)
      const to = periods.find((column) => column !== from && restOf(column, end) === rest)
      if (rest === undefined || !to || isBesidePeriod(roles, [from, to], rest)) continue
      roles[from.index] = 'period_start'
      roles[to.index] = 'period_end'
      return
    }
  }
}

/** What a heading says beside one of two words; undefined where it does not say it. */
function restOf({ name }: ColumnFacts, word: RegExp): string | undefined {
  const heading = headerWord(name)
  return word.test(heading) ? headerWord(heading.replace(word, '_')) : undefined
}

/** Ends of something, `contract start`, beside a column that calls itself the period are not those of its figures. */
const isBesidePeriod = (roles: Settling['roles'], ends: ColumnFacts[], rest: string): boolean =>
  rest !== '' &&
  roles.some((role, i) => role === 'period' && ends.every(({ index }) => index !== i))

/**
 * Whether each period ends on the day before the one that is told, on which the next begins: all are then of one
 * kind, and none of them is else.
 */
export function endOnTheDayBefore(
  { sample }: Facts,
  [start, end]: readonly [number, number],
  spelling: PeriodSpelling,
): boolean {
  if (start < 0 || end < 0) return false
  const days = sample.map((row) => [start, end].map((i) => readPeriod(row[i] ?? '', spelling)))
  const told = days.flatMap(([from, to]) => (from && to ? [{ from, to }] : []))
  const units = new Set(
    told.map(({ from, to }) => unitOf({ first: from.first, last: to.first - 1 })),
  )
  const begins = new Set(told.map(({ from }) => from.first))
  return (
    units.size === 1 &&
    !units.has('I') &&
    told.every(({ from, to }) => from.first < to.first && to.first === to.last) &&
    told.some(({ to }) => begins.has(to.first))
  )
}
