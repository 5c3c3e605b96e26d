import { monthNamed, plain } from '../periods/names.ts'
import { unjoined } from '../units/measured.ts'
import { periodHeader } from './period-header.ts'
import type { Layout } from './view.ts'

/** R and others let no name begin with a digit: `x2023_12`, `X1_22_20`. */
const BEFORE_DIGIT = /^x(?=\d)/i
const FEWEST = 2

/** A name with the signs that an underscore or points stand for: `2023-12`, `1/22/20`, `2022 value usd bn`, `2022 Share`. */
const withSigns = (name: string): string =>
  unjoined(
    name
      .replace(/^(\d{4})\.(\p{L}{2,})\.*$/u, '$1 $2')
      .replace(/^(\d{1,2})_(\d{1,2})_(\d{2}|\d{4})$/, '$1/$2/$3')
      .replace(/(?<=\d{4})_(?=[qmwhs]?\d{1,2}(?!\d))/gi, '-')
      .replace(/(?<=\d{4}-\d{2})_(?=\d{2}$)/, '-'),
  )

/** `exp2022m11`: Stata's names of one measure by months, quarters or halves. */
const BEHIND_WORD = /^(\p{L}[\p{L}_]*?)_?((?:19|20)\d\d[mqh]\d{1,2})$/iu

const withBlank = (header: readonly string[]): readonly string[] =>
  header.filter((name) => BEHIND_WORD.test(name)).length < FEWEST
    ? header
    : header.map((name) => name.replace(BEHIND_WORD, '$1 $2'))

/** `jan_oct` with its hyphen. */
const withSpans = (name: string): string =>
  name.replace(/(?<!\p{L})(\p{L}{3,})_(?=(\p{L}{3,})(?!\p{L}))/gu, (joined, first, last) =>
    [first, last].every((word) => monthNamed(plain(word))) ? `${first}-` : joined,
  )

/**
 * Names of periods as programs make them, that let a name have letters, digits and underscores only, and begin with a
 * letter: `x2023_m01`, `exports_jan_oct_2023`.
 */
export const programNames: Layout = (view) => {
  const begun = view.header.filter((name) => BEFORE_DIGIT.test(name))
  const bare = (name: string) => withSigns(name.replace(BEFORE_DIGIT, ''))
  const arePeriods =
    begun.length >= FEWEST &&
    !begun.every((name) => periodHeader(name) !== undefined) &&
    begun.every((name) => periodHeader(bare(name)) !== undefined)
  const header = withBlank(view.header).map((name) =>
    withSpans(arePeriods && BEFORE_DIGIT.test(name) ? bare(name) : name),
  )
  return header.every((name, i) => name === view.header[i]) ? undefined : { ...view, header }
}
