import type { Additive } from '../../model/observation.ts'
import { fold, listNamed } from '../code-lists.ts'
import { createRemembered } from '../remember.ts'
import { priceNamed } from './price-units.ts'
import { sizedQuantity } from './sized-quantity.ts'
import { currencyNamed, isCurrencyCode, sizedCurrency } from './unit-phrase.ts'

/** The unit as our list writes it, or a currency and how many of it; undefined for any other. */
export const unitNamed = (unit: string): string | undefined => remembered(unit, unit) ?? undefined

/** Many series have the same units. */
const remembered = createRemembered((unit: string) => readUnit(unit) ?? null)

function readUnit(unit: string): string | undefined {
  if (AMBIGUOUS.test(unit) || ELSEWHERE.test(unit)) return undefined
  const text = unit.replace(IN, '').replace(SIZE_BEHIND, ' $1').replace(TERMS, '')
  const listed =
    listedAs(text) ??
    sizedCurrency(text) ??
    sizedQuantity(text) ??
    priceNamed(text) ??
    inTwoLanguages(text) ??
    (OF_OTHER_LETTERS.test(text) ? currencyNamed(text) : undefined)
  return listed ?? (isCurrencyCode(text) ? text.trim() : undefined)
}

/** `บาท`: such words are nothing else; `ft` may be feet, and `китайский юань` what is exchanged. */
const OF_OTHER_LETTERS = /^[^\p{Script=Latin}\p{Script=Cyrillic}]+$/u

const listedAs = (text: string): string | undefined => listNamed('units').codeOf.get(fold(text))

/** A sign of a currency says more than the words beside it, unless letters stand before it: `US$ million`. */
const SIGN_ALONE = /(?<!\p{L})\$|[€£¥₽%]/u

let kept: ReadonlyMap<string, string> | undefined

/** Units of two words or more without the signs that names of columns lose: `mcm d`, `us million`. */
function withoutSigns(): ReadonlyMap<string, string> {
  kept ??= new Map(
    [...listNamed('units').codeOf].flatMap(([unit, code]) => {
      const words = unit.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
      return words === unit || !words.includes(' ') || SIGN_ALONE.test(unit) ? [] : [[words, code]]
    }),
  )
  return kept
}

/** The unit of words that a program joined: one of a list, without its signs, too, the code of a currency in small letters, `000`. */
export function unitOfWords(words: string): string | undefined {
  const text = words.replace(TERMS, '')
  const code = /^[a-z]{3}$/.test(text) ? currencyNamed(text) : undefined
  return unitNamed(words) ?? withoutSigns().get(fold(text)) ?? code ?? THOUSANDS.get(text)
}

const THOUSANDS = new Map([['000', 'thousand']])

/** `Ad./Unit`, `шт / pieces`: the same unit twice. */
function inTwoLanguages(text: string): string | undefined {
  const [one, other, more] = text.split('/').map(listedAs)
  return more === undefined && one === other ? one : undefined
}

/** `in millions of dollars`, `en millions d'euros`, `FOB in Million USD`. */
const IN = /^(?:(?:FOB|CIF|CAF|FAS),? )?(?:in|en|em|в) /i
/** `NZD FOB`, `USD thousand (CIF)`: the terms that goods are valued by. */
const TERMS = /,? [(]?(?:FOB|CIF|FAS|CAF|ФОБ|СИФ)[)]?$/i
/** `USD, Million`, `US Dollars, Millions`. */
const SIZE_BEHIND = /, ?((?:thousand|million|billion)s?)$/i

/** `Mt` is a million tonnes; in other capitals it is most often one metric ton, and stays as it is written. */
const AMBIGUOUS = /^\s*(?:MT|mt|mT)\s*$/

/** Taiwan's dollars, or Hong Kong's: in China `億` and `萬` are written otherwise. */
const ELSEWHERE = /^\s*[十百千]*[億萬]元\s*$/

/** What a sum of values in the unit means; undefined for a unit that nobody has listed. */
export function additiveOf(unit: string): Additive | undefined {
  const { rows } = listNamed('units')
  const code = unitNamed(unit)
  const additive = rows.find((row) => row.code === code)?.additive
  if (additive === 'sum' || additive === 'last' || additive === 'none') return additive
  if (code === undefined) return undefined
  return code.includes(' per ') ? 'none' : 'sum'
}

/** What a unit measures, by the list of units: value, quantity or rate. */
export function measureOf(unit: string): string | undefined {
  const code = unitNamed(unit)
  return listNamed('units').rows.find((row) => row.code === code)?.measures
}
