const MARKED = /^((?:1[89]|20|21)\d\d) ?\((\d{1,2})\)$/

/** A bracket that nothing opens closes the number of a footnote, never a month: `2022 1)`, `янв. 2023 г.2)`, `2023 ¹⁾`. */
const LOOSE =
  /(?:[\s,]*(?:(?<=[\s\p{L}.),])\d{1,2}\)|(?<=(?<!\d)(?:19|20)\d\d)\d\)|[¹²³⁰-⁹][)⁾]?))+$/u

/** No period is longer. */
const LONGEST = 200

/** A period without such marks behind it; any other text as it is. */
export function withoutLooseMarks(text: string): string {
  if (text.length > LONGEST || !/[)⁾]$/.test(text)) return text
  const bare = text.replace(LOOSE, '')
  const isOpen = bare.split('(').length > bare.split(')').length
  return isOpen ? text : bare.trim()
}

/** Years beside years with a mark, `2021`, `2022(1)`: the mark is that of a footnote, and no month. */
export interface YearsSeen {
  see(text: string): void
  haveFootnotes(): boolean
}

export function createYearsSeen(): YearsSeen {
  let plain = 0
  let marked = 0
  let months = 0
  return {
    see(text) {
      const mark = MARKED.exec(text)?.[2]
      if (mark === undefined) plain += Number(/^\d{4}$/.test(text))
      else if (mark.length > 1) months++
      else marked++
    },
    haveFootnotes: () => plain > 0 && marked > 0 && months === 0,
  }
}

/** A year without the mark of its footnote; any other text as it is. */
export const withoutFootnote = (text: string): string => text.replace(MARKED, '$1')

/** Headings of years without the marks of their footnotes. */
export function withoutFootnotes(headings: readonly string[]): string[] {
  const years = createYearsSeen()
  for (const heading of headings) years.see(heading.trim())
  return headings.map((heading) =>
    years.haveFootnotes() ? withoutFootnote(heading.trim()) : heading,
  )
}
