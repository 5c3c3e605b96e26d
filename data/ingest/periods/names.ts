import { OTHER_MONTHS, thaiInFull } from './other-months.ts'

/** Names and usual abbreviations of the months, January first, each beginning with its English name: English, German, French, Spanish, Portuguese, Italian, Dutch, Russian (cases too). */
const MONTHS = [
  'january jan januari janeiro gennaio gen januar jänner jän janvier janv enero ene январь января январе янв',
  'february feb februari fevereiro fev febbraio februar feber février févr fév febrero февраль февраля феврале фев февр',
  'march mar março maart märz mär mrz mars marzo март марта марте мар',
  'april apr aprile avril avr abril abr апрель апреля апреле апр',
  'may mai maio maggio mag mei maj mayo май мая мае',
  'june jun junho giugno giu juni juin junio июнь июня июне июн',
  'july jul julho luglio lug juli juillet juil julio июль июля июле июл',
  'august aug augusti augustus août agosto ago август августа августе авг',
  'september sep setembro settembre sept septembre septiembre set setiembre сентябрь сентября сентябре сен сент',
  'october oct outubro out ottobre ott oktober okt octobre octubre октябрь октября октябре окт',
  'november nov novembro novembre noviembre ноябрь ноября ноябре ноя нояб',
  'december dec dezembro dicembre dezember dez décembre déc diciembre dic декабрь декабря декабре дек',
]

/** What the words and letters for pieces of a year are short for. */
const UNITS: Record<Unit, string> = {
  month:
    'm м month months monat monate monats mois mes meses mese mesi мес месяц месяца месяцев maand maanden månad måned ' +
    'kuukausi ay měsíc miesiąc hónap tháng thg bulan luni miesięcy mies miesiące měsíců měsíce mesecev meseci mdr mnd kk kuud mėn mėnesiai mėnesių mēneši mēn hónapok bulanan muaj месеца месеци місяць місяці місяців міс μήνας μήνες חודש חודשים شهر أشهر ай เดือน เดือนแรก',
  quarter:
    'q k vj vierteljahr vierteljahres quarter quarters qtr quartal quartals trimestre trimestrul trim t кв квартал квартала кварталы ' +
    'kwartaal kvartal kvartaal kwartał čtvrtletí çeyrek negyedév ceturksnis neljännes quý тоқсан ไตรมาส ไตรมาสที่ ' +
    'tromjesečje tromesečje тромесечје четвртина četrtletje trimestrul тримесечие тримесечје ketvirtis ketvirčio ketv ' +
    'neljänneksen tremujori tremujor triwulan triw tw suku kwartale ' +
    'chorak choragi чорак rüb rübü եռամսյակ კვარტალი კვ улирал רבעון τρίμηνο τριμ',
  half:
    'h s half halbjahr hj semestre semester sem полугодие полугодия пг пол halfjaar pololetí ' +
    'semestrul шестмесечие полугодје polugodište polugodje pusmetis pusm pusgads pusgada poolaasta vuosipuolisko halvår halvåret gjysmëvjetori polletje ' +
    'půl půlrok halfjaar polugodiste півріччя жартыжылдық жартыжылдығы yarıyıl yarıyılı félév půlrok półrocze polrok yarımil կիսամյակ חציון מחצית εξάμηνο',
  week: 'w week wk kw woche semaine semana неделя нед тиждень tydzień settimana hafta minggu viikko vecka tuần',
  year: 'a a1 annual yearly year total jahr année annuel año anual год годовой y cy jaar år rok yıl vuosi jj tahun tahunan anul',
}

export type Unit = 'month' | 'quarter' | 'half' | 'week' | 'year'

const ORDINALS = [
  "first 1st erstes erste premier première primer primero первый первое i 1er 1e 1ère 1º 1-й 1-е 1-ое 1-во первое първо прво primo primul первая första första pirmais pirmas 1r prvi prvo prvé první pierwszy pertama pirmasis első esimene ensimmäinen i-й i-е i-ое 1-р ראשון ראשונה 1ο α' α’",
  "second 2nd zweites zweite deuxième segundo второй второе ii 2e 2ème 2º 2-й 2-е 2-ое 2-ро второ второе secondo andra doilea otrais antras 2n drugi drugo druhé druhý druga kedua antrasis második teine toinen ii-й ii-е ii-ое 2-р שני שנייה שניה 2ο β' β’",
  "third 3rd drittes dritte troisième tercer tercero третий iii 3e 3ème 3º 3-й 3-то третото трето третье terzo tredje treilea trešais trečias třetí trzeci treći ketiga trečiasis harmadik kolmas 3-р שלישי 3ο γ' γ’",
  "fourth 4th viertes vierte quatrième cuarto четвертый четвёртый iv 4e 4ème 4º 4-й 4-то четвърто четверта quarto fjärde ceturtais ketvirtas čtvrtý czwarty četvrti keempat ketvirtasis negyedik neljas 4-р רביעי 4ο δ' δ’",
]

