import type { DatasetDetail } from '../client.ts'
import { FREQUENCIES } from '../words.ts'

export type Dimension = DatasetDetail['dimensions'][number]

/** Dimensions that mean the same in every dataset, in the order in which a reader asks for them. */
export const SHARED = ['reporter', 'partner', 'flow', 'unit', 'frequency'] as const

export const isShared = (dimension: string): boolean => SHARED.some((one) => one === dimension)

const longestFirst = Object.keys(FREQUENCIES)

/** Codes with the most series first; frequencies from years to days. */
const inOrder = (dimension: string, codes: Dimension['codes']): Dimension['codes'] =>
  dimension === 'frequency'
    ? codes.toSorted((a, b) => longestFirst.indexOf(a.code) - longestFirst.indexOf(b.code))
    : codes.toSorted((a, b) => b.series - a.series || a.label.localeCompare(b.label))

/** What can be filtered on over several datasets: the dimensions they share, codes added up. */
export function mergeDimensions(
  datasets: readonly Pick<DatasetDetail, 'dimensions'>[],
): Dimension[] {
  return SHARED.flatMap((id) => {
    const codes = new Map<string, Dimension['codes'][number]>()
    for (const one of datasets.flatMap(({ dimensions }) => dimensions)) {
      if (one.id !== id) continue
      for (const { code, label, series } of one.codes)
        codes.set(code, { code, label, series: series + (codes.get(code)?.series ?? 0) })
    }
    return codes.size > 0 ? [{ id, codes: inOrder(id, [...codes.values()]) }] : []
  })
}

/** The dimensions with what is filtered on among them, also where nothing carries it, so that it can be taken away. */
export function withChosen(
  dimensions: readonly Dimension[],
  chosen: Readonly<Record<string, string>>,
): Dimension[] {
  const missing = Object.entries(chosen).filter(([id]) => !dimensions.some((one) => one.id === id))
  return [...dimensions, ...missing.map(([id]): Dimension => ({ id, codes: [] }))].map(
    ({ id, codes }) => {
      const code = chosen[id]
      return code === undefined || codes.some((one) => one.code === code)
        ? { id, codes }
        : { id, codes: [...codes, { code, label: '', series: 0 }] }
    },
  )
}
