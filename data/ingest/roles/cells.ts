import type { Role } from '../../model/report.ts'
import { hasCode } from '../codes/codes.ts'
import { flowIn, flowsOf, loneFlow } from '../codes/flows.ts'
import { isStatusWord } from '../codes/status-words.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { isNameless } from '../column-names.ts'
import type { ColumnFacts } from '../facts.ts'
import { sayPartners } from '../headings/country-headings.ts'
import { unitNamed } from '../units/listed-units.ts'
import { isCurrencyCode } from '../units/unit-phrase.ts'
import type { Open } from './settling.ts'

/** Of a column of countries so many are in a list of ours. */
const MOST = 0.7

/**
 * What a heading does not say and the cells do: units, flows, words of status, or, in the first column and
 * below no heading, countries: partners where headings or lines above (`words`) say so.
 */
export function roleOfCells(
  { name, index, distinct }: ColumnFacts,
  roles: Open,
  words: readonly string[],
): Role | undefined {
  const texts = [...distinct.keys()]
  if (texts.length === 0 || texts.some((text) => /^\d*$/.test(text))) return undefined
  if (!roles.includes('unit') && areUnits(texts)) return 'unit'
  const isSure = texts.length > 1 || flowIn(name) === 'T' || loneFlow(texts[0]!) !== undefined
  if (!roles.includes('dimension:flow') && isSure && flowsOf(texts)) return 'dimension:flow'
  if (!roles.includes('status') && texts.every(isStatusWord)) return 'status'
  const isUnnamed = index === 0 || isNameless(name)
  const names = texts.filter((text) => !isTotalWord(text))
  const countries = names.filter((text) => isName(text) && hasCode('reporter', text))
  if (!isUnnamed || names.length < 2 || countries.length < names.length * MOST) return undefined
  const sides: Role[] =
    sayPartners(words) || names.some((text) => /^(?:From|To) /.test(text))
      ? ['dimension:partner', 'dimension:reporter']
      : ['dimension:reporter', 'dimension:partner']
  return sides.find((role) => !roles.includes(role))
}

/** Units of our list; a capital letter alone, or beside currencies, is a code: `T` of all of them. */
function areUnits(texts: readonly string[]): boolean {
  const letters = texts.filter((text) => /^[A-Z]$/.test(text))
  const isOfCode = letters.length === texts.length || texts.some(isCurrencyCode)
  return texts.every(isUnitAlone) && !(letters.length > 0 && isOfCode)
}

/** A unit of our list, or the sign of a currency. */
export const isUnitAlone = (text: string): boolean =>
  unitNamed(text) !== undefined || /^[$€£¥]$/.test(text)

/** Longer than a code, in letters or in the signs of East Asia. */
const isName = (text: string): boolean =>
  text.length > 3 || /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(text)

const YES_OR_NO = /^(?:true|false|yes|no|да|нет|ja|nein|oui|non|是|否)$/i

/** Whether a column only says yes or no of each figure. */
export const isYesOrNo = ({ distinct }: ColumnFacts): boolean =>
  distinct.size > 0 && [...distinct.keys()].every((text) => YES_OR_NO.test(text))
