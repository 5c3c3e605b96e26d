import type { Kysely } from 'kysely'
import type { Documents } from '../data/documents.ts'
import type { Database } from '../data/store/schema.ts'
import type { Writer } from '../data/writer.ts'
import type { Access } from './access.ts'
import type { Page } from './page.ts'
import type { Settings } from './settings.ts'

/** The world outside the HTTP edge, handed in. */
export interface Services {
  /** A reading connection. */
  db: Kysely<Database>
  writer: Writer
  settings: Settings
  documents: Documents
  access: Access
  /** The built page; null where it is not built. */
  page: Page | null
}
