import { codeOf } from '../codes.ts'
import { quoted } from '../issues.ts'
import { after, spreadRows } from '../spread.ts'
import type { Layout, Spread } from '../view.ts'

const MOST_LOOKED_AT = 500

/** A flow as a row is called by it; `Total` may be of anything. */
const flowOf = (text: string): string | undefined => {
  const { code, known } = codeOf('flow', text)
  return known && code !== 'T' && /\p{L}{3}/u.test(text) ? code : undefined
}

/**
 * Rows below the name of a flow that come again below another: `Exports`, its partners, `Imports`, the
 * same partners. A figure beside the name is of all of them.
 */
export const sections: Layout = (view, { options }) => {
  if (Object.keys(options.columns ?? {}).length > 0) return undefined
  const firsts = view.rows.slice(0, MOST_LOOKED_AT).map((row) => (row[0] ?? '').trim())
  if (!areSections(firsts)) return undefined
  const split = (): Spread => {
    let flow = ''
    return (row, emit) => {
      const own = flowOf((row[0] ?? '').trim())
      if (own === undefined) return emit([...row, flow], -1)
      flow = own
      if (row.slice(1).some((cell) => cell.trim() !== ''))
        emit(['Total', ...row.slice(1), flow], -1)
    }
  }
  return {
    ...view,
    header: [...view.header, 'flow'],
    roles: [...view.roles, 'dimension:flow'],
    from: [...view.from, -1],
    rows: spreadRows(view.rows, split()),
    spread: after(view.spread, split()),
    says: [
      ...view.says,
      `Rows are of the flow that stands above them in ${quoted(view.header[0]!)}.`,
    ],
  }
}

/** Two flows or more, the first row among them, and below each some rows that stand below another, too. */
function areSections(firsts: readonly string[]): boolean {
  if (firsts.length === 0 || flowOf(firsts[0]!) === undefined) return false
  const flows = new Map<string, Set<string>>()
  let flow = ''
  for (const text of firsts) {
    const own = flowOf(text)
    if (own !== undefined && flows.has(own)) return false
    if (own !== undefined) flow = own
    const below = flows.get(flow) ?? new Set()
    if (own === undefined && below.has(text)) return false
    flows.set(flow, own === undefined ? below.add(text) : below)
  }
  const all = [...flows.values()]
  return all.length > 1 && all.some((own) => all.some((o) => o !== own && !own.isDisjointFrom(o)))
}
