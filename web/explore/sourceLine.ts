import type { Series } from '../../data/model/observation.ts'
import type { DatasetSummary } from '../client.ts'

/** Who told the figures of a chart that no document describes: its datasets' sources, else their titles. */
export function sourceLine(series: Series[], datasets: DatasetSummary[]): string {
  const told = datasets.filter(({ id }) => series.some((one) => one.dataset === id))
  const words = told.map(({ source, title }) => source || title).join('; ')
  return words ? `Source: ${words.replace(/[.]$/, '')}.` : ''
}
