import type { Mode } from '../../../data/model/report.ts'
import { seeded } from '../../../scripts/bench/tidy.ts'
import type { Choice, Place, Told } from './office.ts'

/** A figure as it stands, or as a file tells it. */
export type Standing = Pick<Told, 'value' | 'decimals'> & {
  status: string
  source: string | undefined
}

/** Figures by what they are of: `CHN.X 2019-01`. */
export type Figures = Map<string, Standing>

export interface Counts {
  added: number
  revised: number
  confirmed: number
  unchanged: number
  kept: number
  removed: number
}

const isEstimated = ({ status }: Standing): boolean => /[eE]/.test(status)

/** Whether the later text is the earlier one with digits rounded or cut off. */
function isShorter(stands: Standing, next: Standing): boolean {
  const digits = stands.decimals - next.decimals
  if (digits <= 0) return false
  const unit = 10 ** digits
  const whole = Math.round(stands.value! * 10 ** stands.decimals)
  const short = Math.round(next.value! * 10 ** next.decimals) * unit
  return Math.abs(whole - short) * 2 <= unit || Math.trunc(whole / unit) * unit === short
}

/** Whether the next telling answers from then on (design, `selected value`). */
function takesOver(stands: Standing, next: Standing): boolean {
  if (stands.value === null) return true
  if (isEstimated(next) && !isEstimated(stands)) return false
  return next.value === null || !isShorter(stands, next)
}

/** What a second file does to what stands, by the rule of the mode, in so few words as it has. */
export function afterwards(
  stands: Figures,
  told: Figures,
  mode: Mode,
): { counts: Counts; figures: Figures; missing: { figures: number; series: number } } {
  const counts = { added: 0, revised: 0, confirmed: 0, unchanged: 0, kept: 0, removed: 0 }
  const figures = new Map(stands)
  for (const [place, next] of told) {
    const now = stands.get(place)
    const isSame = now !== undefined && now.value === next.value
    if (!now) counts.added++
    else if (
      isSame &&
      now.decimals === next.decimals &&
      now.status === next.status &&
      now.source === next.source
    )
      counts.unchanged++
    else if (mode === 'append') {
      counts[takesOver(now, next) && !isSame ? 'kept' : 'unchanged']++
      continue
    } else if (!takesOver(now, next)) {
      counts.confirmed++
      continue
    } else counts[isSame ? 'confirmed' : 'revised']++
    figures.set(place, next)
  }
  const seriesOf = (place: string): string => place.slice(0, place.lastIndexOf(' '))
  const series = new Set([...told.keys()].map(seriesOf))
  const untold = [...stands.keys()].filter((place) => !told.has(place))
  const absent = untold.filter((place) => !series.has(seriesOf(place)))
  const isGone = (place: string): boolean =>
    mode === 'replace-dataset' || (mode === 'replace-series' && series.has(seriesOf(place)))
  for (const place of untold.filter(isGone)) {
    figures.delete(place)
    counts.removed++
  }
  const isReplaced = mode.startsWith('replace')
  const missing = {
    figures: isReplaced ? 0 : untold.length - absent.length,
    series: mode === 'replace-dataset' ? 0 : new Set(absent.map(seriesOf)).size,
  }
  return { counts, figures, missing }
}

/** Figures of a second file: most as they stand, some revised, told in fewer digits, or no more told. */
export function revisedFigures(
  { seed, decimals, scale }: Choice,
  standing: (place: Place) => Told | undefined,
): (place: Place) => Told {
  const chance = seeded(seed)
  return (place) => {
    const [odd, size] = [chance(), chance()]
    const value = (0.01 + size) * 10 ** scale
    const fresh = { value: Number(value.toFixed(decimals)), decimals, isFlagged: odd > 0.95 }
    const stands = standing(place)
    if (!stands) return fresh
    if (odd < 0.6) return stands
    if (odd < 0.8) return fresh
    if (odd < 0.85) return { ...fresh, value: null }
    if (odd < 0.95 && stands.value !== null && decimals > 0)
      return {
        ...stands,
        value: Number(stands.value.toFixed(decimals - 1)),
        decimals: decimals - 1,
      }
    return { ...stands, isFlagged: !stands.isFlagged }
  }
}
