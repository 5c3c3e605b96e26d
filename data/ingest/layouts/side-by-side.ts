import type { Question } from '../../model/report.ts'
import { bareName, isNameless } from '../column-names.ts'
import { quoted } from '../issues.ts'
import { isCodeName } from '../words.ts'
import { cellsOf, holdsFigures } from './figures.ts'
import { respread } from './spread.ts'
import type { Emit, Layout, View } from './view.ts'

/** Tables of the same names stand side by side, an empty column between them or none: each row is one of each. */
export const sideBySide: Layout = (view, { options }) => {
  const found = blocksIn(view)
  if (!found) return undefined
  const others = found.blocks.slice(1).flat()
  // Who says what a column of another table is takes all of them for one.
  if (others.some((i) => view.header[i]! in (options.columns ?? {}))) return undefined
  const chosen = found.isSame ? undefined : found.blocks[Number(options.answers?.[CODE]) - 1]
  if (!found.isSame && !chosen)
    return { ...view, questions: [...view.questions, question(view, found.blocks)] }
  const blocks = chosen ? [chosen] : found.blocks
  const [first] = blocks
  const spread = (row: string[], emit: Emit) => {
    for (const block of blocks) {
      if (block.every((i) => (row[i] ?? '').trim() === '')) continue
      emit(
        block.map((i) => row[i] ?? ''),
        -1,
      )
    }
  }
  return {
    ...view,
    header: first!.map((i) => view.header[i]!),
    roles: first!.map((i) => view.roles[i]),
    from: first!.map((i) => view.from[i]!),
    ...respread(view, () => spread),
    fan: view.fan * blocks.length,
    twins: new Map(
      blocks.flatMap((block) => block.map((i, n) => [view.from[i]!, view.from[first![n]!]!])),
    ),
    says: [
      ...view.says,
      `${blocks.length} tables of the same columns stand side by side: they are read as one.`,
    ],
  }
}

/** The columns of each table, and whether their names are the same; undefined where they are one table. */
function blocksIn(view: View): { blocks: number[][]; isSame: boolean } | undefined {
  const { header } = view
  const used = header.flatMap((name, i) =>
    isNameless(name) && cellsOf(view, i).length === 0 ? [] : [i],
  )
  const starts = used.filter((i) => bareName(header[i]!) === bareName(header[used[0] ?? 0]!))
  if (starts.length < 2) return undefined
  const blocks = starts.map((start, n) =>
    used.filter((i) => i >= start && i < (starts[n + 1] ?? Number.POSITIVE_INFINITY)),
  )
  const names = blocks.map((block) => block.map((i) => bareName(header[i]!)).join('\u001f'))
  const isSame = new Set(names).size === 1
  // Labels that are the same in every row are those of one table with more columns.
  const isOther = view.rows.some(
    (row) => new Set(starts.map((i) => (row[i] ?? '').trim()).filter(Boolean)).size > 1,
  )
  // Two codes beside their names are of one table: each table has figures of its own.
  const hasFigures = (block: readonly number[]) =>
    block.slice(1).some((i) => holdsFigures(view, i) && !isCodeName(bareName(header[i]!)))
  return isOther && blocks.every(hasFigures) ? { blocks, isSame } : undefined
}

const CODE = 'side-by-side'

/** Asks which table is meant where their columns are not the same. */
const question = ({ header }: View, blocks: readonly number[][]): Question => ({
  code: CODE,
  column: null,
  message: `${blocks.length} tables of other columns stand side by side, each with its own ${quoted(bareName(header[blocks[0]![0]!]!))}. Which one is meant?`,
  options: blocks.map((block, n) => ({
    value: String(n + 1),
    label: `Table ${n + 1}, from the left`,
    example: block.map((i) => bareName(header[i]!)).join(', '),
  })),
})
