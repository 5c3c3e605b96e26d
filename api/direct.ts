import { parseQuery, type SeriesQuery } from '../data/model/query.ts'
import type { ReadText } from '../data/read-text.ts'
import type { Kept } from './kept.ts'

/**
 * Answers `/api/data` before the router, which takes longer than reading a series does. Undefined where
 * the router has to answer: another address, or a query with a fault, which it names.
 */
export function openDirect(kept: Kept, readText: ReadText) {
  return async (request: Request): Promise<Response | undefined> => {
    const query = queryOf(request)
    if (!query) return undefined
    const make = async () => ({ body: await readText(query), type: 'application/json' })
    return kept.answer(request, make).catch(() => undefined)
  }
}

const PATH = '/api/data?'

function queryOf({ method, url }: Request): SeriesQuery | undefined {
  const at = url.indexOf('/', url.indexOf('//') + 2)
  if (method !== 'GET' || !url.startsWith(PATH, at)) return undefined
  const given = new URLSearchParams(url.slice(at + PATH.length))
  // A parameter that is given twice is a fault, also where parseQuery would take it for a list.
  if (new Set(given.keys()).size < given.size) return undefined
  try {
    return parseQuery(given)
  } catch {
    return undefined
  }
}
