import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

type Row = Record<string, string | undefined>

/** Case, accents, kinds of apostrophe and doubled blanks do not tell two codes apart. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/ ?& ?/g, ' and ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

function rowsOf(name: string): Row[] {
  const text = readFileSync(new URL(`../codelists/${name}.csv`, import.meta.url), 'utf8')
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data
}

/** A list of codes: every spelling of each, its name for readers, and all else that is said of it. */
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
/** A list that comes with the program: `countries`, `flows`, `units`. */
export const listNamed = (name: string): List => {
  const found = kept.get(name) ?? readList(name)
  kept.set(name, found)
  return found
}
