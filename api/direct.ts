import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import { parseQuery, type SeriesQuery } from '../data/model/query.ts'
import { openReadText, type ReadText } from '../data/read-text.ts'
import type { Database } from '../data/store/schema.ts'
import { dataVersion } from '../data/store/version.ts'
import { type Asked, createKept, type Kept, type Ready } from './kept.ts'

/** What is answered before the router, which takes longer than reading a series does. */
export interface Direct {
  kept: Kept
  readText: ReadText
  /**
   * A kept answer, or `/api/data` asked for rightly. Undefined where the router has to answer: another
   * address, or a query with a fault, which it names.
   */
  find(asked: Asked): Promise<Ready | undefined>
}

export function openDirect(db: Kysely<Database>): Direct {
  const kept = createKept(() => dataVersion(db))
  const readText = openReadText(db)
  const find = async (asked: Asked): Promise<Ready | undefined> => {
    const found = await kept.find(asked)
    if (found) return found
    // Who has an answer already may have this one: the router looks at that first.
    const query = asked.knows === undefined ? queryOf(asked) : undefined
    if (!query) return undefined
    const { bytes, version } = await readText(query)
    return kept.give(asked, { body: bytes, type: 'application/json' }, version)
  }
  return { kept, readText, find: (asked) => find(asked).catch(() => undefined) }
}

const PATH = '/api/data?'

function queryOf({ method, path }: Asked): SeriesQuery | undefined {
  if (method !== 'GET' || !path.startsWith(PATH)) return undefined
  const given = new URLSearchParams(path.slice(PATH.length))
  // A parameter that is given twice is a fault, also where parseQuery would take it for a list.
  if (new Set(given.keys()).size < given.size) return undefined
  try {
    return parseQuery(given)
  } catch {
    return undefined
  }
}

/** Sends direct answers without making a Request and a Response; all others go to `next`. */
export const directly =
  ({ find }: Direct, next: RequestListener): RequestListener =>
  async (incoming, outgoing) => {
    const ready = incoming.method === 'GET' ? await find(askedOf(incoming)) : undefined
    if (ready) send(ready, outgoing)
    else next(incoming, outgoing)
  }

const askedOf = ({ method = '', url = '', headers }: IncomingMessage): Asked => ({
  method,
  path: url,
  accepts: headers['accept-encoding']?.toString(),
  knows: headers['if-none-match'],
})

const send = ({ status, headers, body }: Ready, outgoing: ServerResponse): void => {
  outgoing.writeHead(status, headers)
  outgoing.end(body)
}
