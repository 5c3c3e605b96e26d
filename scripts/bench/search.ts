import { join } from 'node:path'
import { openEntrepot } from '../running.ts'
import { root } from '../setup.mjs'
import { type Benchmark, median } from './figure.ts'
import { ask, load, timesOf } from './served.ts'
import { seeded } from './tidy.ts'
import { titledFile } from './titles.ts'

const TITLES = 100_000
const QUESTIONS = 300
const ROUNDS = 5

/** What somebody types who looks for a title: one to three of its words, the last one often not to its end. */
function* questions(titles: string[], count: number): Generator<string> {
  const random = seeded(18_721_009)
  const below = (n: number) => Math.floor(random() * n)
  for (let i = 0; i < count; i++) {
    const words = titles[below(titles.length)]!.split(/[^\p{L}]+/u).filter(
      (word) => word.length > 3,
    )
    const asked = Array.from(
      { length: 1 + below(3) },
      () => words.splice(below(words.length), 1)[0]!,
    )
    const last = asked.pop()!
    asked.push(random() < 0.5 ? last : last.slice(0, 3 + below(last.length - 3)))
    yield asked.join(' ').toLowerCase()
  }
}

/** Milliseconds over HTTP until the first fifty of 100,000 titles are there, each question asked for the first time. */
export const search100k: Benchmark = {
  name: 'search.100k',
  async run() {
    const path = join(root, 'var', 'bench', 'titles-100k.csv')
    const { titles } = await titledFile(path, TITLES)
    const entrepot = await openEntrepot()
    try {
      load(entrepot, path)
      const asks = [...questions(titles, QUESTIONS)].map(
        (words) => `q=${encodeURIComponent(words)}`,
      )
      await ask({ url: `${entrepot.url}/api/series?${asks[0]}` })
      const rounds: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        // Another limit, so that no answer is kept.
        const urls = asks.map((words) => `${entrepot.url}/api/series?${words}&limit=${50 - round}`)
        rounds.push(median(await timesOf(urls.map((url) => ({ url })))))
      }
      const ours = median(rounds)
      return [{ name: 'search.100k', ours, peer: null, ratio: null, unit: 'ms', goal: 2 }]
    } finally {
      await entrepot.close()
    }
  },
}
