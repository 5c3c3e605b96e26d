import type { ColumnFacts, Facts } from '../facts.ts'
import { isEnglish } from '../numbers/english.ts'
import type { Profile } from '../profile.ts'
import type { Usual } from './marks.ts'

const EASTERN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u

/**
 * The mark of a source, or of a language: nobody who writes Chinese, Japanese or Korean headings has a decimal
 * comma. Commas in a file that semicolons part are not the source's: a spreadsheet has written it anew.
 */
export function usualMark(
  profile: Profile | undefined,
  { delimiter, header }: Writing,
  doubtful = '',
): Usual | undefined {
  const isAnew = delimiter === ';' && doubtful.includes(',')
  if (profile?.decimalMark)
    return isAnew ? undefined : { mark: profile.decimalMark, whose: 'the source writes' }
  const isEastern = header.some((name) => EASTERN.test(name))
  return isEastern ? { mark: '.', whose: 'is usual in its language' } : undefined
}

/** What a table is written like. */
export interface Writing {
  delimiter: string
  /** Headings of the file, and lines above them. */
  header: readonly string[]
  above: readonly string[]
}

/** Things that are counted one by one: none of them has thousandths. */
const COUNTED =
  /(?<!\p{L})(?:units?|pieces|pcs|vehicles|cars|trucks|persons|people|heads?|шт|штук\p{L}*|единиц\p{L}*|автомобил\p{L}*|stück|einheiten|unités|unidades|unità|szt|adet)(?!\p{L})/iu
const RATIO =
  /(?<!\p{L})(?:per|за|на|pro|je|par|por)(?!\p{L})|\/|thousand|million|тыс|млн|tsd|mio/iu

/**
 * The mark by which `172,123` is read where nothing else decides: what is counted one by one is whole, so
 * is what follows hundreds that are, and where commas part the cells of an English table they part its thousands, too.
 */
export function likelyMark(
  { name, numbers }: ColumnFacts,
  doubtful: string,
  { delimiter, header, above }: Writing,
  { columns }: Facts,
): Usual | undefined {
  if (COUNTED.test(name) && !RATIO.test(name)) {
    return { mark: doubtful.includes(',') ? '.' : ',', whose: 'what is counted is whole' }
  }
  if (numbers.areWhole()) {
    return { mark: doubtful.includes(',') ? '.' : ',', whose: 'the other numbers are whole' }
  }
  if (delimiter !== ',' || !doubtful.includes(',')) return undefined
  const cells = columns.flatMap(({ distinct }) =>
    [...distinct].flatMap(([text, { number, period }]) => (number || period ? [] : [text])),
  )
  return isEnglish([...header, ...above], cells)
    ? { mark: '.', whose: 'is usual in English' }
    : undefined
}
