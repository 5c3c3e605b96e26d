/** Words of lists, parted by `|`, with the name of their list. */
export const listed = (lists: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(lists).flatMap(([code, words]) =>
      words.split('|').map((word) => [word, code] as const),
    ),
  )

/** Words for how many of a currency a figure counts, in small letters. */
const SIZES = listed({
  thousand:
    "thousand|thousands|thous|ths|th|thsd|tsd|tausend|1000|1,000|1 000|'000|000|000s|000's|тыс|тысяч|тысяча|тысячи|тысячах|тис|мың|千|千元|仟元|천|" +
    'milliers|miles|migliaia|milhares|ezer|mii|ribu|nghìn|พัน|tuhatta|bin|tis|tys|tūkst|tūkstančių|tūkstoši|duizend|tusen|hilj|hiljada|tisuća|χιλ|χιλιάδες|אלפי|באלפי|ألف|آلاف|بآلاف|هزار|мянган|мян|хил|χιλ.|мянга|ming|минг|հազ|հազար|ათასი|ათ',
  million:
    'million|1,000,000|1000000|1 000 000|millions|mn|mln|mio|mill|millionen|млн|миллион|миллионов|миллиона|миллионы|миллионах|百万|百萬|百万元|百萬元|백만|millones|milhões|milioni|' +
    'milyon|mil.|millió|milj|milioane|juta|triệu|ล้าน|miljoen|miljoner|miljoonaa|milionů|εκατ|εκατομμύρια|εκ|מיליון|מיליוני|במיליוני|مليون|ملايين|بملايين|میلیون|сая|մլն|միլիոն|მლნ|მილიონი',
  bn:
    'billion|billions|bn|bln|mrd|mld|milliarden|миллиард|миллиардов|миллиарда|миллиарды|миллиардах|млрд|十亿|10億|十億|10억|milliards|십억|' +
    'mil millones|mlrd|mljrd|bilhões|miliardi|milliárd|miliarde|miljardia|tỷ|milyar|miljard|δισ|δισεκ|δισεκατομμύρια|พันล้าน|miliar|tỉ|מיליארד|מיליארדי|مليار|بمليارات|میلیارد|тэрбум',
  trillion: 'nghìn tỷ|nghìn tỉ|trillion|trillions|trn|трлн|триллионов|兆|万亿|조',
  '100 million': '100 million|100 mn|亿|億|亿元|億元|억|yi',
  '10 thousand': '10 thousand|10,000|10000|10 000|万|萬|万元|萬元|만|wan',
  crore: 'crore|crores|cr',
  lakh: 'lakh|lakhs|lacs',
})

/** Currencies that are known by their codes only; those that are words, such as `ALL` and `TOP`, are left out. */
function codesOf(codes: string): Record<string, string> {
  return Object.fromEntries(codes.split(/\s+/).map((code) => [code, code.toLowerCase()]))
}

