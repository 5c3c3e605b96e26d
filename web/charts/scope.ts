import { parseDay } from '../../data/model/day.ts'
import { parsePeriod } from '../../data/model/period.ts'

/** What the reader asks of every chart of a page: other months, or the store as it was known on a day. */
export interface Scope {
  from: string | null
  to: string | null
  asOf: string | null
}

export const wholeScope: Scope = { from: null, to: null, asOf: null }

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
  }
}

export const scopeParams = ({ from, to, asOf }: Scope): Record<string, string | null> => ({
  from,
  to,
  asOf,
})

export const isScoped = ({ from, to, asOf }: Scope): boolean => Boolean(from || to || asOf)
