import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
// Without the names in eighty languages that its own entry loads at once.
import countries from 'i18n-iso-countries/index.js'
import Papa from 'papaparse'
import type { Additive } from '../model/observation.ts'
import { isCurrencyCode, sizedCurrency } from './unit-phrase.ts'

export interface Code {
  code: string
  /** False where no code list has it: the text is kept as it is. */
  known: boolean
}

type Row = Record<string, string | undefined>

/** Case, accents, kinds of apostrophe and doubled blanks do not tell two codes apart. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/ ?& ?/g, ' and ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

function rowsOf(name: string): Row[] {
  const text = readFileSync(new URL(`../codelists/${name}.csv`, import.meta.url), 'utf8')
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data
}

interface List {
  codeOf: Map<string, string>
  nameOf: Map<string, string>
  rows: Row[]
}

/** Every spelling of a list's codes; of two that read the same the code itself wins, then the first. */
function readList(name: string): List {
  const rows = rowsOf(name)
  const codeOf = new Map<string, string>()
  const nameOf = new Map(rows.map(({ code = '', en = '' }) => [code, en]))
  const learn = (spelling: string | undefined, code: string) => {
    const word = fold(spelling ?? '')
    if (word !== '' && !codeOf.has(word)) codeOf.set(word, code)
  }
  for (const { code = '' } of rows) learn(code, code)
  for (const { code = '', alpha2, en, ru, zh, aliases = '' } of rows) {
    for (const spelling of [alpha2, en, ru, zh, ...aliases.split('|')]) learn(spelling, code)
  }
  for (const { code = '', m49, un } of rows) {
    for (const number of [m49, un]) {
      learn(number, code)
      learn(number?.replace(/^0+(?=\d)/, ''), code)
    }
  }
  return { codeOf, nameOf, rows }
}

const kept = new Map<string, List>()
const list = (name: string): List => {
  const found = kept.get(name) ?? readList(name)
  kept.set(name, found)
  return found
}

const LIST_OF = new Map([
  ['reporter', 'countries'],
  ['partner', 'countries'],
  ['partner2', 'countries'],
  ['exporter', 'countries'],
  ['importer', 'countries'],
  ['origin', 'countries'],
  ['destination', 'countries'],
  ['flow', 'flows'],
])

/** The list of ours that codes of a dimension are looked up in. */
export const listOf = (dimension: string): string | undefined => LIST_OF.get(dimension)

/** Whether codes of the dimension are looked up in a list of ours. */
export const hasList = (dimension: string): boolean => LIST_OF.has(dimension)

/** The dimension and all others whose codes are looked up in the same list. */
export const withSameList = (dimension: string): string[] =>
  [...LIST_OF.keys()].filter((id) => LIST_OF.get(id) === LIST_OF.get(dimension))

/** Spellings to try where none is listed: without the mark of a note or a year in brackets, in the usual order, without its state or its code. */
function variants(text: string): string[] {
  const bare = text
    .replace(/^(?:_|(?:From|To) )/, '')
    .replace(/\s*(?:\*+|<[\w.]+>|\[[^[\]]{1,6}\])$/, '')
    .replace(/\s*[([][^()[\]]*\d{4}[^()[\]]*[)\]]\s*$/, '')
  const [, name, form] = /^([^,]+), ((?:\S+ )*(?:of|of the))$/i.exec(bare) ?? []
  const turned = name === undefined ? [] : [`${form} ${name}`]
  const state = /^(?:the )?(?:republic|kingdom) of$/i.test(form ?? '') ? [name!] : []
  // `CN China`, `CN: China`: a code and its name.
  const coded = /^[A-Z]{2,3}(?:: ?| - | )(\p{Lu}\p{L}.*)$/u.exec(bare)?.[1]
  // Japan's `105_中華人民共和国`: an office's own number and the name.
  const numbered = /^\d{2,5}[_ ](\P{ASCII}.*)$/u.exec(bare)?.[1]
  return [bare, ...turned, ...state, ...[coded, numbered].flatMap((each) => each ?? [])].filter(
    (each) => each !== text,
  )
}

const LANGUAGES =
  'de fr es it pt nl pl ru zh sv nb da fi cs tr uk ko ja hu ro bg el hr sk sl sr lt lv et vi id'.split(
    ' ',
  )
/** Shorter names are those of other things, too: Italy is `Ý` in Vietnamese. */
const SHORTEST = 3
const load = createRequire(import.meta.url)
let names: Map<string, string> | undefined

/** ISO 3166 codes by the names of countries in other languages. */
function foreignNames(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const language of LANGUAGES) {
    countries.registerLocale(load(`i18n-iso-countries/langs/${language}.json`))
    for (const [alpha2, all] of Object.entries(countries.getNames(language, { select: 'all' }))) {
      const code = countries.alpha2ToAlpha3(alpha2)
      for (const name of all.map(fold)) {
        const isName = name.length >= SHORTEST || !/^[\p{Script=Latin}]/u.test(name)
        if (code && isName && !names.has(name)) names.set(name, code)
      }
    }
  }
  return names
}

/** A country by any of its spellings. */
function countryOf(text: string, codes: Map<string, string>): string | undefined {
  for (const spelling of variants(text)) {
    const code = codes.get(fold(spelling))
    if (code !== undefined) return code
  }
  for (const spelling of [text, ...variants(text)]) {
    if (/\d/.test(spelling)) continue
    const code = foreignNames().get(fold(spelling))
    if (code !== undefined) return codes.get(fold(code)) ?? code
  }
  return inTwoLanguages(text, codes)
}

