/**
 * The letters of SDMX's CL_OBS_STATUS (2.2, capitals) and of Eurostat's flags (small letters), in words.
 * A status is a set of letters and keeps its spelling: `bu` stays `bu`.
 */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  A: 'normal',
  B: 'break in the series',
  D: 'definition differs',
  E: 'estimated',
  F: 'forecast',
  G: 'experimental',
  H: 'missing, holiday or weekend',
  I: 'imputed',
  J: 'derogation',
  K: 'included in another category',
  L: 'missing, not collected',
  M: 'missing, cannot exist',
  N: 'not significant',
  O: 'missing',
  P: 'provisional',
  Q: 'missing, suppressed',
  S: 'special event',
  U: 'low reliability',
  V: 'not validated',
  W: 'includes another category',
  b: 'break in the series',
  c: 'confidential',
  d: 'definition differs',
  e: 'estimated',
  f: 'forecast',
  n: 'not significant',
  p: 'provisional',
  r: 'revised',
  s: 'estimated by Eurostat',
  u: 'low reliability',
  z: 'not applicable',
}

/**
 * The status of a withdrawal: the telling of a file that replaces a series and does not tell a period.
 * It ends all that earlier imports told of the period, whatever their days; it is no code of SDMX's,
 * and never stands beside a value.
 */
export const WITHDRAWN = 'withdrawn'

/** Whether the set has one of the letters. */
function hasStatus(status: string, letters: string): boolean {
  for (const letter of status) if (letters.includes(letter)) return true
  return false
}

/** Estimated, imputed or forecast: not what the source observed. Never replaces a reported value. */
export const isEstimated = (status: string): boolean => hasStatus(status, 'EFIefs')

export const isProvisional = (status: string): boolean => hasStatus(status, 'Pp')

/** Nothing to say of it. */
export const isNormal = (status: string): boolean => status === 'A' || status === ''

/** "estimated, break in the series"; "" for a normal one; a letter that nobody knows stays a letter. */
export function statusWords(status: string): string {
  if (isNormal(status)) return ''
  if (status === WITHDRAWN) return WITHDRAWN
  return [...status]
    .filter((letter) => letter !== 'A')
    .map((letter) => STATUS_WORDS[letter] ?? letter)
    .join(', ')
}

/** The set with a letter more; the A of a normal one goes. */
export const addStatus = (status: string, letter: string): string =>
  status.includes(letter) ? status : isNormal(status) ? letter : status + letter

/** From the gravest doubt to none. */
const DOUBTS = [
  ['E', isEstimated],
  ['P', isProvisional],
  ['U', (status: string) => hasStatus(status, 'Uu')],
  ['B', (status: string) => hasStatus(status, 'Bb')],
  ['D', (status: string) => hasStatus(status, 'Dd')],
] as const

/** How grave a doubt about a value is: 0 is the gravest, `NO_DOUBT` none. */
export function doubtOf(status: string): number {
  const at = DOUBTS.findIndex(([, holds]) => holds(status))
  return at < 0 ? NO_DOUBT : at
}

export const NO_DOUBT: number = DOUBTS.length

/** The letter of a doubt; A where there is none. */
export const letterOf = (doubt: number): string => DOUBTS[doubt]?.[0] ?? 'A'

/** The one letter for a value computed from others: the gravest doubt about any of them, else A. */
export const worstStatus = (statuses: readonly string[]): string =>
  letterOf(statuses.reduce((worst, status) => Math.min(worst, doubtOf(status)), NO_DOUBT))
