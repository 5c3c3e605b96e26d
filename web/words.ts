/** Thousands stand apart by U+202F, so that one form serves every reader. */
const THIN = '\u202f'

/** A count: 1 341. */
export const whole = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, THIN)

/** "1 series", "214 series"; "1 figure", "11 figures". */
export const counted = (n: number, one: string, many: string): string =>
  `${whole(n)} ${n === 1 ? one : many}`

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-03-10` as "10 Mar 2026". */
export function dayWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** An instant as the reader's own clock shows it: "23 Nov 2026, 19:02". */
export function instantWords(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`
}
