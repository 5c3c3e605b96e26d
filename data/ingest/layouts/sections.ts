import type { Role } from '../../model/report.ts'
import { codeOf, hasCode } from '../codes/codes.ts'
import { flowOfHead } from '../codes/flows.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { sideAlone } from '../headings/heading-trade.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import { yearNamed } from '../periods/names.ts'
import { isPeriodText } from '../periods/read.ts'
import { unitInBrackets } from '../units/units.ts'
import { roleOfHeader } from '../words.ts'
import { lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Layout, Spread, View } from './view.ts'

/** A flow as a row is called by it, `Экспорт - всего`; `Total` may be of anything. */
function flowOf(text: string): string | undefined {
  const [, own = text, rest = ''] = /^(.+?) ?[-–—,:] ?(\p{L}+)$/u.exec(text) ?? []
  const flow = isTotalWord(rest) ? own : text
  const { code, known } = codeOf('flow', flow)
  return known && code !== 'T' && /\p{L}{3}/u.test(flow) ? code : undefined
}

/** What the rows that head others name. */
interface Kind {
  name: string
  role: Role | undefined
  /** The text of a row that heads those below it; undefined for any other row. */
  headOf(row: readonly string[]): string | undefined
}

/** What a row below a head is called; `в Китай` below exports is China. */
const nameIn = (row: readonly string[], kind: Kind): string =>
  (kind === FLOWS ? sideAlone(first(row))?.partner : undefined) ?? row[0] ?? ''

const first = (row: readonly string[]): string => (row[0] ?? '').trim()
const isAlone = (row: readonly string[]): boolean =>
  first(row) !== '' && row.every((cell, i) => i === 0 || cell.trim() === '')

/** The month that a row names in its first two cells, and nothing else: `2023`, `November`. */
function monthNamed(row: readonly string[]): string | undefined {
  const [year = '', month = '', ...others] = row.map((cell) => cell.trim())
  const isBare = yearNamed(year) !== undefined && others.every((cell) => cell === '')
  return isBare && isPieceHeader(month) ? `${year} ${month}` : undefined
}

/** Words beside a flow say of what its figures are: it stands once for the rows below. */
const isName = (cell: string): boolean =>
  /\p{L}{2}/u.test(cell) && missingStatus(cell) === undefined && !isNumberText(cell)

const FLOWS: Kind = {
  name: 'flow',
  role: 'dimension:flow',
  headOf: (row) => {
    if (row.slice(1).some(isName)) return undefined
    const flow = flowOf(first(row)) ?? (isAlone(row) ? flowOfHead(first(row)) : undefined)
    // `Exports (US$ million)`: its unit is that of the rows below.
    return flow !== undefined && unitInBrackets(first(row)) !== null ? first(row) : flow
  },
}
const PERIODS: Kind = {
  name: 'period',
  role: 'period',
  headOf: (row) => (isAlone(row) ? yearNamed(first(row)) : monthNamed(row)),
}
const NAMES: Kind = {
  name: 'section',
  role: undefined,
  headOf: (row) => (isAlone(row) ? first(row) : undefined),
}

/**
 * Rows below the name of a flow, a year, or anything else that stands alone, which come again below
 * another: `Exports`, its partners, `Imports`, the same partners. A figure beside a flow is of all of them.
 */
export const sections: Layout = (view, around) => {
  const { above } = around
  if (tellsColumns(around)) return undefined
  const lead = leadOf(above, view.rows)
  const rows = lookedAt(lead === '' ? view.rows : [[lead], ...view.rows])
  const kind = [FLOWS, PERIODS, NAMES].find((one) => areSections(rows, one))
  // Months below their years are told by the column itself.
  if (kind === PERIODS && rows.some((row) => isPieceHeader(first(row)))) return undefined
  if (!kind) return undefined
  const split = (): Spread => {
    const heads = createHeads(kind, lead)
    return (row, emit) => {
      const own = heads.see(row)
      const head = heads.text()
      if (!own) return emit([nameIn(row, kind), ...row.slice(1), head], -1)
      if (kind === FLOWS && !isAlone(row)) emit(['Total', ...row.slice(1), head], -1)
    }
  }
  const laid = respread(view, split)
  const long = laid.rows
  const [named = '', ...others] = view.header
  // Where periods stand below them, the heading names the heads.
  const isOfHeads = kind === NAMES && long.every((row) => isPeriodText(first(row)))
  const names = kind === FLOWS && areSided(rows) ? 'dimension:partner' : view.roles[0]
  return {
    ...view,
    header: isOfHeads ? ['period', ...others, named] : [...view.header, kind.name],
    roles: isOfHeads
      ? ['period', ...view.roles.slice(1), roleOfHeader(named) ?? roleOf(long)]
      : [names, ...view.roles.slice(1), kind.role ?? roleOf(long)],
    from: [...view.from, -1],
    ...laid,
    says: [
      ...view.says,
      `Rows are of the ${kind === PERIODS ? pieceOf(long) : kind.name} that stands above them in ${quoted(view.header[0]!)}.`,
    ],
  }
}

