import { quoted } from '../issues.ts'
import { columnNamed } from '../profile.ts'
import { respread } from './spread.ts'
import type { Layout } from './view.ts'

/** Rows of several kinds in one table, of which the profile of its source says which hold figures. */
export const chosen: Layout = (view, { profile }) => {
  const only = Object.entries(profile?.only ?? {})
    .map(([name, texts]) => ({
      name,
      index: columnNamed(view.header, name),
      texts: new Set(texts),
    }))
    .filter(({ index }) => index >= 0)
  if (only.length === 0) return undefined
  const isRead = (row: string[]): boolean =>
    only.every(({ index, texts }) => texts.has((row[index] ?? '').trim()))
  return {
    ...view,
    ...respread(view, () => (row, emit) => {
      if (isRead(row)) emit(row, -1)
    }),
    says: [
      ...view.says,
      ...only.map(
        ({ name, texts }) =>
          `Of the rows only those are read that have ${[...texts].map(quoted).join(' or ')} in ${quoted(name)}.`,
      ),
    ],
  }
}
