import { readdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadDocuments } from '../data/documents.ts'
import { openStore } from '../data/store/open.ts'
import { startWriter, type Writer } from '../data/writer.ts'
import { openAccess } from './access.ts'
import { createApp } from './app.ts'
import { openDirect } from './direct.ts'
import { openPage } from './page.ts'
import { createServer } from './server.ts'
import { readSettings, type Settings } from './settings.ts'
import { discardFiles } from './upload.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Starts the server and says where it is. Gives what ends it. */
async function start(settings: Settings): Promise<() => Promise<void>> {
  const { DATABASE_URL, ENTREPOT_TOKEN, ENTREPOT_UPLOADS } = settings
  const documents = loadDocuments(here('../data/dashboards'))
  dropParts(ENTREPOT_UPLOADS)
  const writer = startWriter(DATABASE_URL)
  const page = openPage(here('../dist'))
  await writer.ready
  await loadShipped(writer)
  await dropOld(writer, settings)
  const store = await openStore(DATABASE_URL, 'read')
  const access = openAccess(join(dirname(store.path), 'access.json'), ENTREPOT_TOKEN)
  const direct = openDirect(store)
  const app = createApp({ db: store.db, writer, settings, documents, access, page }, direct)
  const server = createServer(app, direct)
  const close = async () => {
    server.close()
    server.closeAllConnections()
    await writer.close()
    await store.close()
  }
  try {
    console.log(`Entrepot is at ${await listen(server, settings)}`)
  } catch (error) {
    await close()
    throw error
  }
  if (access.madeToken) {
    console.log(`Token for uploads, shown this once and kept as a hash only: ${access.madeToken}`)
  }
  return close
}

async function loadShipped(writer: Writer): Promise<void> {
  for (const { file, status, added, revised, error } of await writer.loadShipped()) {
    const words = error ?? `${added} figures added, ${revised} revised`
    console.log(`${file}: ${status}, ${words}`)
  }
}

const DAY = 86_400_000

/** Lets go of what was uploaded to be looked at, and that nobody has come back to. */
async function dropOld(writer: Writer, settings: Settings): Promise<void> {
  const days = settings.ENTREPOT_PREVIEW_DAYS
  const before = new Date(Date.now() - days * DAY)
  const why = `Nobody settled it within ${days} days, so it was let go; import the file again.`
  const { imports, files } = await writer.dropOld(before, why)
  await discardFiles(files, settings.ENTREPOT_UPLOADS)
  if (imports.length === 0) return
  const what =
    imports.length === 1 ? `Import ${imports[0]} was` : `Imports ${imports.join(', ')} were`
  console.log(`${what} let go: nobody committed or answered within ${days} days.`)
}

/** Uploads that a crash cut off. */
function dropParts(folder: string): void {
  try {
    const parts = readdirSync(folder).filter((name) => name.endsWith('.part'))
    for (const name of parts) rmSync(join(folder, name), { force: true })
  } catch {
    // No folder yet: the first upload makes it.
  }
}

function listen(server: Server, { HOST, PORT }: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : PORT
      const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST
      resolve(`http://${name}:${port}`)
    })
  })
}

/** What a person can mend is one sentence; anything else is ours, and is told whole. */
function explain(error: Error & { code?: string }, { HOST, PORT }: Partial<Settings>): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${PORT} is taken: end the program that uses it, or start on another one with PORT=${(PORT ?? 0) + 1} npm start.`
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return `${HOST}:${PORT} cannot be listened on (${error.code}): set HOST and PORT to what this user may use.`
  }
  const mendable = ['SettingsError', 'DocumentError', 'StoreError'].includes(error.name)
  return mendable ? error.message : (error.stack ?? error.message)
}

let settings: Settings | undefined
try {
  settings = readSettings(process.env)
  const starting = start(settings)
  // Told to end while it starts, it ends when it has started: nothing is left half done.
  const end = async () => {
    const close = await starting.catch(() => process.exit(1))
    await close()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  await starting
} catch (error) {
  console.error(explain(error as Error, settings ?? {}))
  process.exit(1)
}