const pieceOf = (rows: readonly string[][]): string =>
  rows.every((row) => yearNamed(row.at(-1) ?? '') !== undefined) ? 'year' : 'month'

/** Names of countries report where nothing says that they are partners. */
const roleOf = (rows: readonly string[][]): Role =>
  rows.every((row) => hasCode('reporter', row.at(-1) ?? ''))
    ? 'dimension:reporter'
    : 'dimension:section'

/** The flow that stands alone above the names, where another stands among the rows: it heads the first of them; '' where none does. */
function leadOf(above: readonly string[], rows: readonly string[][]): string {
  const lead = above.at(-1) ?? ''
  const isLead = FLOWS.headOf([lead]) !== undefined && FLOWS.headOf(rows[0] ?? []) === undefined
  const isAmong = rows.some((row) => isAlone(row) && FLOWS.headOf(row) !== undefined)
  return isLead && isAmong ? lead : ''
}

/** The head of the rows that pass, after those of all that it stands below: two right below each other are of two levels. */
function createHeads(kind: Kind, lead = '') {
  let [upper, head] = ['', lead]
  let isBelowHead = false
  return {
    /** Whether the row is a head. */
    see(row: readonly string[]): boolean {
      const own = kind.headOf(row)
      if (own !== undefined) {
        if (isBelowHead && kind === NAMES) upper = head
        head = own
      }
      isBelowHead = own !== undefined
      return isBelowHead
    },
    text: () => (upper === '' ? head : `${upper}, ${head}`),
  }
}

/** Whether rows below flows say where goods go or come from, all of them: `в Китай`, `в Индию`. */
function areSided(rows: View['rows']): boolean {
  const parts = rows.filter((row) => FLOWS.headOf(row) === undefined)
  return parts.length > 0 && parts.every((row) => sideAlone(first(row)) !== undefined)
}

/** Two heads or more, the first row among them, and below each some rows that stand below another, too. */
function areSections(rows: View['rows'], kind: Kind): boolean {
  if (rows.length === 0 || kind.headOf(rows[0]!) === undefined) return false
  const sections = new Map<string, Set<string>>()
  const heads = createHeads(kind)
  for (const [i, row] of rows.entries()) {
    const isHead = heads.see(row)
    const isUpper = isHead && i + 1 < rows.length && kind.headOf(rows[i + 1]!) !== undefined
    if (kind === NAMES && isUpper) continue
    const head = heads.text()
    if (isHead && sections.has(head)) return false
    const below = sections.get(head) ?? new Set()
    const name = nameIn(row, kind).trim()
    if (!isHead && below.has(name)) return false
    sections.set(head, isHead ? below : below.add(name))
  }
  const all = [...sections.values()]
  const isShared = (own: Set<string>) => all.some((o) => o !== own && !own.isDisjointFrom(o))
  // A total without figures is no head, unless the same rows stand below it.
  const isEmptyTotal = [...sections].some(([head, own]) => isTotalWord(head) && !isShared(own))
  // Flows that stand alone, each over rows of its own, need not have the same ones.
  const areFlowsAlone =
    kind === FLOWS &&
    all.every((own) => own.size > 0) &&
    rows.every((row) => isAlone(row) || kind.headOf(row) === undefined)
  // These can be nothing else than parts of the flow above them.
  if (kind === FLOWS && areSided(rows)) return true
  return all.length > 1 && !isEmptyTotal && (areFlowsAlone || all.some(isShared))
}
