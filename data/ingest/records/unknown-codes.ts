import type { Issue } from '../../model/report.ts'
import { withPlace } from '../../model/with-place.ts'
import { quoted } from '../issues.ts'
import type { KnownSeries } from './known-series.ts'
import { NumberedTexts } from './numbered-texts.ts'

/** Codes in no list that are said one by one; of the rest only how many they are. */
const MOST = 1000

/** A code that no list has, with its column. */
export interface UnknownCode {
  column: string
  dimension: string
  code: string
}

/** Codes of a file that no list has, and the entries that have them. */
export class UnknownCodes {
  readonly #words: NumberedTexts
  readonly #columns: string[] = []
  /** The number of the column, a blank, that of the word. */
  readonly #known = new NumberedTexts()
  /** An entry has a code, but for so many of its rows. */
  #entries = new Int32Array(64)
  #codes = new Int32Array(64)
  #without = new Int32Array(64)
  #count = 0

  /** `words` are those that codes are kept by. */
  constructor(words: NumberedTexts) {
    this.#words = words
  }

  add(entry: number, { column, code }: UnknownCode, without = 0): void {
    const at = this.#count++
    this.#entries = withPlace(this.#entries, at)
    this.#codes = withPlace(this.#codes, at)
    this.#without = withPlace(this.#without, at)
    this.#entries[at] = entry
    this.#codes[at] = this.#numberOf(column, this.#words.add(code))
    this.#without[at] = without
  }

  /**
   * One note for each code, at its first line, with its rows and its share of the value, `total` in all;
   * `fan` observations stand in one row.
   */
  issues(
    known: KnownSeries,
    sumOf: (entry: number) => number,
    total: number,
    fan: number,
  ): Issue[] {
    const { count } = this.#known
    const rows = new Float64Array(count)
    const sums = new Float64Array(count)
    const lines = new Uint32Array(count)
    for (let i = 0; i < this.#count; i++) {
      const entry = this.#entries[i]!
      const code = this.#codes[i]!
      const line = known.lineOf(entry)
      if (line === 0) continue
      rows[code]! += known.rowsOf(entry) - this.#without[i]!
      sums[code]! += sumOf(entry)
      lines[code] ||= line
    }
    const largest = Uint32Array.from(lines.keys())
      .filter((code) => lines[code]! > 0)
      .sort((a, b) => sums[b]! - sums[a]! || a - b)
    const said = Array.from(largest.subarray(0, MOST), (number): Issue => {
      const { column, code } = this.#codeOf(number)
      const inFile = Math.ceil(rows[number]! / fan)
      return {
        severity: 'note',
        line: lines[number]!,
        column,
        code: 'unknown-code',
        message: `${quoted(code)} is in none of our code lists and is kept as it is, in ${inFile} ${inFile === 1 ? 'row' : 'rows'}${shareWords(sums[number]!, total)}.`,
        value: code,
      }
    })
    const rest = largest.subarray(MOST)
    if (rest.length === 0) return said
    const sum = rest.reduce((all, code) => all + sums[code]!, 0)
    return [
      ...said,
      {
        severity: 'note',
        line: lines[rest[0]!]!,
        column: this.#codeOf(rest[0]!).column,
        code: 'unknown-codes',
        message: `${rest.length.toLocaleString('en')} more codes are in none of our code lists and are kept as they are${shareWords(sum, total)}. Are these codes, or is the column another thing?`,
        value: null,
      },
    ]
  }

  #numberOf(name: string, word: number): number {
    const known = this.#columns.indexOf(name)
    const column = known < 0 ? this.#columns.push(name) - 1 : known
    return this.#known.add(`${column} ${word}`)
  }

  #codeOf(number: number): { column: string; code: string } {
    const [column, word] = this.#known.text(number).split(' ').map(Number)
    return { column: this.#columns[column!]!, code: this.#words.text(word!) }
  }
}

function shareWords(sum: number, total: number): string {
  if (total === 0 || sum === 0) return ''
  const share = (100 * sum) / total
  return share < 0.1 ? ', less than 0.1 % of the value' : `, ${share.toFixed(1)} % of the value`
}
