/** Korea's `1/4` for the first quarter, beside its year: `2022 1/4`, `1/4 2022`. */
const FOURTH = /^(?:([1-4])\/4,? ?((?:19|20)\d\d)년?|((?:19|20)\d\d)년?,? ?([1-4])\/4)$/
const FRACTION = /(?<![\d/])\d{1,2}\/(\d{1,2})(?![\d/])/

/** Whether a text alone may be a quarter of Korea's: years stand over it, or below. */
export const isFourth = (text: string): boolean => /^\s*[1-4]\/4\s*$/.test(text)

/** Headings such as `1/4 2022, 2/4 2022` as quarters, where no other fraction says that they are days. */
export function inFourths(headings: readonly string[]): string[] {
  const fractions = new Set(headings.flatMap((heading) => FRACTION.exec(heading)?.[0] ?? []))
  const areFourths = [...fractions].every(isFourth)
  const isKorean = headings.some((heading) => /\p{Script=Hangul}/u.test(heading))
  if (!areFourths || (fractions.size < 2 && !isKorean)) return [...headings]
  return headings.map((heading) => {
    const [, first, before, behind, second] = FOURTH.exec(heading.trim()) ?? []
    const quarter = first ?? second
    return quarter === undefined ? heading : `${before ?? behind}-Q${quarter}`
  })
}

/** `1/4`, `2/4`, as headings of a year's quarters, `Q1`; several of them, and no other fraction. */
export function inLoneFourths(headings: readonly string[]): string[] {
  const fourths = headings.filter(isFourth)
  const areFourths =
    fourths.length > 1 && !headings.some((one) => FRACTION.test(one) && !isFourth(one))
  return headings.map((heading) => (areFourths && isFourth(heading) ? inQuarter(heading) : heading))
}

/** `1/4` as `Q1`. */
export const inQuarter = (fourth: string): string => `Q${fourth.trim()[0]}`
