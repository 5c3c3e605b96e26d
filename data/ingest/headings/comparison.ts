import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { isRelative } from '../units/measured.ts'
import { unjoined } from '../unjoined.ts'

/** A growth between two years is of neither. */
const GROWTH = /(?:between|growth|change|изменение|рост).*\d{4} ?[-–/] ?\d{4}/i

/** Words after which stands what a figure is compared with. */
const BASES = [
  /[%％] ?(?:к|до|do|от|of|to|vs\.?|zu|gegenüber|du|del) .*\d\d/iu,
  /(?<!\p{L})(?:vs\.?|versus|compared (?:to|with)|relative to|gegenüber|par rapport à|respecto (?:a|de)|по сравнению с|относительно) .*\d\d/iu,
  /(?<!\p{L})к (?:соответств|предыд|аналогичн|(?:(?:\d{1,2}|[IVX]{1,3}) ?)?\p{L}+\.?(?: ?[-–] ?\p{L}+\.?)? ?(?:\d{4}|\d\d(?!\d))|\d{4})/iu,
  /(?<!\p{L})(?:change|growth|increase|decrease|изменение|прирост|рост) (?:from|on|over|since|against|с|со) .*\d\d/iu,
  /(?<!\p{L})(?:so với|порівняно (?:з|із)|відносно|مقارنة|نسبت به|در مقایسه با|לעומת|ביחס ל|בהשוואה ל|σε σχέση με|έναντι|w porównaniu|w stosunku do|ve srovnání|oproti|față de|спрямо|в сравнение|u odnosu na|glede na|v primerjavi|jämfört med|sammenlig?net med|i forhold til|verrattuna|võrreldes|salīdzinot ar|palyginti su|t\.?o\.?v\.?|ten opzichte van|rispetto a(?:l|lla)?|respecto (?:al|del?)|frente a|em relação a|face a|dibanding(?:kan)?|terhadap)(?!\p{L}).*\d\d/iu,
  /เทียบ(?:กับ)?.*\d\d/u,
  // The word stands behind what it is compared with.
  /\d{4}(?:년|.*월) ?대비|\d{4} ?年(?:\d{1,2} ?月)?(?:同[月期])?比(?!重)|\d{4}['’]\p{L}{1,3} göre|\d{4}.* (?:yılına|yılı|ayına|dönemine) göre/u,
  /\d{4}.*(?:қарағанда|салыстырғанда|nisbətən|nisbatan|képest|նկատմամբ|შედარებით|харьцуулахад)/iu,
  /[比较較] ?\d{4} ?年/,
  /[与與] ?\d{4} ?年.*[比较較]/,
]

/** Whether a heading names the period that its figures are compared with: `в % к янв. 2022`, `2023 vs 2022`. */
export function isComparison(heading: string): boolean {
  const line = unjoined(heading).replace(/\s+/g, ' ')
  return GROWTH.test(line) || BASES.some((base) => base.test(line)) || isRatio(line)
}

/** `Jan-Dec 2023 / Jan-Dec 2022`: a period over one before it. */
function isRatio(heading: string): boolean {
  if (!heading.includes('/')) return false
  const [over, base, more] = heading
    .replace(/[,(\s]*[%％)][)\s]*$/, '')
    .split('/')
    .map((text) => readPeriod(text.trim(), AS_WRITTEN))
  return over !== undefined && base !== undefined && !more && base.first < over.first
}

/** `Change 2022/23 (%)` where both years stand by themselves in other headings: it is between them, and of no fiscal year. */
export function isBetweenYears(heading: string, header: readonly string[]): boolean {
  const [, first, second = ''] = /(?<!\d)(\d{4})[-–/](\d{2}|\d{4})(?!\d)/.exec(heading) ?? []
  if (first === undefined || !isRelative(heading)) return false
  const years = [first, `${first.slice(0, 4 - second.length)}${second}`]
  const isAlone = (year: string) =>
    header.some((other) => new RegExp(`(?<![\\d/–-])${year}(?![\\d/–-])`).test(other))
  return years.every(isAlone)
}
