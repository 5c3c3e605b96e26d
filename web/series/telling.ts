import { boundSign } from '../../data/model/numbers.ts'
import { isEstimated } from '../../data/model/status.ts'
import type { ReleaseRow } from '../client.ts'

/** Whether `coarse` is `fine` with fewer decimals, cut rather than rounded. */
function isCut(coarse: ReleaseRow, fine: ReleaseRow): boolean {
  const scale = 10 ** coarse.decimals
  return Math.trunc((fine.value ?? 0) * scale) / scale === coarse.value
}

function isRounded(coarse: ReleaseRow, fine: ReleaseRow): boolean {
  return Number((fine.value ?? 0).toFixed(coarse.decimals)) === coarse.value
}

/**
 * What a release is among those of its period, in a few words: the note it came with, else how it stands
 * to the selected one.
 */
export function tellingWords(release: ReleaseRow, period: ReleaseRow[]): string {
  if (release.note) return release.note
  if (isEstimated(release.status)) return 'estimated or derived'
  if (release.value === null) return 'no value'
  const selected = period.find((one) => one.selected)
  const others = period.filter((one) => one !== release)
  if (release.selected || !selected) {
    if (others.length === 0) return release.bound ? `told as ${boundSign(release.bound)}` : ''
    if (others.every((one) => one.value === release.value)) return 'told alike'
    return others.some((one) => one.decimals < release.decimals) ? 'finer' : 'the latest telling'
  }
  if (release.value === selected.value) return 'same figure'
  if (release.decimals < selected.decimals) {
    if (isRounded(release, selected)) return 'same figure, rounded'
    if (isCut(release, selected)) return 'same figure, truncated'
  }
  if (release.published && selected.published && release.published < selected.published)
    return 'earlier print'
  return 'differs'
}
