/** How a column counts its years, and what the Dutch office's letters are in it. */
export interface Era {
  /** Years are those since the Buddha, 543 more. */
  isBuddhist?: boolean
  /** `2023KW01` is a quarter of the Dutch office, no German week. */
  isDutch?: boolean
  /** Listopad is October, in a column that has other months of Croatians. */
  isCroatian?: boolean
}

/** Years of China's republic, of Japan's emperors, of the Buddha, and the Dutch office's codes, as others write them. */
export function inOurYears(text: string, { isBuddhist, isDutch, isCroatian }: Era): string {
  if (text.includes('年')) return ERAS.reduce((told, [era, by]) => told.replace(era, by), text)
  const dutch = /^(\d{4})(MM|JJ|KW)(\d\d)$/.exec(text)
  if (dutch && (dutch[2] !== 'KW' || isDutch)) return ofDutch(dutch)
  if (isCroatian) return inOctober(text)
  return isBuddhist ? text.replace(BUDDHIST, (year) => `${Number(year) - 543}`) : text
}

/** A year that is one since the Buddha where all of a column are: of ours it is centuries away. */
const BUDDHIST = /(?<!\d)2[4-6]\d\d/
export const isBuddhistYear = (text: string): boolean => BUDDHIST.test(text)

/** Months that only Croatians call so, whose listopad is a month before that of Poles and Czechs. */
const CROATIAN =
  /(?<!\p{L})(?:sije[čc]|velja[čc]|ožuj|trav[an]|svib|rujna?|rujan|studen|prosinac|prosinc)/iu
export const isCroatianMonth = (text: string): boolean => CROATIAN.test(text)

const inOctober = (text: string): string =>
  text.replace(/(?<!\p{L})listopada?(?!\p{L})/iu, 'October')

/**
 * Headings as others write them: years since the Buddha where they are in Thai, and October where they are in
 * Croatian.
 */
export const inOurHeadings = (headings: readonly string[]): string[] =>
  headings.map((heading) =>
    inOurYears(heading, {
      isBuddhist: headings.some((one) => /\p{Script=Thai}/u.test(one)),
      isCroatian: headings.some(isCroatianMonth),
    }),
  )

const counted = (before: number) => (_: string, year: string) =>
  `${before + (year === '元' ? 1 : Number(year))}年`

const ERAS: readonly [RegExp, (match: string, year: string) => string][] = [
  [/^(?:中?華?民國)?(1[0-4]\d)年/, counted(1911)],
  [/^令和(\d{1,2}|元)年/, counted(2018)],
  [/^平成(\d{1,2}|元)年/, counted(1988)],
  [/^昭和(\d{1,2}|元)年/, counted(1925)],
]

/** `2023JJ00`, `2023KW01`, `2023MM01`: a year, a quarter, a month. */
function ofDutch([, year, unit, number]: readonly string[]): string {
  if (unit === 'JJ') return year!
  return unit === 'KW' ? `${year}-Q${Number(number)}` : `${year}-${number}`
}
