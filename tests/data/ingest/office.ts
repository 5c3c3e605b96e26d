import fc from 'fast-check'
import iconv from 'iconv-lite'
import { seeded } from '../../../scripts/bench/tidy.ts'
import { FURNITURE, furnished } from './office-furniture.ts'
import { type Frequency, ISO, LANGUAGES, type Language, two } from './office-languages.ts'
import { MORE_LANGUAGES } from './office-languages-more.ts'

const ALL: Record<string, Language> = { ...LANGUAGES, ...MORE_LANGUAGES }

export const GOODS = ['0101', '2709', '8542', '870323']
export const PARTNERS = Object.keys(ISO)
export const MISSING = 'missing'

/** All that an office may do in another way; numbers choose among what its language has. */
export const written = fc.record({
  language: fc.constantFrom(...Object.keys(ALL)),
  layout: fc.constantFrom('long', 'periods across', 'partners across'),
  /** Exports and imports, or neither. */
  flows: fc.boolean(),
  world: fc.constantFrom('none', 'first', 'last'),
  /** What several rows share stands in the first of them only. */
  grouped: fc.boolean(),
  /** Year and month are columns of their own. */
  split: fc.boolean(),
  /** Changes in per cent stand beside the values. */
  change: fc.boolean(),
  /** Sums since January, or flags, stand behind the values. */
  behind: fc.constantFrom('nothing', 'sums', 'flags'),
  /** A flow stands over the first of its columns only. */
  merged: fc.boolean(),
  frequency: fc.constantFrom<Frequency>('years', 'quarters', 'months'),
  spelling: fc.nat(5),
  number: fc.nat(3),
  decimals: fc.nat(3),
  scale: fc.nat(8),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.nat(3),
  crlf: fc.boolean(),
  quoted: fc.boolean(),
  missing: fc.constantFrom('', '-', '..', 'n/a', '…', ':', '–'),
  flag: fc.constantFrom('', '*', ' p', '(e)'),
  unit: fc.nat(2),
  titles: fc.nat(2),
  footers: fc.nat(2),
  goods: fc.nat(3),
  partners: fc.integer({ min: 2, max: 5 }),
  periods: fc.integer({ min: 3, max: 7 }),
  start: fc.integer({ min: 2001, max: 2019 }),
  seed: fc.nat(),
  furniture: fc.subarray([...FURNITURE], { maxLength: 2 }),
})

export type Choice = typeof written extends fc.Arbitrary<infer T> ? T : never

/** What a figure is of. */
export interface Place {
  partner: string
  good: string | undefined
  flow: string | undefined
  period: string
}

/** What is told at a place; null where an office says that it has nothing. */
export interface Told {
  value: number | null
  decimals: number
  isFlagged: boolean
}

/** What a file tells; the text of a value is as the store has it, without what an office adds. */
export interface Figure extends Place, Told {
  text: string
  status: string
}

/** What the marks behind figures are as statuses. */
const STATUS: Record<string, string> = { '': 'A', '*': '*', ' p': 'p', '(e)': 'e' }

export interface Cube {
  language: Language
  partners: string[]
  /** One that is undefined where the table names none. */
  goods: (string | undefined)[]
  flows: (string | undefined)[]
  periods: { period: string; text: string }[]
  cell(partner: string, good: string | undefined, flow: string | undefined, period: string): string
  change(): string
  /** A flag of the figure before, in a cell of its own. */
  flag(): string
}

const SIZE = { years: 1, quarters: 4, months: 12 }
const chosen = <T>(all: readonly T[], n: number): T => all[n % all.length]!

function periodsOf({ frequency, spelling, periods, start }: Choice, { spell }: Language) {
  const of = SIZE[frequency]
  return Array.from({ length: periods }, (_, i) => {
    const year = String(start + Math.floor(i / of))
    const piece = (i % of) + 1
    const ends = { years: '', quarters: `-Q${piece}`, months: `-${two(piece)}` }
    return { period: year + ends[frequency], text: chosen(spell[frequency], spelling)(year, piece) }
  })
}

/** Figures by chance, of which some are missing and some have a flag. */
export function anyFigures({ scale, seed, decimals }: Choice): (place: Place) => Told {
  const chance = seeded(seed)
  return () => {
    const value = (0.01 + chance()) * 10 ** scale
    const odd = chance()
    return { value: odd < 0.06 ? null : value, decimals, isFlagged: odd > 0.94 }
  }
}