const NAMES = listed({
  USD:
    'us$|us $|$us|u$s|usd|us dollar|us dollars|u.s. dollar|u.s. dollars|us-dollar|us-dollars|dollars us|dollar usd|долл|' +
    'долл. сша|ดอลลาร์ สรอ|ดอลลาร์สหรัฐ|доллар|доллар сша|доллара|долларов|долларов сша|доллары сша|долларах сша|долларах|долл. америки|дол. сша|дол|ақш доллары|aqsh dollari|aqsh doll|abş dolları|abd $|abd dolari|usd $|dolar amerykański|usa dollar|usa dollarit|us-$|美元|美金|달러|불|dólares|dólares eua|dólares estadounidenses|' +
    'abd doları|dolar|đô la mỹ|đô la|δολάρια|דולר|דולרים|ամն դոլար|դոլար|щатски долара|щ.д|щ. д|ดอลลาร์|ам.дол|ам. дол|აშშ დოლარი|აშშ დოლ|دولار|دولار أمريكي|دولار أمريكى|دلار|ам.доллар|ам. доллар|америк доллар|ақш долл|米ドル|ドル|เหรียญสหรัฐ|เหรียญสหรัฐฯ',
  HUF: 'huf|ft|forint|福林',
  EUR: 'eur|euró|ευρώ|יורו|євро|avro|ユーロ|يورو|یورو|euro|euros|€|евро|欧元|歐元|유로|euroa|eurų|eiro|eura|eurů|ecu/euro',
  CNY: 'cny|rmb|yuan|chinese yuan|元人民币|人民币元|人民币|元|юаней|юань|юанях|китайский юань|китайских юаней|renminbi|위안',
  RUB: 'rub|rur|руб|рублей|рубля|рубль|рублях|российский рубль|российских рублей|russian rouble|russian ruble|俄罗斯卢布|rouble|roubles|ruble|rubles|₽|卢布',
  GBP: 'gbp|£|pound|pounds|pounds sterling|英镑',
  JPY: 'jpy|yen|иена|японская иена|японских иен|円|日元',
  KRW: 'krw|won|원|韩元|₩',
  HKD: 'hkd|hk$|港元|港币|港幣',
  TWD: 'twd|nt$|新台币|新臺幣|新台幣|台币|台幣|臺幣',
  SGD: 'sgd|s$|新加坡元',
  AUD: 'aud|a$|australian dollars|澳元|澳大利亚元',
  NZD: 'nzd|nz$|new zealand dollars|新西兰元',
  CAD: 'cad|c$|can$|canadian dollars|加元|加拿大元',
  CHF: 'chf|franken|swiss francs|瑞士法郎',
  INR: 'inr|rs|₹|индийская рупия|индийских рупий|rupees|indian rupees|印度卢比',
  BRL: 'brl|r$|reais',
  TRY: 'try|tl|турецкая лира|турецких лир|türk lirası|土耳其里拉',
  MXN: 'mxn|pesos mexicanos|墨西哥比索',
  SEK: 'sek|swedish kronor|瑞典克朗',
  NOK: 'nok|norwegian kroner|挪威克朗',
  DKK: 'dkk|danish kroner|丹麦克朗',
  PLN: 'pln|zł|zloty|兹罗提',
  CZK: 'czk|kč',
  KZT: 'kzt|тенге|теңге',
  BYN: 'byn|белорусский рубль|белорусских рублей|бел. руб|бел. рублей',
  UZS: "uzs|so'm|soʻm|so‘m|сум|сўм|сумов",
  KGS: 'kgs|сом|сомов',
  AMD: 'amd|драм|драмов|դրամ',
  GEL: 'gel|лари|ლარი',
  BGN: 'bgn|лв|лева',
  IRR: 'irr|ریال',
  SAR: 'sar|ريال سعودي',
  QAR: 'qar|ريال قطري',
  KWD: 'kwd|دينار كويتي',
  EGP: 'egp|جنيه مصري',
  THB: 'thb|baht|บาท|泰铢',
  VND: 'vnd|đồng|越南盾',
  MYR: 'myr|rm|ringgit|林吉特',
  IDR: 'idr|rupiah|印尼卢比|印度尼西亚卢比',
  UAH: 'uah|грн|гривень|гривен|hryvnias',
  ZAR: 'zar|rand|兰特|南非兰特',
  VUV: 'vuv|vatu',
  KES: 'kes|ksh|kshs|kenya shillings|kenyan shillings',
  NGN: "ngn|₦|₦'|n'|naira",
  BDT: 'bdt|taka',
  ETB: 'etb|birr',
  GHS: 'ghs|gh¢|gh₵|cedis',
  ILS: 'ils|₪|שקל|שקלים|ש"ח|ש״ח',
  MNT: 'mnt|төгрөг',
  ...codesOf(
    `AED ARS AZN BHD BWP CLP CRC DOP DZD FJD GTQ HRK IQD ISK JOD KHR
     LKR MDL MKD MMK MUR MZN NAD NPR OMR PGK PHP PKR PYG RON RSD RWF TJS TMT TND TZS UGX UYU
     XAF XOF ZMW`,
  ),
})

/** Names of currencies, also without the points that names of columns lose: `долл сша`. */
const CURRENCIES = new Map(
  [...NAMES].flatMap(([name, code]) => [
    [name, code],
    [name.length > 4 ? name.replace(/\.(?: |(?=\p{L}))/gu, ' ') : name, code],
  ]),
)