const HAN = '一二三四五六七八九'

/** Small letters without accents, all kinds of dashes and blanks alike, digits as ASCII; Hangul stays whole. */
export const plain = (text: string): string =>
  thaiInFull(text)
    // From the first mark of a run only: trying each of sixty thousand takes seconds.
    .replace(/(?<![¹²³⁰-⁹*†])[¹²³⁰-⁹*†]+$/u, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‐‑‒–—−～~〜]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const numbered = (lists: readonly string[]): Map<string, number> =>
  new Map(lists.flatMap((words, i) => words.split(' ').map((word) => [plain(word), i + 1])))

/** Slovenes shorten August so, and everybody else an average. */
const MEAN = 'avg'

const MONTH_OF = numbered(MONTHS)
OTHER_MONTHS.forEach((words, i) => {
  for (const word of words.split(' ')) if (word !== MEAN) MONTH_OF.set(word, i + 1)
})
const ORDINAL_OF = numbered(ORDINALS)
const UNIT_OF = new Map(
  Object.entries(UNITS).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [plain(word), unit as Unit]),
  ),
)

/** 1 to 12 for the name of a month as `plain` leaves it; undefined for another word. */
export function monthNamed(word: string): number | undefined {
  const name = word.replace(/\.$/, '')
  return MONTH_OF.get(name)
}

export const unitNamed = (word: string): Unit | undefined => UNIT_OF.get(word.replace(/\.$/, ''))

const YEAR_ALONE = /^((?:1[89]|20|21)\d\d) ?(?:г\.?|год|year|年|년|:)?\s?[*†¹²³⁰-⁹]*$/i

/** The year that a cell names and nothing else: `2021`, `2021 г.`, `2023*`; undefined for other cells. */
export const yearNamed = (cell: string): string | undefined => YEAR_ALONE.exec(cell.trim())?.[1]

const EASTERN: readonly [RegExp, Unit][] = [
  [/季|분기/, 'quarter'],
  [/周|週|주차|주$/, 'week'],
  [/半年|반기/, 'half'],
]

/** The piece of a year that a heading names: `Quarter`, `Неделя`, `季度`; undefined for other headings. */
export function unitOfHeading(heading: string): Unit | undefined {
  const words = plain(heading).split(/[^\p{L}]+/u)
  const eastern = EASTERN.find(([sign]) => sign.test(heading))
  return eastern?.[1] ?? words.map(unitNamed).find((unit) => unit !== undefined && unit !== 'year')
}

/** `1`, `2.`, `iii`, `first`: which of several. */
export function numberNamed(word: string): number | undefined {
  if (/^\d{1,2}\.?$/.test(word)) return Number.parseInt(word, 10)
  return ORDINAL_OF.get(word)
}

/** January is the first month. */
export function monthName(month: number): string {
  const [name = ''] = MONTHS[month - 1]!.split(' ')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** `二〇二三年` with the digits that other languages use. */
export const hanYears = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
    Array.from(year, (digit) => HAN.indexOf(digit) + 1).join(''),
  )

/** `'24.1월`, `24.1~6월`, `24.1/4분기` with the whole year. */
export const koreanYears = (text: string): string =>
  text.replace(/^['’‘]?(\d\d)\. ?(?=\d{1,2}(?:[~～-]\d{1,2})?(?:월|\/4분기|분기)$)/, '20$1년 ')

/** Chinese numbers from one to nineteen. */
export function hanNumber(word: string): number | undefined {
  const [, ten, one] = /^(十?)([一二三四五六七八九]?)$/.exec(word) ?? []
  if (ten === undefined || one === undefined || word === '') return undefined
  return (ten === '' ? 0 : 10) + (one === '' ? 0 : HAN.indexOf(one) + 1)
}
