import { lookUp } from '../../model/look-up.ts'
import { hasCode } from '../codes/codes.ts'
import type { Settling } from './settling.ts'

/** Countries of a table are two at least. */
const FEW = 2
const MOST = 0.5

/** `Направление`, `Direction` is in or out, or where goods go to: a column of countries and of no flow holds partners. */
export function settleDirection({ facts, roles, options, says }: Settling): void {
  const index = roles.indexOf('dimension:flow')
  const column = facts.columns[index]
  if (!column || lookUp(options.columns, column.name) !== undefined) return
  const texts = [...column.distinct.keys()]
  const countries = texts.filter((text) => /^\p{L}{3}/u.test(text) && hasCode('partner', text))
  if (
    countries.length < FEW ||
    countries.length < texts.length * MOST ||
    roles.includes('dimension:partner') ||
    texts.some((text) => !hasCode('partner', text) && hasCode('flow', text))
  )
    return
  roles[index] = 'dimension:partner'
  says.push(
    `“${column.name}” holds countries, by what stands in it: it says whom the trade is with.`,
  )
}
