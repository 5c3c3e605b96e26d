import type { Kysely } from 'kysely'
import type { SeriesDetail } from '../../model/columns.ts'
import { Sources } from '../../model/sources.ts'
import type { Database } from '../schema.ts'
import { inSnapshot } from '../snapshot.ts'
import { asSource } from '../telling.ts'
import { listRelated } from './related.ts'
import { type ListedRelease, listReleases } from './releases.ts'
import { findSeriesOrThrow } from './series.ts'

/** A series with its sources and those beside it. Throws QueryError 404 `unknown-series` with the nearest id, or `unknown-dataset`. */
export const findSeriesDetail = (db: Kysely<Database>, id: string): Promise<SeriesDetail> =>
  inSnapshot(db, async (now) => ({
    ...(await findSeriesOrThrow(now, id)),
    sources: sourcesOf(await listReleases(now, id)),
    related: await listRelated(now, id),
  }))

function sourcesOf(releases: ListedRelease[]): SeriesDetail['sources'] {
  const sources = new Sources()
  const told: number[] = []
  for (const release of releases) {
    const place = sources.placeOf(asSource(release))
    told[place] = (told[place] ?? 0) + 1
  }
  return sources.list
    .map((source, i) => ({ ...source, releases: told[i]! }))
    .sort((a, b) => b.releases - a.releases)
}
