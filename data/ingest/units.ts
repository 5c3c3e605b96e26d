import { unitNamed } from './codes.ts'

/** Words and signs by which a unit in no list of ours is known. */
const LIKE =
  /%|[$€£¥₽]|元|亿|万|тыс|млн|млрд|долл|руб|\b(?:usd|eur|cny|rmb|rub|gbp|jpy|krw|sdr|dollars?|euros?(?! area)|yuan|rou?bles?|kg|kilograms?|tonn?es?|tons?|litres?|m3|thousands?|millions?|billions?|percent|per cent|index|persons?|people|units?|pieces|current|constant|per capita|1000|000)\b|^(?:t|mt|kt|l|pcs|pp)$|=\s?100/i

/** A unit as a list of ours writes it, else as it stands. */
export const unitOf = (text: string): string => unitNamed(text) ?? text.trim()

/** `EXR.D.USD.EUR.SP00.A` names a series, not its unit. */
const KEY = /^[\w-]+(?:[./][\w-]+){2,}$/

export const isUnit = (text: string): boolean =>
  text.trim() !== '' &&
  (unitNamed(text) !== undefined || (text.length < 60 && LIKE.test(text) && !KEY.test(text)))

/** `Value (USD thousand)`, `Exports, million tonnes`, `VALUE_IN_EUROS`, `同比%`, `人民币`: a name and its unit; `null` where none is in it. */
export function splitUnit(name: string): { stem: string; unit: string | null } {
  const text = /\s/.test(name.trim())
    ? name.trim()
    : name.trim().replace(/__+/g, ', ').replaceAll('_', ' ')
  const inside = /^(.*?)\s*[([（［]([^()[\]（）]+)[)\]）］]\s*$/.exec(text)
  if (inside && isUnit(inside[2]!)) return { stem: inside[1]!.trim(), unit: unitOf(inside[2]!) }
  const behind = /^(.+?)\s*[,，:：]\s*([^,，:：]+)$/.exec(text)
  if (behind && isUnit(behind[2]!) && !/[()]/.test(behind[2]!))
    return { stem: behind[1]!.trim(), unit: unitOf(behind[2]!) }
  const after = /^(.+) in ([^()]+)$/i.exec(text)
  if (after && unitNamed(after[2]!) !== undefined)
    return { stem: after[1]!, unit: unitOf(after[2]!) }
  const percent =
    /^(.*?[^\s±])[\s±]*[%％]$/.exec(text)?.[1] ?? /^[%％]\s*(\p{L}.*)$/u.exec(text)?.[1]
  if (percent !== undefined) return { stem: percent, unit: 'percent' }
  return { stem: name.trim(), unit: unitNamed(text) ?? null }
}

const NAMED =
  /(?:^|[\s(（])(?:units?|unit of measure|einheit|unité|unidad|единица измерения|ед\. ?изм\.?|单位)\s*[:：]\s*([^;；)）\n]+)/i

/** The unit that a line above a table names: `Unit: USD thousand`, `单位：亿美元`, `Value (USD Thousands)`. */
export function unitAbove(lines: readonly string[]): string | null {
  for (const line of lines) {
    const named = NAMED.exec(line)?.[1]?.trim()
    if (named) return unitOf(named)
    for (const [, inside = ''] of line.matchAll(/[(（]([^()（）]+)[)）]/g)) {
      if (unitNamed(inside) !== undefined) return unitOf(inside)
    }
  }
  return null
}
