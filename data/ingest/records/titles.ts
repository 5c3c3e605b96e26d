import { lookUp } from '../../model/look-up.ts'
import { hasList, nameOf } from '../codes/codes.ts'

const PREPOSITION: Record<string, string> = { X: 'to', RX: 'to', M: 'from', RM: 'from' }

/** "China: exports to Russia, 8542", from names where there are any. */
export function titleOf(dimensions: Record<string, string>, labels: Map<string, string>): string {
  const name = (id: string): string => {
    const code = lookUp(dimensions, id)
    if (code === undefined) return ''
    const listed = hasList(id) ? nameOf(id, code) : code
    return listed === code ? labels.get(id) || code : listed
  }
  const { reporter, partner, flow, ...rest } = dimensions
  const others = Object.keys(rest).map(name)
  const side =
    partner === undefined ? '' : ` ${lookUp(PREPOSITION, flow ?? '') ?? 'with'} ${name('partner')}`
  if (reporter === undefined && partner !== undefined && flow !== undefined)
    return [name('flow') + side, ...others].join(', ')
  if (reporter === undefined || flow === undefined) {
    return [...['reporter', 'partner', 'flow'].map(name), ...others].filter(Boolean).join(', ')
  }
  return [`${name('reporter')}: ${name('flow').toLowerCase()}${side}`, ...others].join(', ')
}
