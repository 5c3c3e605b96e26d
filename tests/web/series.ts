import type { Series } from '../../data/model/observation.ts'

/** A series with what a test says of it and something plausible for the rest. */
export const series = (of: Partial<Series>): Series => ({
  id: 'd/x',
  dataset: 'd',
  key: 'x',
  title: 'Exports',
  unit: 'USD bn',
  frequency: 'M',
  additive: 'sum',
  cumulative: false,
  dimensions: {},
  observations: 12,
  releases: 12,
  first: '2023-01-01',
  last: '2023-12-31',
  latest: { period: '2023-12', value: 21.9, decimals: 1, status: 'A', bound: null },
  ...of,
})
