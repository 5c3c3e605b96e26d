import type { Kysely } from 'kysely'
import type { Source } from '../model/columns.ts'
import { dayText } from '../model/day.ts'
import type { Series } from '../model/observation.ts'
import { listRelated } from './related.ts'
import { type ListedRelease, listReleases } from './releases.ts'
import type { Database } from './schema.ts'
import { findSeriesOrThrow } from './series.ts'
import { inSnapshot } from './snapshot.ts'

/** All that the page of a series says beside its figures. */
export interface SeriesDetail extends Series {
  /** Those of all releases, each once, the one with most of them first. */
  sources: (Source & { releases: number })[]
  related: Series[]
}

/** Throws QueryError 404 `unknown-series` with the nearest id, or `unknown-dataset`. */
export const findSeriesDetail = (db: Kysely<Database>, id: string): Promise<SeriesDetail> =>
  inSnapshot(db, async (now) => ({
    ...(await findSeriesOrThrow(now, id)),
    sources: sourcesOf(await listReleases(now, id)),
    related: await listRelated(now, id),
  }))

function sourcesOf(releases: ListedRelease[]): SeriesDetail['sources'] {
  const told = Map.groupBy(releases, ({ source, sourceUrl, published }) =>
    JSON.stringify([source, sourceUrl, published]),
  )
  return [...told.values()]
    .map((group) => {
      const { source, sourceUrl: url, published } = group[0]!
      const day = published === null ? null : dayText(published)
      return { source, url, published: day, releases: group.length }
    })
    .sort((a, b) => b.releases - a.releases)
}
