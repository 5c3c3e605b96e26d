import { lookUp } from '../../model/look-up.ts'
import { dimensionOfRole, type ReadingOptions } from '../../model/report.ts'
import { codeOf, hasList } from '../codes/codes.ts'
import { flowIn, isOneSided } from '../codes/flows.ts'
import { SIDES, sidesIn } from '../codes/whose-trade.ts'
import { cellsOf } from '../layouts/figures.ts'
import type { View } from '../layouts/view.ts'
import { type Mapping, tellsIn } from '../mapping.ts'
import { isOfEurasia } from '../one-country.ts'
import { isPeriodText } from '../periods/read.ts'
import { saysSource } from '../reader/judge.ts'
import { unitAbove } from '../units/unit-above.ts'
import { splitUnit, unitInBrackets } from '../units/units.ts'
import { headerWord, roleOfHeader } from '../words.ts'

const LINE = /^["'(]?([\p{L}][^:：]{1,39}?)\s*[:：]\s*(\S.*)$/u

/** Dimensions that a line may name without a list of ours. */
const NAMED = ['commodity', 'indicator']

/**
 * What lines above a table say of all of it, `Reporter: China`: words for every row, by their dimension. Where the
 * source itself reports, `Country: Russia` is its partner.
 */
export function toldAbove(
  lines: readonly string[],
  header: readonly string[],
  source: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const told: Record<string, string> = {}
  const doubtful = new Set<string>()
  for (const line of lines) {
    const [, key = '', text = ''] = LINE.exec(line.trim()) ?? []
    const value = text.replace(/[)"'\s]+$/, '')
    const own = idOf(key, value)
    // Goods by ТН ВЭД are told by the customs of one country, with each of the others.
    const isOther =
      own === 'reporter' &&
      !REPORTS.test(key) &&
      (header.some(isOfEurasia) || isAnother(value, source.reporter))
    const id = isOther ? 'partner' : own
    if (id === undefined || value === '') continue
    if (told[id] !== undefined && told[id] !== value) doubtful.add(id)
    told[id] ??= value
  }
  for (const id of doubtful) delete told[id]
  return told
}

const isAnother = (country: string, reporter: string | undefined): boolean =>
  reporter !== undefined && codeOf('reporter', country).code !== reporter

/** What a key names: a dimension whose code the value is, or the source. */
function idOf(key: string, value: string): string | undefined {
  const role = key === '' ? undefined : roleOfHeader(key)
  if (role === 'source') return /^https?:/i.test(value) ? 'source_url' : 'source'
  // `贸易伙伴名称: 俄罗斯` has a name where a column has a code beside it.
  const id = role?.startsWith('label:') ? role.slice('label:'.length) : dimensionOfRole(role)
  if (id === undefined) return undefined
  if (hasList(id)) return codeOf(id, value).known ? id : undefined
  return NAMED.includes(id) && headerWord(value) !== '' ? id : undefined
}

/** What the heading of a first column says that is none of the periods below it: `Imports from (USD million)`. */
export function toldOverPeriods({ header, rows }: Pick<View, 'header' | 'rows'>): {
  unit?: string
  flow?: string
} {
  const heading = header[0] ?? ''
  const cells = cellsOf({ rows }, 0)
  const isOfPeriods = cells.length > 0 && cells.every(isPeriodText)
  if (!isOfPeriods || roleOfHeader(heading) !== undefined) return {}
  const unit = unitInBrackets(heading) ?? unitAbove([heading])
  const flow = flowIn(splitUnit(heading).stem)
  return { ...(unit !== null && { unit }), ...(isOneSided(flow) && { flow }) }
}

/**
 * The flow that the lines above a table name, and no other, where nothing else says one; undefined where it
 * does, or where a country is taken to report that may be the partner of who does. `told` are the roles that
 * a person said.
 */
export function flowOfTitle(
  titles: readonly string[],
  { dimensions, values, header }: Pick<Mapping, 'dimensions' | 'values' | 'header'>,
  constants: Readonly<Record<string, string>>,
  told: ReadingOptions['columns'],
): string | undefined {
  const isTold =
    constants.flow !== undefined ||
    dimensions.some(({ id }) => id === 'flow') ||
    tellsIn(values, 'flow') ||
    header.some((name) => !titles.includes(name) && flowIn(name) !== undefined)
  const isDoubtful =
    !titles.some(namesPartner) &&
    (dimensions.some(({ id, index }) => id === 'reporter' && !isReporter(header[index]!, told)) ||
      tellsIn(values, 'reporter'))
  const flows = new Set(titles.flatMap((line) => (OF_FILE.test(line) ? [] : (flowIn(line) ?? []))))
  const [flow] = flows
  return !isTold && !isDoubtful && flows.size === 1 && isOneSided(flow) ? flow : undefined
}

/** `Exports of chips to Russia`: those that report are others. */
function namesPartner(line: string): boolean {
  const { reporter, partner } = sidesIn(line)
  return partner !== undefined && reporter === undefined && isOneSided(flowIn(line))
}

/**
 * The sides of the trade that the lines above a table name, where nothing else does and they do not differ;
 * none by which the `keyed` dataset of the file does not tell its series apart.
 */
export function sidesOfTitle(
  titles: readonly string[],
  { dimensions, values }: Pick<Mapping, 'dimensions' | 'values'>,
  constants: Readonly<Record<string, string>>,
  keyed: readonly string[] = SIDES,
): Record<string, string> {
  const isTold = (id: string) =>
    constants[id] !== undefined || dimensions.some((one) => one.id === id) || tellsIn(values, id)
  const named = titles.filter((line) => !OF_FILE.test(line) && !saysSource(line)).map(sidesIn)
  return Object.fromEntries(
    SIDES.flatMap((id) => {
      const codes = new Set(named.flatMap((sides) => sides[id] ?? []))
      const [code] = codes
      return code && codes.size === 1 && !isTold(id) && keyed.includes(id) ? [[id, code]] : []
    }),
  )
}

/** Whether a heading of names is a title of their figures, as it says a unit: `Экспорт в Россию, тыс. долл.` above countries. */
export const isTitle = (heading: string): boolean =>
  roleOfHeader(heading) === undefined && splitUnit(heading).unit !== null

/** A file is exported, too: such lines say nothing of goods. */
const OF_FILE =
  /(?:ex|im)ported|exportiert|exportdat|экспортировано|экспорт данных|data ?bank|(?:ex|im)port (?:date|time|file|format|settings|id|on|by)(?!\p{L})|(?:ex|im)port\s*[:：]\s*\d/iu

const isReporter = (heading: string, told: ReadingOptions['columns']): boolean =>
  REPORTS.test(heading) || lookUp(told, heading) !== undefined

/** Headings that call their countries reporters. */
const REPORTS = /report|declar|ref_area|geo|meldel/i
