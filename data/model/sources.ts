import type { Source } from './columns.ts'

/** Sources, each once, in the order in which they come. */
export class Sources {
  readonly list: Source[] = []
  readonly #places = new Map<string, number>()
  #last: Source | undefined
  #place = 0

  /** The place of a source in the list. */
  placeOf(source: Source): number {
    // Most often the same comes again.
    if (this.#last && areSame(this.#last, source)) return this.#place
    const key = JSON.stringify([source.source, source.url, source.published])
    this.#place = this.#places.get(key) ?? this.list.push(source) - 1
    this.#places.set(key, this.#place)
    this.#last = source
    return this.#place
  }
}

const areSame = (a: Source, b: Source): boolean =>
  a.source === b.source && a.url === b.url && a.published === b.published

/** Those of some sources that are pointed at, in the order in which they are, and the places again. */
export function pointedAt(
  sources: readonly Source[],
  sourceOf: Iterable<number>,
): { sources: Source[]; sourceOf: number[] } {
  const places = new Map<number, number>()
  const moved = Array.from(sourceOf, (of) => {
    const place = places.get(of) ?? places.size
    places.set(of, place)
    return place
  })
  return { sources: [...places.keys()].map((of) => sources[of]!), sourceOf: moved }
}
