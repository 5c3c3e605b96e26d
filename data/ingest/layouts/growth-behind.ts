import { bareName } from '../column-names.ts'
import { isPartHeader } from '../headings/part-header.ts'
import { isGrowth, isRelative } from '../units/measured.ts'
import { splitUnit } from '../units/units.ts'
import { holdsFigures } from './figures.ts'
import { periodHeader } from './period-header.ts'
import { tellsColumns } from './told-columns.ts'
import type { Layout } from './view.ts'

/** Changes and shares, `同比%`, `% к пр. году`, that come again behind columns of other names are each of the column before. */
export const growthBehind: Layout = (view, around) => {
  const { profile } = around
  const { header } = view
  if (tellsColumns(around) || profile?.rest) return undefined
  const times = Map.groupBy(header, bareName)
  const isAgain = (name: string) => times.get(bareName(name))!.length > 1 && isOfAnother(name)
  const owners = header.map((name, i) =>
    isAgain(name) ? header.findLastIndex((other, at) => at < i && !isAgain(other)) : -1,
  )
  const found = header.flatMap((name, i) => (isAgain(name) ? [owners[i]!] : []))
  const isOwner = (at: number) =>
    at >= 0 &&
    holdsFigures(view, at) &&
    periodHeader(header[at]!) === undefined &&
    !isPartHeader(header[at]!)
  if (found.length === 0 || new Set(found).size < 2 || !found.every(isOwner)) return undefined
  const named = header.map((name, i) =>
    owners[i]! < 0 ? name : `${splitUnit(header[owners[i]!]!).stem} ${bareName(name)}`,
  )
  return new Set(named).size < named.length ? undefined : { ...view, header: named }
}

const isOfAnother = (name: string): boolean => {
  const bare = bareName(name)
  return (
    isGrowth(bare) ||
    (isRelative(bare) && splitUnit(bare).unit === 'percent') ||
    /^[%％]$/.test(bare)
  )
}
