/** A time of UTC that is midnight somewhere east of it, `21:00:00Z` in Moscow. */
const UTC_HOUR = /[T ](1[3-9]|2[0-3]):(?:00|30)(?::00(?:\.0+)?)?(?: ?(?:Z|UTC|GMT)|\+00(?::?00)?)$/i
/** Clocks are turned by an hour twice a year. */
const TURN = 1

/** Whether a text is of a time at which the next day may begin elsewhere. */
export const isLateInUtc = (text: string): boolean => UTC_HOUR.test(text)

/** Watches times pass, of which each may be the midnight of one place. */
export interface Midnights {
  see(text: string): void
  /** A text of those that may be midnights; undefined where they are not, or are one. */
  result(): string | undefined
}

export function createMidnights(): Midnights {
  const hours = new Set<number>()
  let first: string | undefined
  let areAll = true
  let areSeveral = false
  return {
    see(text) {
      if (!areAll) return
      const hour = UTC_HOUR.exec(text)?.[1]
      areAll = hour !== undefined
      if (hour !== undefined) hours.add(Number(hour))
      first ??= text
      areSeveral ||= text !== first
    },
    result() {
      const isOnePlace = Math.max(...hours) - Math.min(...hours) <= TURN
      return areAll && areSeveral && isOnePlace ? first : undefined
    },
  }
}
