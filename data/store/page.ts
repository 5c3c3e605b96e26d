import { QueryError } from '../model/query-error.ts'

const USUAL = 50
const MOST = 1000

/** How many a page of a list shows: 50 when left out; at most 1000. */
export const pageSize = (limit = USUAL): number => Math.min(Math.max(1, limit), MOST)

/** QueryError 400 `bad-cursor`. */
export const badCursor = (): QueryError =>
  new QueryError('bad-cursor', 'The cursor is not one that this list gave; begin at its start.', {
    param: 'cursor',
  })
