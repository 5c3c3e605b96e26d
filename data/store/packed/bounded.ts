interface Kept<T> {
  thing: T
  bytes: number
}

/** Things by their names that take so many bytes at most; those kept or used longest ago go first. */
export class Bounded<T> {
  readonly #room: number
  readonly #things = new Map<string, Kept<T>>()
  #bytes = 0

  constructor(room: number) {
    this.#room = room
  }

  get(name: string): T | undefined {
    return this.#things.get(name)?.thing
  }

  /** The same, as the one that was used last. */
  use(name: string): T | undefined {
    const kept = this.#things.get(name)
    if (!kept) return undefined
    this.#things.delete(name)
    this.#things.set(name, kept)
    return kept.thing
  }

  keep(name: string, thing: T, bytes: number): void {
    this.drop(name)
    this.#things.set(name, { thing, bytes })
    this.#bytes += bytes
    if (this.#bytes > this.#room) this.#makeRoom()
  }

  drop(name: string): void {
    this.#bytes -= this.#things.get(name)?.bytes ?? 0
    this.#things.delete(name)
  }

  clear(): void {
    this.#things.clear()
    this.#bytes = 0
  }

  /** An eighth at once: the first of a map is found by walking past all that were deleted before it. */
  #makeRoom(): void {
    for (const oldest of this.#things.keys()) {
      if (this.#bytes <= (7 / 8) * this.#room) break
      this.drop(oldest)
    }
  }
}