function cubeOf(
  choice: Choice,
  language: Language,
  tell: (place: Place) => Told,
  figures: Figure[],
): Cube {
  const { world, goods, flows, missing, flag } = choice
  const [thousands, decimal] = chosen(language.numbers, choice.number)
  const chance = seeded(choice.seed)
  const write = (value: number, decimals: number): string => {
    const [whole = '', fraction] = value.toFixed(decimals).split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
    return fraction === undefined ? grouped : grouped + decimal + fraction
  }
  const own = PARTNERS.slice(0, choice.partners)
  return {
    language,
    partners: { none: own, first: ['W00', ...own], last: [...own, 'W00'] }[world]!,
    goods: goods === 0 ? [undefined] : GOODS.slice(0, goods),
    flows: flows ? ['X', 'M'] : [undefined],
    periods: periodsOf(choice, language),
    cell(partner, good, flow, period) {
      const place = { partner, good, flow, period }
      const told = tell(place)
      const { value, decimals, isFlagged } = told
      figures.push({
        ...place,
        ...told,
        text: value === null ? MISSING : value.toFixed(decimals),
        status: value === null ? 'O' : STATUS[isFlagged ? flag : '']!,
      })
      return value === null ? missing : write(value, decimals) + (isFlagged ? flag : '')
    },
    change: () => write(chance() * 30 - 5, choice.decimals),
    flag() {
      const [figure, isFlagged] = [figures.at(-1)!, chance() > 0.7]
      if (isFlagged && figure.value !== null) figure.status = 'p'
      return isFlagged ? 'p' : ''
    },
  }
}

const nameIn = ({ names, world }: Language, partner: string) => names[partner] ?? world
const flowIn = ({ flows }: Language, flow: string | undefined) => flows[flow === 'X' ? 0 : 1]

/** What languages call a sum since January. */
const SUMS: Record<string, string> = {
  en: 'Cumulative',
  ru: 'С начала года',
  zh: '累计',
  de: 'kumuliert',
  fr: 'Cumul',
  es: 'Acumulado',
  pt: 'Acumulado no ano',
  ko: '누계',
  ja: '累計',
}

function long(choice: Choice, cube: Cube): string[][] {
  const { grouped, split, change, flows, frequency } = choice
  const { language } = cube
  const sum = frequency === 'months' && choice.behind === 'sums' ? SUMS[choice.language] : undefined
  const hasSums = sum !== undefined && !flows
  const hasFlags = choice.behind === 'flags' && choice.flag === '' && !flows
  const isSplit = split && frequency === 'months'
  const hasChange = change && !flows
  const head = [
    language.partner,
    ...(cube.goods[0] ? [language.commodity] : []),
    ...(isSplit ? language.parts : [language.period]),
    ...(flows ? language.flows : [language.value]),
    ...(hasFlags ? ['Flag'] : []),
    ...(hasSums ? [sum] : []),
    ...(hasChange ? [language.change] : []),
  ]
  const rows = cube.partners.flatMap((partner) =>
    cube.goods.flatMap((good, g) =>
      cube.periods.map(({ period, text }, t) => [
        grouped && cube.goods.length > 1 && g + t > 0 ? '' : nameIn(language, partner),
        ...(good ? [good] : []),
        ...(isSplit ? period.split('-').map((part) => String(Number(part))) : [text]),
        ...cube.flows.map((flow) => cube.cell(partner, good, flow, period)),
        ...(hasFlags ? [cube.flag()] : []),
        ...(hasSums ? [cube.cell(partner, good, undefined, sinceJanuary(period))] : []),
        ...(hasChange ? [cube.change()] : []),
      ]),
    ),
  )
  return [head, ...rows]
}

/** The interval that counts from January up to a month. */
const sinceJanuary = (month: string): string => `${month.slice(0, 4)}-01/${month}`

/** A row of flows over a row of other names, where there are flows. */
function heads({ merged }: Choice, { language, flows }: Cube, fixed: string[], names: string[]) {
  const over = flows.flatMap((flow) =>
    names.map((_, i) => (i === 0 || !merged ? flowIn(language, flow) : '')),
  )
  const head = [...fixed, ...flows.flatMap(() => names)]
  return flows.length > 1 ? [[...fixed.map(() => ''), ...over], head] : [head]
}

