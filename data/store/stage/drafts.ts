import type { SeriesDraft } from '../../model/batch.ts'
import { withPlace } from '../../model/with-place.ts'
import { Texts } from './texts.ts'

/** Drafts in memory: 10 MB. */
const FEW = 20_000

/** What a file says of its series, by their numbers; in a file of its own once they are many. */
export class Drafts {
  readonly #path: string
  #few: SeriesDraft[] = []
  #texts: Texts | undefined
  /** Number of the text of a draft. */
  #places = new Int32Array(0)
  #count = 0

  constructor(path: string) {
    this.#path = path
  }

  add(draft: SeriesDraft): void {
    const number = this.#count++
    if (!this.#texts && number < FEW) this.#few.push(draft)
    else this.set(number, draft)
  }

  get(number: number): SeriesDraft {
    if (!this.#texts) return this.#few[number]!
    return JSON.parse(this.#texts.get(this.#places[number]!)!)
  }

  /** Puts another draft in the place of one. */
  set(number: number, draft: SeriesDraft): void {
    if (!this.#texts && number < FEW) {
      this.#few[number] = draft
      return
    }
    this.#texts ??= this.#toFile()
    this.#file(number, draft)
  }

  *[Symbol.iterator](): Generator<SeriesDraft> {
    for (let number = 0; number < this.#count; number++) yield this.get(number)
  }

  close(): void {
    this.#texts?.close()
  }

  #toFile(): Texts {
    this.#texts = new Texts(this.#path)
    for (const [number, draft] of this.#few.entries()) this.#file(number, draft)
    this.#few = []
    return this.#texts
  }

  #file(number: number, draft: SeriesDraft): void {
    this.#places = withPlace(this.#places, number)
    this.#places[number] = this.#texts!.add(JSON.stringify(draft))
  }
}
