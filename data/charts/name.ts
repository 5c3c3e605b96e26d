import { type Shape, text } from './marks.ts'
import { boxOf, type Candidate, type Placer } from './place.ts'

/** Ways for a label to stand by a mark that reaches from `left` to `right` at height `y`. */
export const around = (left: number, right: number, y: number): Candidate[] => [
  { x: left, y: y - 14, align: 'left' },
  { x: right, y: y - 14, align: 'right' },
  { x: left, y: y + 14, align: 'left' },
  { x: right, y: y + 14, align: 'right' },
  { x: right + 8, y, align: 'left' },
  { x: left - 8, y, align: 'right' },
]

/** One line of words at the first free of the places, in the order given; nothing where all are taken. */
export function nameAt(
  room: Placer,
  words: string,
  places: Candidate[],
  form: { colour: string; halo: string; weight?: 600 | 700; tolerance?: number },
): Shape[] {
  const { colour, halo, weight = 600, tolerance = 0 } = form
  const chosen = room.place(
    places.map((place) => boxOf([words], place, weight)),
    tolerance,
  )
  const place = chosen === undefined ? undefined : places[chosen]
  if (!place) return []
  return [text(words, place.x, place.y, colour, { align: place.align, weight, halo })]
}
