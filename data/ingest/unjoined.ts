import { monthNamed, plain } from './periods/names.ts'

/** `exportValueUsd`, `GDPGrowth`, `импортВРоссию`: words that capital letters begin; `kWh`, `USDbn` and `YoY` are one each. */
const CAPITALS =
  /(?<=\p{L}\p{Ll})(?<![YMQ]o(?=[YMQ](?!\p{L})))(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L}\p{Ll}\p{Lu})(?=\p{Lu}\p{Ll})/gu

/** `export Value USD` as `export value USD`, where no capital letter begins all of it. */
const inSmall = (words: string): string =>
  /^\p{Lu}/u.test(words)
    ? words
    : words.replace(/(?<=\s)\p{Lu}(?!\p{Lu})/gu, (letter) => letter.toLowerCase())

/** `jan2023`, `exportsJan2023`, and `exp2022m11` as Stata has it. */
const BEFORE_YEAR =
  /(?<=\p{L}{3})(?=(?:19|20)\d\d(?!\d))|(?<=\p{L})(?=(?:19|20)\d\d[mqh]\d{1,2}(?!\d))/giu

/** R writes points for all that is no letter and no digit: `Net.weight..kg.`, `trade.balance`, `金额.千円.`. */
const OF_R =
  /^(?=.*(?:\p{L}{2}\.+[\p{L}\p{M}]{2}|\p{L}\p{M}*\.{2,}\p{L}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]\.+\p{L}|\p{L}{2}\.+\d{4}|\d\.+\p{L}{2}))[\p{L}\p{M}\p{N}.]+$/u

const ofR = (name: string): string =>
  name
    .replace(/\.\.US\.\.$/, ' (US$)')
    .replace(/\.\.([^.]+(?:\.[^.]+)*)\.+$/, ' ($1)')
    .replace(/(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])\.([^.]+)\.$/u, ' ($1)')
    .replace(/(?<=[^.])\.{3}(?=[^.])/g, ' - ')
    .replace(/(?<=[^.])\.\.(?=[^.])/g, ', ')
    .replace(/\.+/g, ' ')

/** Periods whose signs a program took: `2023_01`, `X2022.Q1`, `2022_2023`, `1_22_20`, `X1.22.20`, `X11.2022`. */
const withSigns = (name: string): string =>
  name
    .replace(/^x(?=(?:19|20)\d\d(?!\d))/i, '')
    .replace(/^x?(\d{1,2})_(\d{1,2})_(\d{2}|\d{4})$/i, '$1/$2/$3')
    .replace(/^x(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/i, '$1/$2/$3')
    .replace(/(?<=\p{L}[_.])(\d\d)[_.](\d\d)[_.](?=(?:19|20)\d\d(?!\d))/u, '$1/$2/')
    .replace(/^x(\d{1,2})[_.](?=(?:19|20)\d\d(?!\d))/i, '$1/')
    .replace(
      /(?<=(?<!\d)(?:19|20)\d\d)[_.](?=(?:[qmwhs]?\d{1,2}(?!\d)|(?:19|20)\d\d(?!\d)))/gi,
      '-',
    )
    .replace(/(?<=\d{4}-\d{2})[_.](?=\d{2}(?!\d))/, '-')

/** `jan oct` with its hyphen. */
const withSpans = (name: string): string =>
  name.replace(/(?<!\p{L})(\p{L}{3,}) (?=(\p{L}{3,})(?!\p{L}))/gu, (joined, first, last) =>
    [first, last].every((word) => monthNamed(plain(word))) ? `${first}-` : joined,
  )

/**
 * A heading whose words a program joined, by underscores, points or capital letters, with blanks and the signs that it
 * took: `exports_to_date`, `exportsJanOct2023`, `Net.weight..kg.`; two underscores part more than words.
 */
export function unjoined(name: string): string {
  if (/\s/.test(name)) return name
  const signed = withSigns(name.replaceAll('i\u0307', 'i'))
  const words = (OF_R.test(name) ? ofR(signed) : signed)
    .replace(/__+/g, ', ')
    .replaceAll('_', ' ')
    .replace(BEFORE_YEAR, ' ')
  const parted = words.replace(CAPITALS, ' ')
  return withSpans(parted === words ? words : inSmall(parted))
}