/** Words that only join a size and its currency. */
const JOINING = /^(?:(?:of|de|di|in|в|im|σε)(?!\p{L})|d')\s*/u
const LONGEST = 40

const tidy = (text: string): string =>
  text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    // `тыс.долл.США`
    .replace(/(?<=\p{Script=Cyrillic}{2}\.)(?=\p{Script=Cyrillic}{2})/gu, ' ')
    // AMECO's euro, before it the mark: `Mrd EURO-DEM`.
    .replace(/(?<!\p{L})euro-[a-z]{3}(?!\p{L})/u, 'euro')
    .replace(/^[\s,.:;()]+|[\s,:;()]+$/g, '')
    .replace(JOINING, '')

const lookUp = (words: Map<string, string>, text: string): string | undefined =>
  words.get(text) ?? words.get(text.replace(/\.+$/, ''))

/** Letters that stand for a size at a number, and for none in a heading. */
const LETTERS = listed({ thousand: 'k', million: 'm|mm', bn: 'b', trillion: 'tn' })

/** The size that a word at a number names: `bn`, `млрд`, `亿`, `k`; undefined for other words. */
export const sizeNamed = (word: string): string | undefined => {
  const text = tidy(word)
  return lookUp(SIZES, text) ?? LETTERS.get(text)
}

const ENGLISH = /^(?:thous\p{L}*|millions?|billions?|trillions?|mn?|bn|'?000|1,?000)$/u

/** `kUSD`, `MEUR`: a letter right before the code of a currency, `musd` as names of columns have it; or behind it, `USDm`. */
const GLUED =
  /^(?:(k|M|bn)([A-Z]{3})|([km]|bn)(usd|eur|gbp|cny|rub)|([A-Z]{3}|usd|eur|gbp|cny|rub)(k|mn?|bn))$/
const LETTER: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', b: 'bn' }

/** Letters before the sign of a currency: `M€`, `Mds €`. */
const SIGNED = listed({ thousand: 'k', million: 'm', bn: 'md|mds' })

const CODES: ReadonlySet<string> = new Set(CURRENCIES.values())

/** Whether a text is the code of a currency, in its capitals: `NZD`. */
export const isCurrencyCode = (text: string): boolean => CODES.has(text.trim())

/** The currency that a text names and nothing else: `日元`, `Swiss francs`. */
export const currencyNamed = (text: string): string | undefined => lookUp(CURRENCIES, tidy(text))

/** The letters of a size that stand against the code of a currency, and that code. */
function glued(phrase: string): (string | undefined)[] {
  const [, before, capitals, small, code, first, behind] = GLUED.exec(phrase.trim()) ?? []
  return [before ?? small ?? behind, (capitals ?? code ?? first)?.toUpperCase()]
}

/** A currency and how many of it, in either order: `млн. долл. США` is `USD million`, `千円` `JPY thousand`. */
export function sizedCurrency(phrase: string): string | undefined {
  if (phrase.length > LONGEST) return undefined
  const [letters = '', code = ''] = glued(phrase)
  if (isCurrencyCode(code)) return `${code} ${LETTER[letters[0]!.toLowerCase()]}`
  const coded = sizeBeforeCode(phrase)
  if (coded) return `${coded.code} ${coded.size}`
  const text = tidy(phrase)
  for (let at = 1; at < text.length; at++) {
    const [left, right] = [tidy(text.slice(0, at)), tidy(text.slice(at))]
    // A word is not cut in two: only signs, digits and Chinese words stand against each other.
    if (isInside(text, at)) continue
    const [size, currency] = [lookUp(SIZES, left), lookUp(CURRENCIES, right)]
    if (size !== undefined && currency !== undefined) return `${currency} ${size}`
    const [before, after] = [lookUp(CURRENCIES, left), lookUp(SIZES, right)]
    if (before !== undefined && after !== undefined) return `${before} ${after}`
    if (before !== undefined && /^m$/.test(right)) return `${before} million`
    const letter = SIGNED.get(left)
    if (letter !== undefined && currency !== undefined) return `${currency} ${letter}`
    if (letter !== undefined && right === '$') return `$ ${letter}`
    // Who writes of millions in another language than English and of dollars means those of the United States.
    if (size !== undefined && right === '$' && !ENGLISH.test(left)) return `USD ${size}`
    if (after !== undefined && left === '$' && !ENGLISH.test(right)) return `USD ${after}`
  }
  return undefined
}

/** The size that a phrase begins with, and what stands behind it: `тыс. тонн`, `亿个`, `'000 tonnes`. */
export function sizeBefore(phrase: string): { size: string; rest: string } | undefined {
  if (phrase.length > LONGEST) return undefined
  const text = tidy(phrase)
  for (let at = text.length - 1; at > 0; at--) {
    const size = isInside(text, at) ? undefined : lookUp(SIZES, tidy(text.slice(0, at)))
    if (size !== undefined) return { size, rest: tidy(text.slice(at)) }
  }
  return undefined
}

/** The words that begin with a size, and a code in brackets behind. */
const CODED = /^(.+?)\s*\(([A-Z]{3})\)$/
const MOST_WORDS = 4

/** `Exports in millions of Vatu (VUV)`: the size of a currency whose code stands behind its name, and what stands before both. */
export function sizeBeforeCode(
  phrase: string,
): { stem: string; size: string; code: string } | undefined {
  const [, words = '', code = ''] = CODED.exec(phrase.trim()) ?? []
  if (!isCurrencyCode(code)) return undefined
  const all = words.split(/\s+/)
  for (let at = Math.max(0, all.length - MOST_WORDS); at < all.length; at++) {
    const size = lookUp(SIZES, tidy(all[at]!))
    const stem = all.slice(0, at).join(' ')
    if (size !== undefined)
      return { stem: stem.replace(/[\s,]*(?:(?<!\p{L})in)?$/iu, ''), size, code }
  }
  return undefined
}

const SIZED = /^(.+?)\s*[(（]([^()（）]+?)元?[)）]$/u

/** `Exports, USD (million)`, `出口美元(千元)`: a currency and its size in brackets behind, and what stands before both. */
export function sizeBehindCurrency(
  text: string,
): { stem: string; size: string; currency: string } | undefined {
  const [, words = '', within = ''] = SIZED.exec(text.trim()) ?? []
  const size = lookUp(SIZES, tidy(within))
  if (size === undefined || words.length > LONGEST) return undefined
  for (let at = 0; at < words.length; at++) {
    const currency = isInside(words, at) ? undefined : currencyNamed(words.slice(at))
    const stem = words.slice(0, at).replace(/[\s,:_-]+$/, '')
    if (currency !== undefined) return { stem: stem || words, size, currency }
  }
  return undefined
}

const isInside = (text: string, at: number): boolean =>
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]{2}/u.test(
    text.slice(at - 1, at + 1),
  ) || /\d[\d,]/.test(text.slice(at - 1, at + 1))
