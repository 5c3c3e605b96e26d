import { QueryError } from '../model/query-error.ts'

export const USUAL_SIZE = 50
export const LARGEST_SIZE = 1000

/** How many a page of a list shows: 50 when left out; at most 1000. */
export const pageSize = (limit = USUAL_SIZE): number => Math.min(Math.max(1, limit), LARGEST_SIZE)

/** QueryError 400 `bad-cursor`. */
export const badCursor = (): QueryError =>
  new QueryError('bad-cursor', 'The cursor is not one that this list gave; begin at its start.', {
    param: 'cursor',
  })
