import type { Day } from '../../model/day.ts'
import type { RawDatabase } from '../open.ts'
import type { Origin, UndatedRule } from '../telling.ts'
import type { FileSeries } from './stage.ts'

const REMEMBERED = 100_000

export interface OriginOptions {
  rule: UndatedRule
  /** Which import this is in the order of writing; larger than all before. */
  told: number
  /** The day on which a release without a day counts as published. */
  day: Day
}

/** The origins of a file; `save` puts one into the store when it is first asked for. */
export function stagedOrigins(
  file: FileSeries,
  { rule, told, day }: OriginOptions,
  save: (origin: Origin) => number = () => 0,
): (number: number) => Origin {
  const known = new Map<number, Origin>()
  let lastNumber = -1
  let lastOrigin: Origin
  return (number) => {
    if (number === lastNumber) return lastOrigin
    let origin = known.get(number)
    if (!origin) {
      const draft = file.origin(number)
      const assumed = rule.undated === 'import' ? day : null
      origin = { id: 0, told, ...draft, known: draft.published ?? assumed }
      origin.id = save(origin)
      if (known.size >= REMEMBERED) known.clear()
      known.set(number, origin)
    }
    lastNumber = number
    lastOrigin = origin
    return origin
  }
}

/** The origin of what a replacing file takes out, put into the store when it is first asked for. */
export function withdrawing(
  { told, day }: OriginOptions,
  save: (origin: Origin) => number = () => 0,
): () => Origin {
  let origin: Origin | undefined
  return () => {
    if (!origin) {
      origin = { id: 0, told, source: null, sourceUrl: null, published: day, known: day }
      origin.id = save(origin)
    }
    return origin
  }
}

/** Writes origins of one import. */
export function originWriter(raw: RawDatabase, importId: number): (origin: Origin) => number {
  const insert = raw.prepare(
    `insert into origin (import_id, told, source, source_url, published, known)
     values (?, ?, ?, ?, ?, ?)`,
  )
  return ({ told, source, sourceUrl, published, known }) =>
    Number(insert.run(importId, told, source, sourceUrl, published, known).lastInsertRowid)
}
