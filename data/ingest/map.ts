import type { DatasetDescription } from '../model/dataset.ts'
import { lookUp } from '../model/look-up.ts'
import type { ReadingOptions, Role } from '../model/report.ts'
import { codeOf, listOf } from './codes.ts'
import { decideMarks } from './decide-marks.ts'
import { decideSizes, type UnitTold } from './decide-sizes.ts'
import { decideSpelling } from './decide-spelling.ts'
import type { Deciding } from './deciding.ts'
import { type ColumnFacts, type Facts, isNumeric } from './facts.ts'
import { flowsOf } from './flows.ts'
import { codesOfHeadings, namedSeries } from './heading-codes.ts'
import { keyOrderOf } from './key-order.ts'
import { unitNamed } from './listed-units.ts'
import type { Mapped, Mapping, ValueColumn } from './mapping.ts'
import type { Profile } from './profile.ts'
import { isSdmxForm, isShippedForm, type Known, rolesOf } from './roles/roles.ts'
import type { Constants } from './series.ts'
import { codesTakenOver, mergeCodes } from './told-codes.ts'
import { splitUnit } from './units.ts'
import { likelyMark, usualMark, type Writing } from './usual-mark.ts'
import { isOwnDownload } from './words.ts'

/** Decides how a table in long form is read, from its header and what its cells are like. */
export function mapColumns(facts: Facts, options: ReadingOptions = {}, known: Known): Mapped {
  const { by, roles, questions, says } = rolesOf(facts, options, known)
  // The dataset of a file says what its columns are; what stands in them its source says, as before.
  const profile = by === known.profile?.id || by === 'dataset' ? known.profile : undefined
  const { isThorough } = known
  const deciding: Deciding = { options, questions, says, undecided: false, isThorough }
  const at = (role: Role): number => roles.indexOf(role)
  const own = isOwnDownload(facts.columns.map(({ name }) => name))
  const keyOrder = known.description ? keyOrderOf(known.description) : []
  const periodColumn = facts.columns[at('period')] ?? facts.columns[at('period_start')]
  const mapping: Mapping = {
    by,
    own,
    isSpread: known.isSpread,
    header: facts.columns.map(({ name }) => name),
    roles,
    series: at('series'),
    title: at('title'),
    period: at('period'),
    periodPart: at('period_part'),
    periodStart: at('period_start'),
    periodEnd: at('period_end'),
    unit: at('unit'),
    unitMult: at('attribute:unit_mult'),
    unitScale: at('attribute:unit_scale'),
    frequency: at('frequency'),
    status: at('status'),
    bound: at('bound'),
    source: at('source'),
    sourceUrl: at('source_url'),
    published: at('published'),
    note: at('note'),
    dataset: at('attribute:dataset'),
    values: valueColumns(
      facts,
      roles,
      {
        by,
        profile,
        description: by === 'dataset' ? known.description : undefined,
        keyOrder,
        writing: known.around,
      },
      deciding,
    ),
    dimensions: roles.flatMap((role, index) =>
      role.startsWith('dimension:') ? [{ index, id: role.slice(10) }] : [],
    ),
    measured: measuredIn(facts, roles),
    keyed: keyedColumns(facts, roles),
    keyOrder,
    labels: new Map(
      roles.flatMap((role, index) => (role.startsWith('label:') ? [[role.slice(6), index]] : [])),
    ),
    spelling: decideSpelling(facts, periodColumn, at('period') >= 0, deciding, {
      ...known.around,
      reporters: reportersOf(facts, roles, options),
    }),
    cumulativeC: at('period_start') >= 0 && at('period_end') >= 0,
    codes: mergeCodes(
      withoutCountry(facts, roles),
      flowCodes(facts, roles),
      known.elsewhere,
      profile?.codes,
      options.codes,
    ),
    totals: profile?.totals ?? {},
    statuses: profile?.statuses ?? {},
  }
  const dimensionOf = (index: number) => mapping.dimensions.find((one) => one.index === index)?.id
  const taken = codesTakenOver(facts, dimensionOf, known.elsewhere, options.codes)
  return { mapping, says: [...says, ...taken], questions, undecided: deciding.undecided }
}

/** A currency that several countries call so. */
const SEVERAL = /^(?:(?:thousand|million|billion)s?(?: of)? )?dollars$/i

/** Dimensions of which every text says a unit of our list: `import, mnkr`, `Valor (miles de euros)`. */
function measuredIn({ columns }: Facts, roles: Role[]): string[] {
  return columns.flatMap(({ index, distinct }) => {
    const id = roles[index]!.startsWith('dimension:') ? roles[index]!.slice(10) : ''
    const split = [...distinct.keys()].map(splitUnit)
    // `25 kg` is a kind of package, and says nothing of its figures.
    const isMeasured = ({ stem, unit }: (typeof split)[number]) =>
      /\p{L}/u.test(stem) && unit !== null && unitNamed(unit) !== undefined && !SEVERAL.test(unit)
    return id !== '' && split.length > 0 && split.every(isMeasured) ? [id] : []
  })
}

/** Codes of flows that phrases in their column name, where no list has all of these. */
function flowCodes({ columns }: Facts, roles: Role[]): Record<string, Record<string, string>> {
  const texts = [...(columns[roles.indexOf('dimension:flow')]?.distinct.keys() ?? [])]
  const flows = texts.every((text) => codeOf('flow', text).known) ? undefined : flowsOf(texts)
  return flows ? { flow: flows } : {}
}

