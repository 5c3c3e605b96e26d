import { quoted } from '../issues.ts'
import { plain } from '../periods/names.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Emit, Layout } from './view.ts'

const WORDS = {
  year: /^(?:year|yr|yyyy|год|jahr|ano|annee|年|年份|년|연도|rok|jaar|vuosi|yil|anno)$/,
  month: /^(?:month|mon|mm|месяц|monat|mes|mois|月|月份|월|miesiac|maand|kuukausi|ay|mese)$/,
  day: /^(?:day|dd|день|число|tag|dia|jour|日|일|dzien|dag|paiva|gun|giorno)$/,
}

/** Year, month and day in three columns are one day. */
export const yearMonthDay: Layout = (view, around) => {
  const { profile } = around
  if (tellsColumns(around) || profile) return undefined
  const find = (word: RegExp) => view.header.findIndex((name) => word.test(plain(name)))
  const [year, month, day] = [find(WORDS.year), find(WORDS.month), find(WORDS.day)]
  const all = [year, month, day]
  if (all.includes(-1)) return undefined
  const rest = view.header.flatMap((_, i) => (all.includes(i) ? [] : [i]))
  const join = (row: string[], emit: Emit) => {
    const cell = (i: number) => (row[i] ?? '').trim()
    const number = cell(month).padStart(2, '0')
    const date = /^\d\d$/.test(number)
      ? `${cell(year)}-${number}-${cell(day).padStart(2, '0')}`
      : `${cell(day)} ${cell(month)} ${cell(year)}`
    emit([date, ...rest.map((i) => row[i] ?? '')], -1)
  }
  return {
    ...view,
    header: ['period', ...rest.map((i) => view.header[i]!)],
    roles: ['period', ...rest.map((i) => view.roles[i])],
    from: [view.from[day]!, ...rest.map((i) => view.from[i]!)],
    ...respread(view, () => join),
    spent: new Map([...view.spent, ...all.map((i) => [view.from[i]!, 'period'] as const)]),
    says: [
      ...view.says,
      `${all.map((i) => quoted(view.header[i]!)).join(', ')} are a day together.`,
    ],
  }
}
