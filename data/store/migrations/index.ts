import type { Migration } from 'kysely/migration'
import * as first from './0001-first.ts'
import * as derived from './0002-derived.ts'
import * as replacing from './0003-replacing.ts'
import * as kept from './0004-kept.ts'
import * as latest from './0005-latest.ts'
import * as names from './0006-names.ts'

/** In the order in which they are applied. A store that knows others was made by a newer version. */
export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-derived': derived,
  '0003-replacing': replacing,
  '0004-kept': kept,
  '0005-latest': latest,
  '0006-names': names,
}
