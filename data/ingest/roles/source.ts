import { codeOf } from '../codes/codes.ts'
import { parseNumber } from '../numbers/numbers.ts'
import { dimensionOf } from '../words.ts'
import type { Settling } from './settling.ts'

/** Tellings of one figure seldom differ by as much. */
const FAR = 1.5

/**
 * A column that its heading calls a source is of what figures are of where it holds countries, `Gas imports` by
 * `Source`, or where the figures that it tells apart are too far from each other to be tellings of one: coal and wind.
 */
export function settleSource(settling: Settling): void {
  const { facts, roles, options, profile, says } = settling
  const column = facts.columns[roles.indexOf('source')]
  const isTold = column && (options.columns?.[column.name] ?? profile?.columns?.[column.name])
  if (!column || isTold || column.distinct.size < 2) return
  const { index, name, distinct } = column
  if ([...distinct.keys()].every((text) => codeOf('partner', text).known)) {
    roles[index] = 'dimension:origin'
    says.push(
      `“${name}” holds countries: it says where goods come from, and not who tells figures.`,
    )
  } else if (areFar(settling, index)) {
    roles[index] = `dimension:${dimensionOf(name)}`
    says.push(`“${name}” tells figures apart that are too far from each other to be of one.`)
  }
}

const NAMING = /^(?:dimension:|period|series|unit$|frequency$)/

/** Whether most of the figures that nothing but a column tells apart are far from each other. */
function areFar({ facts: { sample, columns }, roles }: Settling, source: number): boolean {
  const naming = roles.flatMap((role, i) => (NAMING.test(role ?? '') ? [i] : []))
  const value = columns.find(({ index }) => roles[index] === 'value')
  if (!value) return false
  const mark = value.numbers.mark() ?? '.'
  const first = new Map<string, { source: string; figure: number }>()
  let [told, far] = [0, 0]
  for (const row of sample) {
    const read = parseNumber(row[value.index] ?? '', mark)
    if (!read || 'code' in read) continue
    const here = { source: row[source] ?? '', figure: Math.abs(read.value) }
    const key = naming.map((i) => row[i] ?? '').join('\u001f')
    const before = first.get(key)
    if (!before) first.set(key, here)
    else if (before.source !== here.source) {
      told++
      const [less, more] = [before.figure, here.figure].sort((a, b) => a - b)
      if (more! > less! * FAR) far++
    }
  }
  return far * 2 > told
}