function periodsAcross(choice: Choice, cube: Cube): string[][] {
  const { language, goods, flows, periods } = cube
  const fixed = [language.partner, ...(goods[0] ? [language.commodity] : [])]
  const names = periods.map(({ text }) => text)
  const rows = cube.partners.flatMap((partner) =>
    goods.map((good, g) => [
      choice.grouped && g > 0 ? '' : nameIn(language, partner),
      ...(good ? [good] : []),
      ...flows.flatMap((flow) =>
        periods.map(({ period }) => cube.cell(partner, good, flow, period)),
      ),
    ]),
  )
  return [...heads(choice, cube, fixed, names), ...rows]
}

function partnersAcross(choice: Choice, cube: Cube): string[][] {
  const { language, goods, flows, partners } = cube
  const fixed = [language.period, ...(goods[0] ? [language.commodity] : [])]
  const names = partners.map((partner) => nameIn(language, partner))
  const rows = cube.periods.flatMap(({ period, text }) =>
    goods.map((good, g) => [
      choice.grouped && g > 0 ? '' : text,
      ...(good ? [good] : []),
      ...flows.flatMap((flow) => partners.map((partner) => cube.cell(partner, good, flow, period))),
    ]),
  )
  return [...heads(choice, cube, fixed, names), ...rows]
}

type Layout = (choice: Choice, cube: Cube) => string[][]
const LAYOUTS: Record<string, Layout> = {
  long,
  'periods across': periodsAcross,
  'partners across': partnersAcross,
}

/** A text in an encoding, as an office's program writes it. */
export function encoded(text: string, encoding: string): Buffer {
  const marked = `\ufeff${text}`
  if (encoding === 'utf8bom') return Buffer.from(marked)
  if (encoding === 'utf16le') return Buffer.from(marked, 'utf16le')
  // No page of 256 signs has the narrow blank.
  const known = encoding === 'utf8' ? text : text.replaceAll('\u202f', '\u00a0')
  const bytes = iconv.encode(known, encoding)
  // Whose page lacks a sign writes in another.
  return iconv.decode(bytes, encoding) === known ? bytes : Buffer.from(text)
}

/** The file of a choice, the figures that it tells, and their unit. */
export function officeFile(choice: Choice, tell = anyFigures(choice), layout?: Layout) {
  const { titles, footers, delimiter, quoted, crlf } = choice
  const language = ALL[choice.language]!
  const figures: Figure[] = []
  const [unitText, unit] = chosen(language.units, choice.unit)
  const header = layout || (choice.flows && choice.layout !== 'long') ? 2 : 1
  const bare = (layout ?? LAYOUTS[choice.layout]!)(choice, cubeOf(choice, language, tell, figures))
  const hasUnits = unit !== '' && choice.furniture.includes('a unit in each row')
  const table = furnished(bare, choice.furniture, {
    header,
    unit: hasUnits ? [language.unit, unitText.replace(/^.*[:：] ?/, '')] : undefined,
  })
  const about = choice.flows ? language.trade : language.title
  const above = [[about, unitText].filter(Boolean).join(', '), language.source].slice(0, titles)
  const below = [language.source, `* ${language.title}`].slice(0, footers)
  const quote = (cell: string) =>
    quoted || cell.includes(delimiter) || cell.includes('"')
      ? `"${cell.replaceAll('"', '""')}"`
      : cell
  const rows = table.map((row) => row.map(quote).join(delimiter))
  const lines = [
    ...above.map(quote),
    ...(crlf && titles > 0 ? [''] : []),
    ...rows,
    ...(footers > 0 ? ['', ...below.map(quote)] : []),
  ]
  const text = lines.join(crlf ? '\r\n' : '\n')
  const encoding = chosen(language.encodings, choice.encoding)
  const before = lines.indexOf(rows[0]!)
  const [first, end] = [before + header, before + rows.length]
  return {
    bytes: encoded(text, encoding),
    text,
    encoding,
    figures,
    unit: titles > 0 || hasUnits ? unit : '',
    /** Where in its lines the rows of its table stand, below those of names. */
    table: { lines, header, first, end },
  }
}
