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

/** The scope that an address says; what cannot be read is not there. */
export function readScope(params: URLSearchParams): Scope {
  const period = (name: string) => {
    const text = params.get(name)
    return text && parsePeriod(text) ? text : null
  }
  const asOf = params.get('asOf')
  return {
    from: period('from'),
    to: period('to'),
    asOf: asOf && parseDay(asOf) !== undefined ? asOf : null,
    events: params.get('events'),
  }
}

export const scopeParams = ({ from, to, asOf, events }: Scope): Record<string, string | null> => ({
  from,
  to,
  asOf,
  events,
})

/** Whether the figures are not those that a claim was written for. */
export const isScoped = ({ from, to, asOf }: Scope): boolean => Boolean(from || to || asOf)
