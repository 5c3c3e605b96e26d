import { quoted } from '../issues.ts'
import type { ValueColumn } from '../mapping.ts'
import { type Dressed, loneFlags, parseDressed } from './dressed.ts'
import type { NotANumber, ParsedNumber } from './numbers.ts'
import { inSize } from './sizes.ts'

/** What stands for a figure that there is not. */
export const NO_VALUE: ParsedNumber = { value: Number.NaN, decimals: 0 }

/** A figure with what stands around it; without a number, flags alone. */
interface Figure {
  number: ParsedNumber
  flags: string
  /** Index into `BOUNDS`. */
  bound: number
}

/** A cell as its column has it: a figure with its flags, flags alone, or why it is neither. */
export function dressedIn(cell: string, column: ValueColumn): Figure | NotANumber {
  const read = sized(parseDressed(cell, column.mark), column)
  if ('value' in read) {
    const { flags, bound } = read
    return signFault(read, column) ?? { number: read, flags, bound }
  }
  const flags = loneFlags(cell)
  return flags === undefined ? read : { number: NO_VALUE, flags, bound: 0 }
}

/** A figure in the size that its column is read in, `900m` as 0.9 of a billion, or why it is none there. */
function sized(read: Dressed | NotANumber, { sizing }: ValueColumn): Dressed | NotANumber {
  if ('code' in read || (read.size === '' && (!sizing || read.value === 0))) return read
  if (!sizing) {
    const why = `${quoted(read.size)} scales nothing here, since the numbers before it had no size. Write the number out, or give all of them their size`
    return { code: 'bad-number', why }
  }
  const from = read.size || sizing.bare
  if (from !== null) return inSize(read, from, sizing.to)
  const why = 'the others of its column say how much they count, and it does not'
  return { code: 'bad-number', why }
}

/** A percentage or a currency among other numbers, or the other way round, is not believed; zero is zero. */
function signFault(read: Dressed, column: ValueColumn): NotANumber | undefined {
  const { isPercent, currency, value } = read
  if (value === 0) return undefined
  if (isPercent !== column.isPercent) {
    const why = isPercent
      ? 'it is a percentage, and the column holds other numbers'
      : 'the column holds percentages, and it has no % sign'
    return { code: 'bad-number', why }
  }
  if (currency === '' || currency === column.currency) return undefined
  const others =
    column.currency === ''
      ? 'the other numbers say no currency'
      : `the column is in ${column.currency}`
  return { code: 'bad-number', why: `it is in ${currency}, and ${others}` }
}
