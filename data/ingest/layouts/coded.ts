import { respread } from '../spread.ts'
import type { Layout } from '../view.ts'

const NAME = /^([A-Z][A-Z0-9_]*): ?(.+)$/
const CELL = /^[A-Z0-9][A-Z0-9_.-]{0,11} ?: ?\p{L}[^:]*$/u

/**
 * Code and label in one cell, `EA20: Euro area` under `REF_AREA: Reference area`, as SDMX-CSV may have it,
 * or `CN:China` under any heading, as the BIS writes.
 */
export const coded: Layout = (view) => {
  const pairs = view.header.map((name) => NAME.exec(name))
  const isNamed = pairs.filter(Boolean).length > 1
  const isLabelled = pairs.map((pair, i) =>
    isNamed
      ? pair !== null && view.rows.some((row) => / ?: /.test(row[i] ?? ''))
      : view.rows.length > 0 && view.rows.every((row) => CELL.test((row[i] ?? '').trim())),
  )
  // `CN: Exports: fob` over figures is a name, and no code and its label.
  if (isLabelled.filter(Boolean).length < (isNamed ? 1 : 2)) return undefined
  const split = (row: string[]): string[] =>
    row.flatMap((cell, i) => {
      if (!isLabelled[i]) return [cell]
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

/** The heading of labels: its own words, unless capitals would make it that of codes. */
const labelOf = (name: string, words: string): string =>
  /\p{Ll}/u.test(words) ? words : `${words || name} label`