/** `NA` is Namibia among codes of two letters; among names, or alone, it says that no country is meant. */
function withoutCountry({ columns }: Facts, roles: Role[]): Record<string, Record<string, string>> {
  const ids = columns.flatMap(({ index, distinct }) => {
    const id = roles[index]!.startsWith('dimension:') ? roles[index]!.slice(10) : ''
    const isOfCodes = [...distinct.keys()].some((text) => /^[A-Z]{2}$/.test(text))
    return listOf(id) === 'countries' && !isOfCodes ? [id] : []
  })
  return Object.fromEntries(ids.map((id) => [id, { NA: '' }]))
}

/** Who reports, by a column or for all rows. */
function reportersOf({ columns }: Facts, roles: Role[], { constants }: ReadingOptions): string[] {
  const column = columns[roles.indexOf('dimension:reporter')]
  const texts = column ? [...column.distinct.keys()] : [constants?.reporter ?? []].flat()
  return texts.map((text) => codeOf('reporter', text).code)
}

/** Unit and frequency tell series apart beside dimensions; alone, where they are not the same everywhere. */
function keyedColumns({ columns }: Facts, roles: Role[]): number[] {
  const hasDimensions = roles.some((role) => role.startsWith('dimension:'))
  return columns
    .filter(({ index, distinct }) => {
      const role = roles[index]!
      if (role === 'unit' || role === 'frequency') return hasDimensions || distinct.size > 1
      return role.startsWith('dimension:')
    })
    .map(({ index }) => index)
}

function valueColumns(
  facts: Facts,
  roles: Role[],
  {
    by,
    profile,
    description,
    keyOrder,
    writing,
  }: {
    by: string
    keyOrder: readonly string[]
    description: DatasetDescription | undefined
    profile: Profile | undefined
    writing: Writing & { constants: Constants }
  },
  deciding: Deciding,
): ValueColumn[] {
  const columns = facts.columns.filter(({ index }) => roles[index] === 'value')
  const names = facts.columns.map(({ name }) => name)
  const isStrict =
    ['entrepot', 'sdmx-csv'].includes(by) ||
    profile?.rest === 'sdmx' ||
    isShippedForm(names) ||
    (by === 'dataset' && !profile && isSdmxForm(names))
  const others = facts.columns.filter((one) => roles[one.index] === 'ignore' && isNumeric(one))
  const likely = (column: ColumnFacts, doubtful: string) =>
    likelyMark(column, doubtful, writing, facts)
  const marks = isStrict
    ? columns.map(() => ({ mark: '.' as const, isKnown: true }))
    : decideMarks(columns, { usual: usualMark(facts, profile), likely, others }, deciding)
  const named = columns.map(({ name }) => namedSeries(name, profile))
  const codes = codesOfHeadings(columns, description, profile, {
    roles,
    words: [...writing.header, ...writing.above],
    told: writing.constants,
    keyed: keyOrder,
  })
  const values = columns.map((column, i) => {
    const { numbers, percent } = column.numbers.counts()
    const isPercent = percent * 2 > numbers
    const { unit } = splitUnit(named[i]!.named?.title ?? column.name)
    const currency = column.numbers.currency()
    const own =
      lookUp(profile?.units, column.name) ?? unit ?? (isPercent ? 'percent' : currency || null)
    const sized = decideSizes(column, unitTold(own, facts, roles, writing), deciding)
    return {
      index: column.index,
      name: column.name,
      codes: codes[i]!,
      mark: marks[i]!.mark,
      isMarkKnown: marks[i]!.isKnown,
      currency,
      unit: sized ? sized.unit : own,
      sizing: sized?.sizing ?? null,
      isPercent,
      ...named[i],
    }
  })
  sayValues(columns, values, deciding.says)
  return values
}

/** What says the unit of a value column: its heading or its cells, a column of units, or a line above. */
function unitTold(
  own: string | null,
  { columns }: Facts,
  roles: Role[],
  { constants: { unit } }: { constants: Constants },
): UnitTold {
  if (own !== null) return { units: [own], isOfRows: false }
  const ofRows = columns[roles.indexOf('unit')]
  if (ofRows) return { units: [...ofRows.distinct.keys()], isOfRows: true }
  return { units: unit === undefined ? [] : [unit], isOfRows: false }
}

const MOST_NAMED = 5

/** What headings are, by the dimension that they name. */
const SAID: Record<string, string> = {
  flow: 'flows',
  partner: 'partner countries',
  reporter:
    'countries, taken to be those that report (where they are partners of one, say which one reports)',
}

function sayValues(columns: readonly ColumnFacts[], values: ValueColumn[], says: string[]): void {
  if (values.length > 1) {
    const names = values.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`)
    const more = values.length > MOST_NAMED ? ` and ${values.length - MOST_NAMED} more` : ''
    const of = values[0]!.codes.map(({ dimension }) => SAID[dimension] ?? 'measures')
    const what = of.reverse().join(' of ')
    says.push(`${names.join(', ')}${more} are ${what}: each is a series of its own.`)
  }
  for (const [i, { name, isPercent, currency }] of values.entries()) {
    const { bracketed, marked } = columns[i]!.numbers.counts()
    if (isPercent) says.push(`“${name}” holds percentages.`)
    if (currency !== '') says.push(`“${name}” is in ${currency}, by what stands at its numbers.`)
    if (bracketed > 0) says.push(`A number in brackets, or with its minus behind, is negative.`)
    if (marked > 0) says.push(`A mark such as * behind a number is kept as its status.`)
  }
}
