import { quoted } from '../issues.ts'
import { roleOfHeader } from '../words.ts'
import type { Layout } from './view.ts'

/** What a terminal calls the field of a figure: `PX_LAST`, `TR_CLOSE`. */
const FIELD = /^(.+?)[\s,:]+([A-Z]{2,}(?:_[A-Z0-9]+)+)$/

/** The same field behind the ticker of every column tells none apart: `CO1 Comdty PX_LAST`. */
export const fields: Layout = (view) => {
  const parts = view.header.map((name) => FIELD.exec(name))
  const told = new Set(parts.flatMap((part) => part?.[2] ?? []))
  const isOther = (i: number) => parts[i] === null && !isPeriodWord(view.header[i]!)
  if (told.size !== 1 || view.header.some((_, i) => isOther(i))) return undefined
  return {
    ...view,
    header: view.header.map((name, i) => parts[i]?.[1] ?? name),
    says: [...view.says, `All figures are the field ${quoted([...told][0]!)}.`],
  }
}

/** `Date`, or `USDRUB Curncy Date` where the ticker stands over both columns. */
const isPeriodWord = (name: string): boolean =>
  roleOfHeader(name.split(' ').at(-1)!.replace(/s$/i, '')) === 'period'
