import type { Role } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import { withoutLooseMarks } from '../periods/footnotes.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { columnNamed } from '../profile.ts'
import { roleOfHeader } from '../words.ts'
import { besidePeriods, withoutLetter } from './beside.ts'
import { cellsOf } from './figures.ts'
import { otherFrequency } from './own-frequency.ts'
import type { PeriodColumn, PeriodColumns } from './period-column.ts'
import { periodColumns } from './period-columns.ts'
import { after } from './spread.ts'
import { totalToDate } from './total-to-date.ts'
import type { Emit, Layout, View } from './view.ts'

/** A table of more columns is none that a person made. */
const MOST_COLUMNS = 20_000

/** Periods as columns: years, quarters, months, also with a word beside each, also without their year. */
export const wide: Layout = (view, around) => {
  if (view.header.length > MOST_COLUMNS) return undefined
  const found = periodColumns(view, around)
  if (!found) return undefined
  const { year } = found
  const columns = withoutLetter(found.columns, view.header)
  const taken = new Set(columns.flatMap(({ index, flags, notes }) => [index, flags, notes]))
  if (year >= 0) taken.add(year)
  const fixed = view.header.flatMap((_, i) => (taken.has(i) ? [] : [i]))
  // A column of units holds for what no heading says in another unit.
  const isRead = around.profile?.rest !== 'ignore'
  const unit = fixed.findIndex((i) => isRead && roleOfHeader(view.header[i]!) === 'unit')
  const rest = besidePeriods(columns, unit < 0 ? around.above : [])
  const units = withPercents(view, columns, rest.units)
  const hasUnits = unit < 0 && units.length > 0
  const estimates = columnNamed(view.header, around.profile?.estimatesAfter)
  const years = estimates < 0 ? [] : columns.map(({ period }) => Number.parseInt(period, 10))
  const hasFlags = estimates >= 0 || columns.some(({ flag, flags }) => flag !== '' || flags >= 0)
  const made: [string, Role][] = [
    ...(rest.dimension ? [[rest.dimension, `dimension:${rest.dimension}`] as [string, Role]] : []),
    ...(hasUnits ? [['unit', 'unit'] as [string, Role]] : []),
    ['period', 'period'],
    ['value', 'value'],
    ...(hasFlags ? [['status', 'status'] as [string, Role]] : []),
  ]
  const isOther = otherFrequency(
    view.header,
    columns.map(({ period }) => period),
  )
  const toDate = totalToDate(columns, view, year >= 0)
  const spread = (row: string[], emit: Emit) => {
    const long = fixed.map((i) => row[i] ?? '')
    const base = long.length
    const before = year >= 0 ? `${withoutLooseMarks((row[year] ?? '').trim())} ` : ''
    for (let i = 0; i < columns.length; i++) {
      const { index, flag, flags, period } = columns[i]!
      if (isOther && (row[index] ?? '').trim() === '' && isOther(row, i)) continue
      let at = base
      if (rest.dimension) long[at++] = rest.codes[i]!
      if (hasUnits) long[at++] = units[i]!
      else if (unit >= 0) long[unit] = units[i] || (row[fixed[unit]!] ?? '')
      const text = before + (toDate(row, i) ?? period)
      const cell = row[index] ?? ''
      // No figure is told for the thirtieth of February.
      if (found.areDays && cell.trim() === '' && !readPeriod(text, AS_WRITTEN)) continue
      long[at++] = text
      long[at++] = units[i] === 'percent' ? cell.replace(/\s*[%％]\s*$/, '') : cell
      if (estimates >= 0) long[at] = years[i]! > Number(row[estimates] || Infinity) ? 'E' : ''
      else if (hasFlags) long[at] = flags < 0 ? flag : (row[flags] ?? '')
      emit(long, index)
    }
  }
  const names = fixed.map((i) => view.header[i]!)
  return {
    ...view,
    header: [...names, ...made.map(([name]) => unlike(name, names))],
    roles: [...fixed.map((i) => view.roles[i]), ...made.map(([, role]) => role)],
    from: [...fixed.map((i) => view.from[i]!), ...made.map(() => -1)],
    rows: view.rows.flatMap((row) => {
      const long: string[][] = []
      spread(row, (one) => long.push([...one]))
      return long
    }),
    spread: after(view.spread, spread),
    fan: view.fan * columns.length,
    spent: new Map([
      ...view.spent,
      ...columns.flatMap(({ index, flags, notes }): [number, Role][] => [
        [view.from[index]!, 'value'],
        ...(flags >= 0 ? [[view.from[flags]!, 'status'] as [number, Role]] : []),
        ...(notes >= 0 ? [[view.from[notes]!, 'ignore'] as [number, Role]] : []),
      ]),
      ...(year >= 0 ? [[view.from[year]!, 'period'] as [number, Role]] : []),
    ]),
    constants: { ...view.constants, ...rest.constants },
    says: [
      ...view.says,
      saysOf(view, found),
      ...rest.says,
      ...(estimates < 0
        ? []
        : [`Figures after the year in ${quoted(view.header[estimates]!)} are estimates.`]),
    ],
    questions: [...view.questions, ...found.questions],
  }
}

/** Units of columns of which some hold percentages, as their cells say, and others do not. */
function withPercents(view: View, columns: PeriodColumn[], units: string[]): string[] {
  const holds = columns.map(({ index }) => {
    const cells = cellsOf(view, index).filter((cell) => /\d/.test(cell))
    return cells.length > 0 && cells.every((cell) => /[%％]$/.test(cell))
  })
  if (!holds.includes(true) || !holds.includes(false)) return units
  return holds.map((isPercent, i) => (isPercent ? 'percent' : (units[i] ?? '')))
}

function saysOf({ header }: View, { columns, year, areDays }: PeriodColumns): string {
  const [first, last] = [columns[0]!, columns.at(-1)!]
  const sums = columns
    .filter(({ period }) => period === 'ytd')
    .map(({ index }) => quoted(header[index]!))
  if (sums.length > 0)
    return `Figures of ${sums.join(', ')} count from January up to the month in ${quoted(header[year]!)}.`
  const names = `${quoted(header[first.index]!.trim())} to ${quoted(header[last.index]!.trim())}`
  if (columns.length === 1 && year < 0)
    return `The period is that of the heading ${quoted(header[first.index]!.trim())}.`
  const of = areDays ? 'month' : 'year'
  const beside = year < 0 ? '' : `, of the ${of} in ${quoted(header[year]!)}`
  return `Periods are columns: ${columns.length} of them, ${names}${beside}.`
}

/** A name that no column has yet. */
const unlike = (name: string, names: string[]): string =>
  names.includes(name) ? unlike(`${name}_`, names) : name
