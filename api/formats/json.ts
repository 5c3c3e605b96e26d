import type { Format } from './format.ts'

/** The very answer of /api/data. */
export const json: Format = {
  ending: 'json',
  type: 'application/json',
  says: 'the columns of /api/data with notes and every source',
  write: (columns) => JSON.stringify(columns),
}
