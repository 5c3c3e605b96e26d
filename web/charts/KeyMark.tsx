import type { Mark } from '../../data/charts/drawing.ts'
import { keyMark, keyWidth } from '../../data/charts/keymark.ts'

/** A mark as the plot draws it, at the size of a word: the same sign in key, tooltip, file and print. */
export const KeyMark = ({ mark, colour }: { mark: Mark; colour: string }) => {
  const width = keyWidth(mark)
  return (
    <svg
      class="mark"
      viewBox={`0 0 ${width} 16`}
      width={width * 0.875}
      height="14"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: keyMark(mark, colour, 'var(--panel)') }}
    />
  )
}
