import { codeWords } from '../codes/code-words.ts'
import { hasCode } from '../codes/codes.ts'
import { flowIn, flowsIn } from '../codes/flows.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { sidesOfAll } from '../headings/heading-trade.ts'
import { quoted } from '../issues.ts'
import { isGrowth } from '../units/measured.ts'
import { unitAbove } from '../units/unit-above.ts'
import { splitUnit } from '../units/units.ts'
import type { PeriodColumn } from './period-column.ts'

/** What headers say beside their periods: nothing, a word for all, or a dimension, and units. */
export interface Beside {
  dimension: string | null
  /** Code and unit of each column; no units where no header has one. */
  codes: string[]
  units: string[]
  constants: Record<string, string>
  says: string[]
}

/** Marks alone say nothing. */
const inWords = (column: PeriodColumn): PeriodColumn =>
  /[\p{L}\p{N}%]/u.test(column.rest) ? column : { ...column, rest: '' }

/** `Total 2023` beside the months of 2023 is the year, and no other measure. */
const withoutTotals = (columns: PeriodColumn[]): PeriodColumn[] =>
  columns.some(({ rest }) => rest === '')
    ? columns.map((column) => (isTotalWord(column.rest) ? { ...column, rest: '' } : column))
    : columns

/** Names of columns may not begin with digits: programs put a letter before each period, `t1995`, `F1995`, that says nothing. */
export function withoutLetter(columns: PeriodColumn[], header: readonly string[]): PeriodColumn[] {
  const letters = new Set(columns.map(({ index }) => /^([a-z])\d{4}/i.exec(header[index]!)?.[1]))
  const [letter] = letters
  if (letter === undefined || letters.size > 1) return columns
  return columns.map((column) => (column.rest === letter ? { ...column, rest: '' } : column))
}

const ORDER =
  /(?<!\p{L})(?:previous|prior|current|last|latest|this|текущ\p{L}*|предыдущ\p{L}*|прошл\p{L}*)(?!\p{L})|[上本]期|[前今]回/giu

/** `Previous Index 2024-01-05` beside `Current Index 2024-01-12`: what their periods say themselves. */
function withoutOrder(columns: PeriodColumn[]): PeriodColumn[] {
  const bare = columns.map(({ rest }) => rest.replace(ORDER, ' ').replace(/\s+/g, ' ').trim())
  const areAlike = new Set(bare).size === 1 && columns.some(({ rest }) => rest !== columns[0]!.rest)
  const arePeriods = new Set(columns.map(({ period }) => period)).size === columns.length
  return areAlike && arePeriods ? columns.map((one, i) => ({ ...one, rest: bare[i]! })) : columns
}

/** `above` are the lines above the table, of which one may name the unit of what has none. */
export function besidePeriods(told: PeriodColumn[], above: readonly string[]): Beside {
  const columns = withoutOrder(withoutTotals(told.map(inWords)))
  const rests = [...new Set(columns.map(({ rest }) => rest))]
  const split = columns.map(({ rest }) => unitOfRest(rest))
  const usual = unitAbove(above) ?? ''
  const units = split.some(({ unit }) => unit !== null)
    ? split.map(({ unit }) => unit ?? usual)
    : []
  if (rests.length === 1) return ofAll(rests[0]!, units)
  // `Jan-23 (kt)` beside `Jan-23 ($ mn)`: the units alone tell them apart.
  if (split.every(({ stem, unit }) => stem === '' && unit !== null)) return ofAll('', units)
  const flows = flowsIn(columns.map(({ rest }) => rest))
  const own = columns.map(({ period }, i) => `${period}\u001f${flows[i]}\u001f${units[i]}`)
  const isFlow =
    !flows.includes(undefined) && !units.includes('') && new Set(own).size === columns.length
  const isArea = rests.every((rest) => hasCode('partner', rest))
  const dimension = isFlow ? 'flow' : isArea ? 'partner' : 'measure'
  const named = rests.filter(Boolean).slice(0, 4)
  return {
    dimension,
    codes: split.map(({ stem }, i) => (isFlow ? flows[i]! : stem || 'value')),
    units,
    constants: isFlow ? sidesOfAll(rests) : {},
    says: [
      `Beside ${rests.includes('') ? 'some of the' : 'the'} periods stand ${named.map(quoted).join(', ')}: they say the ${dimension} of their figures.`,
    ],
  }
}

function ofAll(rest: string, units: string[]): Beside {
  const flow = flowIn(rest)
  const meaning = flow ? `: the flow is ${codeWords('flow', flow)}` : ''
  return {
    dimension: null,
    codes: [],
    units,
    constants: flow ? { flow, ...sidesOfAll([rest]) } : {},
    says: rest === '' ? [] : [`Every period stands beside ${quoted(rest)}${meaning}.`],
  }
}

function unitOfRest(rest: string): { stem: string; unit: string | null } {
  if (isGrowth(rest))
    return {
      stem: rest
        .replace(/[±%％]+/g, '')
        .replace(/\(\s*\)|（\s*）/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
      unit: 'percent',
    }
  return splitUnit(rest)
}
