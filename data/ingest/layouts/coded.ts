import { respread } from './spread.ts'
import type { Layout } from './view.ts'

const NAME = /^([A-Z][A-Z0-9_]*): ?(.+)$/
/** `{'id': 'CN', 'value': 'China'}`, as Python writes what the World Bank answers. */
const RECORD = /^\{(['"])id\1: ?\1(.*?)\1, ?\1value\1: ?(['"])(.*)\3\}$/
const CELL = /^[A-Z0-9][A-Z0-9_.-]{0,11} ?: ?\p{L}[^:]*$/u

/**
 * Code and label in one cell, `EA20: Euro area` under `REF_AREA: Reference area`, as SDMX-CSV may have it,
 * or `CN:China` under any heading, as the BIS writes, or both in a record.
 */
export const coded: Layout = (view) => {
  const pairs = view.header.map((name) => NAME.exec(name))
  const isNamed = pairs.filter(Boolean).length > 1
  const areRecords = view.header.map((_, i) => areAll(view.rows, i, RECORD))
  const isLabelled = pairs.map((pair, i) =>
    areRecords.includes(true)
      ? areRecords[i]!
      : isNamed
        ? pair !== null && view.rows.some((row) => / ?: /.test(row[i] ?? ''))
        : areAll(view.rows, i, CELL),
  )
  // `CN: Exports: fob` over figures is a name, and no code and its label.
  const enough = isNamed || areRecords.includes(true) ? 1 : 2
  if (isLabelled.filter(Boolean).length < enough) return undefined
  const split = (row: string[]): string[] =>
    row.flatMap((cell, i) => {
      if (!isLabelled[i]) return [cell]
      const record = RECORD.exec(cell.trim())
      if (record) return [record[2]!, record[4]!]
      const at = cell.indexOf(':')
      return at < 0 ? [cell, ''] : [cell.slice(0, at).trim(), cell.slice(at + 1).trim()]
    })
  const each = <T>(list: readonly T[], label: (item: T, i: number) => T): T[] =>
    list.flatMap((item, i) => (isLabelled[i] ? [item, label(item, i)] : [item]))
  return {
    ...view,
    header: each(
      view.header.map((name, i) => pairs[i]?.[1] ?? name),
      (name, i) => labelOf(name, pairs[i]?.[2]?.trim() ?? ''),
    ),
    roles: each(view.roles, () => undefined),
    from: each(view.from, (from) => from),
    ...respread(view, () => (row, emit) => emit(split(row), -1)),
    says: [...view.says, 'Cells hold a code and its label.'],
  }
}

const areAll = (rows: readonly string[][], index: number, shape: RegExp): boolean =>
  rows.length > 0 && rows.every((row) => shape.test((row[index] ?? '').trim()))

/** The heading of labels: its own words, unless capitals would make it that of codes. */
const labelOf = (name: string, words: string): string =>
  /\p{Ll}/u.test(words) ? words : `${words || name} label`