/** `Çin-China`, `Chine / China`, `CN-Cina`: a name twice, or its code, with a dash or a slash between. */
function inTwoLanguages(text: string, codes: Map<string, string>): string | undefined {
  const [, first, second] = /^([A-Z]{2}|[^-/]{3,}?)\s*[-/]\s*([^-/]{3,})$/.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  const [one, other] = [first, second].map(
    (name) => codes.get(fold(name)) ?? countryOf(name, codes),
  )
  return one === other ? one : undefined
}

/** What is left over of the world, and no group: other areas, not specified, bunkers. */
const LEFT_OVER = /^(?:other|_X|X[X12]|UN\d+)$/

let groups: Set<string> | undefined

/** Codes of several countries: unions, continents, income groups; beside their members they count twice. */
export function groupCodes(): ReadonlySet<string> {
  groups ??= new Set(
    list('countries').rows.flatMap(({ code = '', alpha2, m49 }) => {
      const isGroup = m49 ? code.startsWith('UN') : !LEFT_OVER.test(code)
      return !alpha2 && isGroup ? [code] : []
    }),
  )
  return groups
}

/** The countries that a group of them holds, by their codes; none where a code is no group. */
export const membersOf = (code: string): readonly string[] =>
  list('countries')
    .rows.find((row) => row.code === code)
    ?.members?.split('|') ?? []

/** A short name that is a code, too, but for its capitals: `Nga` is Russia in Vietnamese, `NGA` is Nigeria. */
const inWords = (list: string, text: string): string | undefined =>
  list === 'countries' && /^\p{Lu}\p{Ll}{2}$/u.test(text)
    ? foreignNames().get(fold(text))
    : undefined

/** The code that a text stands for: `Russian Federation` is RUS, `export` X; `CHN+HKG` stays a union. */
export function codeOf(dimension: string, text: string): Code {
  const name = LIST_OF.get(dimension)
  if (name === undefined) return { code: text.trim(), known: true }
  const { codeOf } = list(name)
  const whole = inWords(name, text) ?? codeOf.get(fold(text))
  if (whole !== undefined) return { code: whole, known: true }
  const spelled = name === 'countries' ? countryOf(text, codeOf) : undefined
  if (spelled !== undefined) return { code: spelled, known: true }
  const members = text.split('+').map((member) => codeOf.get(fold(member)))
  const union = members.every((code) => code !== undefined)
  return { code: union ? members.join('+') : text.trim(), known: union }
}

/** The name of a code for readers; the code itself where no list has it. */
export function nameOf(dimension: string, code: string): string {
  const name = LIST_OF.get(dimension)
  if (name === undefined) return code
  const { nameOf } = list(name)
  return (
    nameOf.get(code) ??
    code
      .split('+')
      .map((member) => nameOf.get(member) ?? member)
      .join(' and ')
  )
}

/** Every name by which readers look for a code. */
export function namesOf(dimension: string, code: string): string[] {
  const name = LIST_OF.get(dimension)
  const row = name === undefined ? undefined : list(name).rows.find((each) => each.code === code)
  return row ? [row.en, row.ru, row.zh].flatMap((word) => word || []) : []
}

/** The unit as our list writes it, or a currency and how many of it; undefined for any other. */
export const unitNamed = (unit: string): string | undefined => {
  if (AMBIGUOUS.test(unit)) return undefined
  const text = unit.replace(IN, '').replace(SIZE_BEHIND, ' $1').replace(TERMS, '')
  const listed = list('units').codeOf.get(fold(text)) ?? sizedCurrency(text)
  return listed ?? (isCurrencyCode(text) ? text.trim() : undefined)
}

/** `in millions of dollars`, `en millions d'euros`, `FOB in Million USD`. */
const IN = /^(?:(?:FOB|CIF|CAF|FAS),? )?(?:in|en|em|в) /i
/** `NZD FOB`, `USD thousand (CIF)`: the terms that goods are valued by. */
const TERMS = /,? [(]?(?:FOB|CIF|FAS|CAF|ФОБ|СИФ)[)]?$/i
/** `USD, Million`, `US Dollars, Millions`. */
const SIZE_BEHIND = /, ?((?:thousand|million|billion)s?)$/i

/** `Mt` is a million tonnes; in other capitals it is most often one metric ton, and stays as it is written. */
const AMBIGUOUS = /^\s*(?:MT|mt|mT)\s*$/

/** What a sum of values in the unit means; undefined for a unit that nobody has listed. */
export function additiveOf(unit: string): Additive | undefined {
  const { rows } = list('units')
  const code = unitNamed(unit)
  const additive = rows.find((row) => row.code === code)?.additive
  if (additive === 'sum' || additive === 'last' || additive === 'none') return additive
  return code === undefined ? undefined : 'sum'
}

/** What a unit measures, by the list of units: value, quantity or rate. */
export function measureOf(unit: string): string | undefined {
  const code = unitNamed(unit)
  return list('units').rows.find((row) => row.code === code)?.measures
}

/** Whether a list of ours has the text as a code of the dimension. */
export const hasCode = (dimension: string, text: string): boolean =>
  text.trim() !== '' && hasList(dimension) && codeOf(dimension, text).known
