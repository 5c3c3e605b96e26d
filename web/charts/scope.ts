import { parseDay } from '../../data/model/day.ts'
import { parsePeriod } from '../../data/model/period.ts'

/** What the reader asks of every chart of a page: other months, the store as it was known on a day, other events. */
export interface Scope {
  from: string | null
  to: string | null
  asOf: string | null
  /** A category of events, or `none`; null leaves each chart its own. */
  events: string | null
}

export const wholeScope: Scope = { from: null, to: null, asOf: null, events: null }

const READERS = {
  from: { isRead: (text: string) => parsePeriod(text) !== undefined, means: 'period like 2023-11' },
  to: { isRead: (text: string) => parsePeriod(text) !== undefined, means: 'period like 2023-11' },
  asOf: { isRead: (text: string) => parseDay(text) !== undefined, means: 'day like 2023-11-30' },
}

/** The scope that an address says; what cannot be read is not there. */
export function readScope(params: URLSearchParams): Scope {
  const read = (name: keyof typeof READERS) => {
    const text = params.get(name)
    return text && READERS[name].isRead(text) ? text : null
  }
  return {
    from: read('from'),
    to: read('to'),
    asOf: read('asOf'),
    events: params.get('events'),
  }
}

/** What an address says of the scope and cannot be read, a sentence each. */
export const unreadScope = (params: URLSearchParams): string[] =>
  Object.entries(READERS).flatMap(([name, { isRead, means }]) => {
    const text = params.get(name)
    return text && !isRead(text)
      ? [`The address asks for ${name}=${text}, which is no ${means}: it is left out.`]
      : []
  })

export const scopeParams = ({ from, to, asOf, events }: Scope): Record<string, string | null> => ({
  from,
  to,
  asOf,
  events,
})

/** Whether the figures are not those that a claim was written for. */
export const isScoped = ({ from, to, asOf }: Scope): boolean => Boolean(from || to || asOf)
