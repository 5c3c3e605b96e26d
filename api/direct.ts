import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parseQuery, type SeriesQuery } from '../data/model/query.ts'
import { openReadText, type ReadText } from '../data/read-text.ts'
import { dataVersionNow } from '../data/store/data-version.ts'
import type { Store } from '../data/store/open.ts'
import { type Asked, createKept, type Kept, type Ready } from './kept.ts'

/** What is answered at once and before the router, which takes longer than reading a series does. */
export interface Direct {
  kept: Kept
  readText: ReadText
  /**
   * A kept answer, or stored series asked for rightly of `/api/data`. Undefined where the router has to
   * answer: another address, series to be computed, or a query with a fault, which it names.
   */
  find(asked: Asked): Ready | undefined
}

export function openDirect(store: Store): Direct {
  const kept = createKept(() => dataVersionNow(store))
  const readText = openReadText(store)
  const find = (asked: Asked): Ready | undefined => {
    try {
      const found = kept.find(asked)
      if (found) return found
      // Who has an answer already may have this one: the router looks at that first.
      const query = asked.knows === undefined ? queryOf(asked) : undefined
      const text = query && readText(query)
      return text && kept.give(asked, { body: text.bytes, type: 'application/json' }, text.version)
    } catch {
      return undefined
    }
  }
  return { kept, readText, find }
}

const PATH = '/api/data?'

function queryOf({ method, path }: Asked): SeriesQuery | undefined {
  if (method !== 'GET' || !path.startsWith(PATH)) return undefined
  const given = new URLSearchParams(path.slice(PATH.length))
  // A parameter that is given twice is a fault, also where parseQuery would take it for a list.
  return new Set(given.keys()).size < given.size ? undefined : parseQuery(given)
}

/** Sends direct answers without making a Request and a Response; all others go to `next`. */
export const directly =
  ({ find }: Direct, next: RequestListener): RequestListener =>
  (incoming, outgoing) => {
    const ready = incoming.method === 'GET' ? find(askedOf(incoming)) : undefined
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
