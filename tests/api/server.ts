import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccess } from '../../api/access.ts'
import { type App, createApp } from '../../api/app.ts'
import { openDirect } from '../../api/direct.ts'
import { openPage } from '../../api/page.ts'
import { createServer } from '../../api/server.ts'
import { readSettings, type Settings } from '../../api/settings.ts'
import { loadDocuments } from '../../data/documents.ts'
import { openStore } from '../../data/store/open.ts'
import { startWriter, type Writer } from '../../data/writer.ts'

export const TOKEN = 'a-token-for-tests'
export const BEARER = { Authorization: `Bearer ${TOKEN}` }

export interface TestServer {
  app: App
  writer: Writer
  /** Where it listens; asked for first by `listen`. */
  listen(): Promise<string>
  folder: string
  uploads: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

/** The whole server on a store in a folder of its own; in memory until it is told to listen. */
export async function openServer(
  given: { shipped?: boolean; dist?: string; settings?: Partial<Settings> } = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-api-'))
  const uploads = join(folder, 'uploads')
  const url = `file:${join(folder, 'entrepot.db')}`
  const settings = {
    ...readSettings({ DATABASE_URL: url, ENTREPOT_UPLOADS: uploads }),
    ...given.settings,
  }
  const writer = startWriter(url)
  await writer.ready
  if (given.shipped) await writer.loadShipped()
  const store = await openStore(url, 'read')
  const direct = openDirect(store)
  const app = createApp(
    {
      db: store.db,
      writer,
      settings,
      documents: loadDocuments(new URL('../../data/dashboards', import.meta.url).pathname),
      access: openAccess(null, TOKEN),
      page: given.dist === undefined ? null : openPage(given.dist),
    },
    direct,
  )
  const server = createServer(app, direct)
  return {
    app,
    writer,
    folder,
    uploads,
    listen: () =>
      new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
        )
      }),
    get: async (path, headers = {}) => app.request(path, { headers }),
    async close() {
      server.close()
      server.closeAllConnections()
      await writer.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A form with a file, as a browser sends it. */
export function form(
  csv: string,
  fields: Record<string, string> = {},
  name = 'trade.csv',
): FormData {
  const data = new FormData()
  for (const [field, value] of Object.entries(fields)) data.append(field, value)
  data.append('file', new File([csv], name, { type: 'text/csv' }))
  return data
}
