import { NARROW_SPACE, numberText, unitMark } from '../model/numbers.ts'

/** The value axis. `ticks` are in axis units: the values, or their logarithms where `log`. */
export interface ValueAxis {
  min: number
  max: number
  ticks: number[]
  labels: string[]
  log: boolean
}

const STEPS = [1, 2, 2.5, 4, 5]

/** Round steps with four to six labels: the axis that ends nearest to the values, ties to five labels. */
function steps(
  low: number,
  high: number,
  most: number,
): { min: number; max: number; step: number } {
  const span = high - low || Math.abs(high) || 1
  const power = Math.floor(Math.log10(span))
  let best = { min: low, max: high, step: span, cost: Number.POSITIVE_INFINITY }
  for (let exponent = power - 2; exponent <= power + 1; exponent++) {
    for (const digit of STEPS) {
      const step = digit * 10 ** exponent
      const min = Math.floor(low / step + 1e-9) * step
      const max = Math.ceil(high / step - 1e-9) * step
      const count = Math.round((max - min) / step)
      if (count < Math.min(3, most - 1) || count > most) continue
      const waste = (max - min - span) / span
      const cost =
        waste +
        Math.abs(count - Math.min(4, most - 1)) * 0.04 +
        (digit === 2.5 || digit === 4 ? 0.03 : 0)
      if (cost < best.cost) best = { min, max, step, cost }
    }
  }
  return best
}

export interface ValueAxisForm {
  unit: string
  /** Amounts begin at zero; growth and shares show it. */
  zero?: boolean
  /** Pixels high: small panels take fewer labels. */
  height: number
  log?: boolean
  /** Shares above this end at 100. */
  percent?: boolean
}

/** An axis that holds all `values`; the top label carries the unit. */
export function valueAxis(values: number[], form: ValueAxisForm): ValueAxis {
  let low = form.zero === false ? Number.POSITIVE_INFINITY : 0
  let high = form.zero === false ? Number.NEGATIVE_INFINITY : 0
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!(high > low)) [low, high] = [Math.min(0, low || 0), Math.max(0, high || 0) || 1]
  if (form.log) return logAxis(values)
  if (form.percent && low >= 0 && high > 75 && high <= 100) high = 100
  const most = form.height < 130 ? 3 : 5
  const { min, max, step } = steps(low, high, most)
  const count = Math.round((max - min) / step)
  const ticks = Array.from({ length: count + 1 }, (_, i) =>
    Number((min + i * step).toPrecision(12)),
  )
  // An axis of nothing has rules but no numbers.
  const labels = ticks.map((t) => (values.length > 0 ? tickText(t, step) : ''))
  return { min, max, ticks, labels, log: false }
}

function logAxis(values: number[]): ValueAxis {
  const positive = values.filter((v) => v > 0)
  const low = Math.min(...positive)
  const high = Math.max(...positive)
  const marks: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const digit of [1, 2, 5]) marks.push(digit * 10 ** power)
  }
  const from = marks.findLast((m) => m <= low * 1.0001) ?? low
  const to = marks.find((m) => m >= high * 0.9999) ?? high
  let ticks = marks.filter((m) => m >= from && m <= to)
  if (ticks.length > 7) {
    ticks = ticks.filter((m) => m === from || m === to || Math.log10(m) % 1 === 0)
  }
  return {
    min: Math.log10(from),
    max: Math.log10(to),
    ticks: ticks.map((t) => Math.log10(t)),
    labels: ticks.map((t) => tickText(t, t)),
    log: true,
  }
}

/** As many decimals as the step needs, and no more. */
function tickText(value: number, step: number): string {
  let decimals = 0
  while (decimals < 6 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6)
    decimals++
  return value === 0 ? '0' : numberText(value, { decimals })
}

/** What stands after the top label: "bn", "%"; words too long for the margin stand over the axis instead. */
export function unitTail(unit: string): { tail: string; over: string } {
  const mark = unitMark(unit)
  if (mark === '') return { tail: '', over: '' }
  return mark.length <= 3 ? { tail: NARROW_SPACE + mark, over: '' } : { tail: '', over: mark }
}

const SIZES: Record<string, number> = {
  bn: 1e9,
  billion: 1e9,
  m: 1e6,
  million: 1e6,
  k: 1e3,
  thousand: 1e3,
}
const sizeOf = (unit: string): number | undefined =>
  SIZES[/\b(bn|billion|million|thousand|[mk])\b/i.exec(unit)?.[1]?.toLowerCase() ?? '']

/** What a stored value is multiplied by to stand on an axis in the panel's unit: units on an axis in m by 0.000001. */
export function factorOf(stored: string | null, shown: string): number {
  const to = sizeOf(shown)
  if (to === undefined || stored === null) return 1
  return (sizeOf(stored) ?? 1) / to
}
