import { type Benchmark, type Figure, inPairs } from './figure.ts'
import { ask, p50, withMillion, withStatic } from './served.ts'

const REQUESTS = 400
const PAIRS = 7
const times = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make)

/** Answers that nobody asked for before, of `count` series, to a static buffer of the same bytes. */
const uncached = (name: string, count: number, requests: number, goal: number): Benchmark => ({
  name,
  run: () =>
    withMillion(async ({ url, folder }, ids) => {
      let asked = 0
      // Other series each time, and another end when all of them were asked for.
      const next = () => {
        const series = times(count, () => ids[(asked++ * 7) % ids.length])
        const end = 2030 + Math.floor(asked / ids.length)
        return { url: `${url}/api/data?series=${series.join()}&end=${end}` }
      }
      const { body } = await ask(next())
      return withStatic(folder, body, async (bare) => {
        // None of these count: a server that people use has compiled its code long ago.
        await p50(times(5 * requests, next))
        await p50(times(5 * requests, () => ({ url: bare })))
        const result = await inPairs(
          () => p50(times(requests, next)),
          () => p50(times(requests, () => ({ url: bare }))),
          PAIRS,
        )
        return [{ name, ...result, unit: 'ms', goal }]
      })
    }),
})

export const httpOneSeries = uncached('http.one-series', 1, REQUESTS, 1.3)
export const httpFiftySeries = uncached('http.fifty-series', 50, 100, 2.5)

export const httpCached: Benchmark = {
  name: 'http.cached',
  run: () =>
    withMillion(async ({ url, folder }, ids) => {
      const kept = { url: `${url}/api/data?series=${ids[0]}` }
      const { body, etag = '' } = await ask(kept)
      const known = { ...kept, headers: { 'if-none-match': etag } }
      return withStatic(folder, body, async (bare) => {
        const figure = async (name: string, headers: Record<string, string>, status: number) => {
          const ours = status === 304 ? known : kept
          const result = await inPairs(
            () =>
              p50(
                times(2 * REQUESTS, () => ours),
                status,
              ),
            () =>
              p50(
                times(2 * REQUESTS, () => ({ url: bare, headers })),
                status,
              ),
            PAIRS,
          )
          return { name, ...result, unit: 'ms', goal: 1.2 } satisfies Figure
        }
        return [
          await figure('http.cached', {}, 200),
          await figure('http.cached.unchanged', { 'if-none-match': '"a"' }, 304),
        ]
      })
    }),
}
