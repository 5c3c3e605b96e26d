import { belowWholes } from './layouts/below-wholes.ts'
import { carriedYear } from './layouts/carried-year.ts'
import { chosen } from './layouts/chosen.ts'
import { coded } from './layouts/coded.ts'
import { counted } from './layouts/counted.ts'
import { dated } from './layouts/dated.ts'
import { daysBelowMonths } from './layouts/days-of-months.ts'
import { described } from './layouts/described.ts'
import { fields } from './layouts/fields.ts'
import { flaggedPeriods } from './layouts/flagged-periods.ts'
import { grouped } from './layouts/grouped.ts'
import { growthBehind } from './layouts/growth-behind.ts'
import { growthBelow } from './layouts/growth-below.ts'
import { indented } from './layouts/indented.ts'
import { joined } from './layouts/joined.ts'
import { levelled } from './layouts/levelled.ts'
import { monthsToDate } from './layouts/months-to-date.ts'
import { once } from './layouts/once.ts'
import { pairs } from './layouts/pairs.ts'
import { partTotals } from './layouts/part-totals.ts'
import { partsAmongWords } from './layouts/parts-among-words.ts'
import { programNames } from './layouts/program-names.ts'
import { sections } from './layouts/sections.ts'
import { serialHeadings } from './layouts/serial-headings.ts'
import { sideBySide } from './layouts/side-by-side.ts'
import { splitMonths } from './layouts/split-months.ts'
import { starred } from './layouts/starred.ts'
import { toDate } from './layouts/to-date.ts'
import { agrees } from './layouts/told-columns.ts'
import { undatedRows } from './layouts/undated-rows.ts'
import { undatedSums } from './layouts/undated-sums.ts'
import { vietnameseMonths } from './layouts/vietnamese-months.ts'
import type { Layout, Surroundings, View } from './layouts/view.ts'
import { vintages } from './layouts/vintages.ts'
import { wholeCodes } from './layouts/whole-codes.ts'
import { wide } from './layouts/wide.ts'
import { yearEnding } from './layouts/year-ending.ts'
import { yearInCorner, yearsInCorners } from './layouts/year-in-corner.ts'
import { yearMonthDay } from './layouts/year-month-day.ts'
import { isOwnDownload } from './words.ts'

/** Each in turn, as one file may be laid out in several ways at once (Eurostat's TSV is joined and wide). */
const LAYOUTS: readonly Layout[] = [
  levelled,
  programNames,
  wholeCodes,
  serialHeadings,
  vintages,
  vietnameseMonths,
  starred,
  yearMonthDay,
  yearEnding,
  yearInCorner,
  yearsInCorners,
  carriedYear,
  monthsToDate,
  undatedSums,
  splitMonths,
  partsAmongWords,
  described,
  fields,
  pairs,
  sideBySide,
  growthBelow,
  sections,
  counted,
  once,
  grouped,
  daysBelowMonths,
  indented,
  belowWholes,
  chosen,
  joined,
  coded,
  partTotals,
  wide,
  toDate,
  growthBehind,
  flaggedPeriods,
  undatedRows,
  dated,
]

/**
 * A table as every record of it tells of one period. What a person says of a column changes how the table is
 * laid out only where it says otherwise: who calls partners reporters still has them below their flows.
 */
export function laidOut(header: string[], rows: string[][], around: Surroundings): View {
  const told = Object.entries(around.options.columns ?? {})
  const view = layOut(header, rows, { ...around, isAsLaid: true })
  return told.every((one) => agrees(one, header, view)) ? view : layOut(header, rows, around)
}

function layOut(header: string[], rows: string[][], around: Surroundings): View {
  let view: View = {
    header,
    roles: header.map(() => undefined),
    from: header.map((_, i) => i),
    rows,
    spread: null,
    fan: 1,
    spent: new Map(),
    constants: {},
    says: [],
    questions: [],
  }
  // Our own downloads are laid out as they are to be read.
  if (isOwnDownload(header)) return view
  for (const layout of LAYOUTS) view = layout(view, around) ?? view
  return view
}
