/** Letters that are written so in Taiwan and Hong Kong, and no longer in China. */
const TRADITIONAL = /[億萬幣貿進單總價額國數產輛噸開關東區業際稅礦]/u
const CHINAS = /人民|rmb|cny|yuan/i
const SIZED = /[百千]?[十百千]?[億萬]?元/u

/**
 * A unit as it stands where its 元 is not known to be China's: `進口(千元)`, `單位：億元` are of Taiwan's dollars
 * or of Hong Kong's, or of yuan as Japan writes of them. Without such a letter of its own 元 is written as they also write it.
 */
export function ofItsPlace<Unit extends string | null>(words: string, unit: Unit): Unit | string {
  const isYuan = unit !== null && /^CNY(?: |$)/.test(unit)
  if (!isYuan || !TRADITIONAL.test(words) || CHINAS.test(words)) return unit
  const text = SIZED.exec(words)?.[0] ?? unit
  return /[億萬]/.test(text) ? text : text.replace('元', '圓')
}
