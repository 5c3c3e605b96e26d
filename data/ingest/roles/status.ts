import { isStatusLetter } from '../codes/status-words.ts'
import { type ColumnFacts, decides } from '../facts.ts'
import { statusOf } from '../records/status-cells.ts'
import { headerWord } from '../words.ts'
import type { Settling } from './settling.ts'

/** A column that its heading calls one of flags, and that holds none, says nothing of figures: pictures of flags. */
export function settleStatus(settling: Settling): void {
  const { facts, roles, options, says } = settling
  if (!roles.includes('status')) settleLetters(settling)
  const column = facts.columns[roles.indexOf('status')]
  if (!column || column.filled === 0 || options.columns?.[column.name] !== undefined) return
  const { index, name, distinct } = column
  const isStatus = (text: string) =>
    'letters' in statusOf(text, index, { cumulativeC: true, statuses: {} })
  if ([...distinct.keys()].some(isStatus)) return
  roles[index] = 'ignore'
  says.push(`“${name}” holds no status of figures.`)
}

/** A column of letters, most of them `A`, of which no two stand beside one period and key, says how sure figures are: INSEE's `Codes`. */
function settleLetters({ facts, roles, says }: Settling): void {
  const period = roles.indexOf('period')
  const column = facts.columns.find(
    (one) => roles[one.index] === undefined && areLetters(one, facts.rows),
  )
  if (!column || period < 0) return
  const keyed = facts.columns.filter(({ index }) =>
    /^(?:dimension:|series|period)/.test(roles[index] ?? ''),
  )
  const rows = facts.sample.map((row) => [
    keyed.map(({ index }) => row[index]).join('\u001f'),
    row[column.index]!,
  ])
  const normal = rows.filter(([, letter]) => letter === 'A')
  if (!decides(rows, 0, 1) || normal.length * 2 < rows.length) return
  roles[column.index] = 'status'
  says.push(`“${column.name}” holds letters of status, by what stands in it.`)
}

/** All of them `A` say something only below a heading of codes. */
function areLetters({ name, distinct, filled }: ColumnFacts, rows: number): boolean {
  const texts = [...distinct.keys()]
  const isAll = distinct.size > 1 || /^(?:codes?|statuts?|qualité)$/.test(headerWord(name))
  return isAll && filled === rows && distinct.has('A') && texts.every(isStatusLetter)
}
