import { isPieceHeader } from '../headings/part-header.ts'
import { unjoined } from '../unjoined.ts'
import { periodHeader } from './period-header.ts'
import type { Layout } from './view.ts'

/** R and others let no name begin with a digit: `x2023_12`, `x1_12月`; one alone may be a name of its own, unless it is of a period. */
const BEFORE_DIGIT = /^x(?=\d)/i
const FEWEST = 2

/** `1_12月`, `1_4` as the months or the quarter of a year. */
const withPieces = (name: string): string =>
  name.replace(/^(\d{1,2}) (?=\d{1,2}\p{L})/u, '$1-').replace(/^([1-4]) (?=4$)/, '$1/')

/** `ii_2024`, `i_iii_kw_2024`: months and quarters in Roman numbers, in small letters. */
const ROMANS = /^(?:i{1,3}|i?v|vi{1,3}|ix|xi{0,2})(?:[_-](?:i{1,3}|i?v|vi{1,3}|ix|xi{0,2}))?(?=_)/

/** The same in capital letters; an `i` alone is a word. */
const inRomans = (header: readonly string[]): string[] =>
  header.some((name) => /^(?:ii|iii|iv|vi)_/.test(name))
    ? header.map((name) =>
        ROMANS.test(name)
          ? unjoined(name.replace(ROMANS, (romans) => romans.toUpperCase().replace('_', '-')))
          : name,
      )
    : [...header]

/** Names of days, months and years as programs make them, with what these took from them. */
export const programNames: Layout = (view) => {
  const areMany = view.header.filter((name) => BEFORE_DIGIT.test(name)).length >= FEWEST
  const header = inRomans(view.header).map((name) => {
    const said = withPieces(unjoined(name).replace(BEFORE_DIGIT, ''))
    const isBegun = BEFORE_DIGIT.test(name) && (areMany || periodHeader(said) !== undefined)
    return isBegun || (isPieceHeader(said) && !isPieceHeader(name)) ? said : name
  })
  return header.every((name, i) => name === view.header[i]) ? undefined : { ...view, header }
}
