import { codeOf, hasCode } from '../codes/codes.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { isPeriodText } from '../periods/read.ts'
import { lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { isFigure, isSumOf } from './sum-of.ts'
import { tellsColumns } from './told-columns.ts'
import type { Layout, Spread } from './view.ts'

const isName = (cell: string): boolean =>
  /\p{L}/u.test(cell) && !isPieceHeader(cell) && !isPeriodText(cell)

/** What is left of others, or all of them, is of more than the row above it. */
const isOfMore = (name: string): boolean =>
  isTotalWord(name) || codeOf('partner', name).code === 'other'

/** Names that come again, always the same ones in the same order, two or more, each time below another; none where they do not. */
function partsIn(names: readonly string[]): ReadonlySet<string> {
  const again = new Set(names.filter((name, i) => names.indexOf(name) < i))
  const runs: string[][] = []
  for (const [i, name] of names.entries()) {
    if (!again.has(name)) continue
    if (i > 0 && again.has(names[i - 1]!)) runs.at(-1)!.push(name)
    else runs.push([name])
  }
  const kinds = new Set(runs.map((run) => run.join('\n')))
  const areParts = again.size > 1 && runs.length > 1 && kinds.size === 1 && !again.has(names[0]!)
  return areParts && runs[0]!.length === again.size && ![...again].some(isOfMore)
    ? again
    : new Set()
}

/** Whether all parts are flows, and each row above them their sum: a country's trade above its exports and imports. */
function areFlows(rows: readonly string[][], parts: ReadonlySet<string>): boolean {
  if (![...parts].every((name) => hasCode('flow', name))) return false
  const wholes = rows.flatMap((row, i) => (parts.has(nameOf(row)) ? [] : [i]))
  return wholes.every((i) => {
    const below = rows.slice(i + 1, i + 1 + parts.size)
    const columns = rows[i]!.flatMap((cell, at) => (at > 0 && isFigure(cell) ? [at] : []))
    return (
      below.every((row) => parts.has(nameOf(row))) &&
      columns.every((at) =>
        isSumOf(
          rows[i]![at]!,
          below.map((row) => row[at] ?? ''),
        ),
      )
    )
  })
}

const nameOf = (row: readonly string[]): string => (row[0] ?? '').trim()

/**
 * Rows that come again below each of others, which have figures of their own: `Credit` and `Debit` below each
 * account. They are told apart by the name above them.
 */
export const belowWholes: Layout = (view, around) => {
  const [named = '', ...others] = view.header
  if (tellsColumns(around) || others.length === 0) return undefined
  if (!others.every((name) => isPeriodText(name) || name.trim() === '')) return undefined
  const names = lookedAt(view.rows).map(nameOf).filter(Boolean)
  const parts = names.every(isName) ? partsIn(names) : new Set<string>()
  if (parts.size === 0) return undefined
  const hasFlows = areFlows(lookedAt(view.rows), parts)
  const join = (): Spread => {
    let whole = ''
    return (row, emit) => {
      const name = nameOf(row)
      const isPart = parts.has(name) && whole !== ''
      if (!isPart) whole = name
      if (hasFlows) emit([whole, ...row.slice(1), isPart ? name : 'T'], -1)
      else emit(isPart ? row.with(0, `${whole}, ${name}`) : row, -1)
    }
  }
  return {
    ...view,
    ...(hasFlows && {
      header: [...view.header, 'flow'],
      roles: [...view.roles, 'dimension:flow' as const],
      from: [...view.from, -1],
    }),
    ...respread(view, join),
    says: [
      ...view.says,
      `Names that come again in ${quoted(named)} are parts of the row above them: ${[...parts].map(quoted).join(', ')}.`,
    ],
  }
}
