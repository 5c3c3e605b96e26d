import { statusNamed } from '../codes/status-words.ts'
import { quoted } from '../issues.ts'
import { isFiscalYear } from '../periods/fiscal.ts'
import { isPeriodText } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Emit, Layout, View } from './view.ts'

/** `2023e`, `2023-11 (p)`, `2024F`, `2023/11 p/`: a period, and what is said of its figures. */
const FLAGGED = /^(.*\d)(?: ?[([]([pefr])\.?[)\]]| ([pefr])\/?|([pefr])\/?|(#))$/i

const isPeriod = (text: string): boolean => isPeriodText(text) || isFiscalYear(text)

interface Flagged {
  period: string
  flag: string
}

const MOST_WORDS = 4

/** `Sơ bộ 2024`, `2024 (оценка)`: the same in words. */
function inWords(cell: string): Flagged | undefined {
  const [, period = '', word = ''] = /^(.*\S) ?[(（]([\p{L}\p{M}. ]+)[)）]$/u.exec(cell) ?? []
  const words = cell.split(/\s+/)
  const before = words
    .slice(0, MOST_WORDS)
    .map((_, i) => [words.slice(i + 1).join(' '), words.slice(0, i + 1).join(' ')] as const)
  for (const [text, said] of [[period, word] as const, ...before]) {
    const status = said === '' ? undefined : statusNamed(said)
    if (status !== undefined && isPeriod(text))
      return { period: text, flag: status === 'A' ? '' : status.toLowerCase() }
  }
  return undefined
}

const split = (cell: string): Flagged | undefined => inLetters(cell) ?? inWords(cell.trim())

const inLetters = (cell: string): Flagged | undefined => {
  const [, period = '', ...letters] = FLAGGED.exec(cell.trim()) ?? []
  const flag = letters.find((letter) => letter !== undefined)
  return flag !== undefined && isPeriod(period)
    ? { period, flag: flag === '#' ? '*' : flag.toLowerCase() }
    : undefined
}

/** Letters behind the periods in rows say of their figures that they are provisional, estimated, forecast or revised. */
export const flaggedPeriods: Layout = (view, around) => {
  if (tellsColumns(around) || view.roles.includes('status')) return undefined
  if (view.header.some((name) => roleOfHeader(name) === 'status')) return undefined
  const index = periodsOf(view).find((i) => holdsFlags(view, i))
  if (index === undefined) return undefined
  const told = (row: string[], emit: Emit) => {
    const found = split(row[index] ?? '')
    const cells = view.header.map((_, i) => row[i] ?? '')
    emit(found ? [...cells.with(index, found.period), found.flag] : [...cells, ''], -1)
  }
  return {
    ...view,
    header: [...view.header, 'status'],
    roles: [...view.roles, 'status'],
    from: [...view.from, -1],
    ...respread(view, () => told),
    says: [
      ...view.says,
      `${cellsOf(view, index).some(inLetters) ? 'Letters behind' : 'Words at'} the periods in ${quoted(view.header[index]!)} are the status of their figures.`,
    ],
  }
}

/** The columns that are called periods, else all: figures of four digits look like years. */
function periodsOf({ header, roles }: View): number[] {
  const all = header.map((_, i) => i)
  const called = all.filter((i) => (roles[i] ?? roleOfHeader(header[i]!)) === 'period')
  return called.length > 0 ? called : all
}

/** Periods, some with a letter behind them that no period has. */
function holdsFlags(view: View, index: number): boolean {
  const cells = cellsOf(view, index)
  return (
    cells.some((cell) => !isPeriod(cell) && split(cell) !== undefined) &&
    cells.every((cell) => isPeriod(cell) || split(cell) !== undefined)
  )
}
