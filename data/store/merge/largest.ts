/** Keeps the largest of however many there are, the largest first. */
export class Largest<Sized extends { size: number }> {
  readonly #most: number
  #all: Sized[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(one: Sized): void {
    this.#all.push(one)
    if (this.#all.length >= 20 * this.#most) this.#trim()
  }

  get all(): readonly Sized[] {
    this.#trim()
    return this.#all
  }

  #trim(): void {
    this.#all.sort((a, b) => b.size - a.size)
    this.#all.length = Math.min(this.#all.length, this.#most)
  }
}
