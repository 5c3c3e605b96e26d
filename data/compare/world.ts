import type { Line, Say } from './line.ts'

/** The world among the partners of a file: a total beside its parts, which must not be added to them. */
export function worldAmongPartners(lines: readonly Line[], say: Say): void {
  let worlds = 0
  let partners = 0
  let first = Number.POSITIVE_INFINITY
  for (const { draft, told, length } of lines) {
    const { partner } = draft.dimensions
    if (partner === undefined || partner === '') continue
    if (partner !== 'W00') {
      partners++
      continue
    }
    worlds++
    for (let i = 0; i < length; i++) if (told[i]! > 0 && told[i]! < first) first = told[i]!
  }
  if (partners === 0 || first === Number.POSITIVE_INFINITY) return
  say('world', first, () => ({
    message: `The world is among the partners, in ${worlds} of ${worlds + partners} series: a total beside its parts. It is kept as series of its own; leave it out where you add partners up.`,
    value: 'W00',
  }))
}
