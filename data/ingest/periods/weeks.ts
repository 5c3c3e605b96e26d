import type { Day } from '../../model/day.ts'
import { weekday } from './days-in-months.ts'

const ENDS =
  /(?<!\p{L})(?:weeks? ?[-_/]?(?:end(?:ed|ing|s)?|to)|w ?\/ ?e|woche bis|semaine (?:finissant|se terminant)|semana (?:que termina|terminada)|недел\p{L}+,? (?:по|заканчива\p{L}+|оканчива\p{L}+))(?!\p{L})/iu
const BEGINS =
  /(?<!\p{L})(?:weeks? ?[-_/]?(?:begin(?:ning|s)?|commencing|of|start(?:ing|s)?|from)|w ?\/ ?[bc]|woche (?:ab|vom|von)|semaine (?:du|commençant)|semana (?:del|que empieza)|недел\p{L}+,? (?:с|начина\p{L}+))(?!\p{L})/iu

/** Which end of its week a day stands for below such a heading: `Week ending`, `w/c`; undefined for other headings. */
export function weekEnd(heading: string): 'begins' | 'ends' | undefined {
  const words = heading.replaceAll('_', ' ')
  if (ENDS.test(words)) return 'ends'
  return BEGINS.test(words) ? 'begins' : undefined
}

/** Watches days pass, of which each may stand for its week. */
export interface Weekdays {
  see(day: Day | undefined): void
  /** The weekday that all of them are, 1 for Monday; undefined where they are not, or are one day. */
  result(): number | undefined
}

export function createWeekdays(): Weekdays {
  let first: Day | undefined
  let isOne = true
  let isSeveral = false
  return {
    see(day) {
      if (!isOne) return
      first ??= day
      isOne = day !== undefined && weekday(day) === weekday(first!)
      isSeveral ||= day !== first
    },
    result: () => (isOne && isSeveral ? weekday(first!) : undefined),
  }
}

/** `lada: (Russia)`: what was searched for, and where, below which weeks begin on Sundays. */
const SEARCHED = /: \([^()]+\)$/

/**
 * Which end of its week a day stands for below `Week` alone: those of the calendar begin on Mondays, and searches are
 * counted from Sundays; undefined where only a person knows.
 */
export function weekEndOf(day: number, headings: readonly string[]): 'begins' | undefined {
  const isSearches = day === 7 && headings.some((name) => SEARCHED.test(name))
  return day === 1 || isSearches ? 'begins' : undefined
}
