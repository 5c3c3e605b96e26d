import type { Issue } from '../model/report.ts'
import type { Dialect } from './reader/table.ts'

export interface Annotation {
  dialect: Pick<Dialect, 'delimiter' | 'quote' | 'headerLine'>
  /** Cells of a record; shorter ones are filled up, so that what is wrong stands below its heading. */
  width: number
  /** Lines on which a quote stands where none belongs: it is a sign like others there, and quotes nothing. */
  stray?: ReadonlySet<number>
  /** In order of line. */
  issues: AsyncIterable<Issue>
}

/** The heading of the column that is added. */
const ISSUES_COLUMN = 'issues'

/**
 * The text of a file with one cell more at the end of each record: what is wrong with it. All else stays
 * as it was written, quotes and line ends too.
 */
export async function* annotate(
  pieces: AsyncIterable<string>,
  { dialect, width, stray, issues }: Annotation,
): AsyncGenerator<string> {
  const { delimiter, headerLine } = dialect
  const waiting = issues[Symbol.asyncIterator]()
  let next = await waiting.next()
  /** The cells to be added to a record of these lines. */
  const ending = async ({ fields, from, to }: RecordEnd): Promise<string> => {
    const words: string[] = []
    while (!next.done && next.value.line <= to) {
      words.push(inWords(next.value))
      next = await waiting.next()
    }
    // Blank lines, and what stands above the header, are no records.
    if ((fields === 0 || to < headerLine) && words.length === 0) return ''
    const isHeader = from <= headerLine && headerLine <= to
    const cell = harmless([...(isHeader ? [ISSUES_COLUMN] : []), ...words].join('; '))
    return delimiter.repeat(Math.max(0, width - fields) + 1) + quoted(cell, dialect)
  }
  const scanner = new RecordScanner(dialect, stray)
  for await (const text of pieces) {
    const out: string[] = []
    let at = 0
    for (const end of scanner.scan(text)) {
      out.push(text.slice(at, end.at), await ending(end))
      at = end.at
    }
    out.push(text.slice(at))
    yield out.join('')
  }
  const last = scanner.finish()
  if (last) yield await ending(last)
  await waiting.return?.()
}

/** Where a record ends. */
interface RecordEnd {
  /** Place of its line end in the text that is scanned. */
  at: number
  /** None in a blank line. */
  fields: number
  from: number
  to: number
}

const [LF, CR] = [10, 13]

/** Finds where records end, piece by piece: a line end inside quotes ends none. */
class RecordScanner {
  readonly #delimiter: number
  readonly #quote: number
  readonly #stray: ReadonlySet<number>
  #line = 1
  #from = 1
  #fields = 0
  #isQuoted = false
  #isFieldStart = true
  #afterReturn = false

  constructor({ delimiter, quote }: Annotation['dialect'], stray: ReadonlySet<number> = new Set()) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0)
    this.#stray = stray
  }

  *scan(text: string): Generator<RecordEnd> {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const isSecond = code === LF && this.#afterReturn
      this.#afterReturn = code === CR
      // The line end that began with CR was counted there.
      if (isSecond) continue
      if (code === LF || code === CR) {
        if (!this.#isQuoted) yield this.#end(at)
        this.#line++
        if (!this.#isQuoted) this.#from = this.#line
      } else if (this.#quotes(code)) {
        // A doubled quote closes and opens again.
        this.#isQuoted = !this.#isQuoted
        this.#fields ||= 1
        this.#isFieldStart = !this.#isQuoted
      } else if (code === this.#delimiter && !this.#isQuoted) {
        this.#fields = Math.max(1, this.#fields) + 1
        this.#isFieldStart = true
      } else if (!this.#isQuoted) {
        this.#fields ||= 1
        this.#isFieldStart = false
      }
    }
  }

  #quotes(code: number): boolean {
    const isSign = code === this.#quote && (this.#isQuoted || this.#isFieldStart)
    return isSign && !this.#stray.has(this.#line)
  }

  /** The last record, where no line end follows it. */
  finish(): RecordEnd | undefined {
    return this.#fields > 0 ? this.#end(0) : undefined
  }

  #end(at: number): RecordEnd {
    const end = { at, fields: this.#fields, from: this.#from, to: this.#line }
    this.#fields = 0
    this.#isFieldStart = true
    return end
  }
}

/** "amount: “x” is no number." */
const inWords = ({ column, message }: Issue): string =>
  column === null ? message : `${column}: ${message}`

/** The name of a column comes first, and might be a formula to a spreadsheet. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

function quoted(cell: string, { delimiter, quote }: Annotation['dialect']): string {
  const mark = quote || '"'
  if (![delimiter, mark, '\n', '\r'].some((sign) => cell.includes(sign))) return cell
  return `${mark}${cell.replaceAll(mark, mark + mark)}${mark}`
}
