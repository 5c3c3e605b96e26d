/** One line of the benchmark. `peer` and `ratio` are null where the goal is an absolute figure. */
export interface Figure {
  name: string
  ours: number
  peer: number | null
  unit: string
  ratio: number | null
  goal: number
}

export interface Benchmark {
  /** Name of the figure, or the part before its dot for several measured together. */
  name: string
  run(): Promise<Figure[]>
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Runs ours and the peer in turn, `pairs` times after one of each that does not count, and takes the
 * median of the ratios pair by pair: a machine that slows down slows both.
 */
export async function inPairs(
  ours: () => Promise<number>,
  peer: () => Promise<number>,
  pairs = 5,
): Promise<{ ours: number; peer: number; ratio: number }> {
  await ours()
  await peer()
  const a: number[] = []
  const b: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    a.push(await ours())
    b.push(await peer())
  }
  return { ours: median(a), peer: median(b), ratio: median(a.map((time, i) => time / b[i]!)) }
}
