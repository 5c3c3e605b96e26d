/** Least number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1)
      }
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/**
 * The word that was probably meant: the one with fewest letters wrong, capitals aside, or one that the
 * typed word begins or ends; undefined where none is near.
 */
export function nearest(typed: string, words: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase()
  if (wanted === '') return undefined
  let best: string | undefined
  // A word of one letter is near to none: every other one is as far.
  let least = wanted.length === 1 ? 1 : Math.max(1, Math.floor(wanted.length / 3)) + 0.5
  for (const word of words) {
    const known = word.toLowerCase()
    if (Math.abs(known.length - wanted.length) > 40) continue
    const part = wanted.length > 2 && (known.startsWith(wanted) || known.endsWith(wanted))
    const steps = part ? Math.min(1.25, distance(wanted, known)) : distance(wanted, known)
    if (steps < least) {
      least = steps
      best = word
    }
  }
  return best
}
