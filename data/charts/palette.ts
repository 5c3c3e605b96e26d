import chosen from '../codelists/colours.json' with { type: 'json' }
import type { SeriesColumns } from '../model/columns.ts'
import type { LineSpec } from '../model/dashboard.ts'
import { type ChartTokens, type ColourCode, SLOTS } from './tokens.ts'

/** The colour of a mark and the variant of its hue that is legible as text. */
export interface Ink {
  mark: string
  text: string
}

/** Codes that share the colour of another: currencies and flows, then what the code lists chose. */
const ALIASES: Record<string, string> = {
  CNY: 'CHN',
  RUB: 'RUS',
  USD: 'USA',
  EUR: 'EU',
  EUU: 'EU',
  export: 'X',
  exports: 'X',
  import: 'M',
  imports: 'M',
  balance: 'B',
  total: 'T',
  ...chosen,
}

/** The colour that belongs to a code: its own, its issuer's, or that of a union's largest member (named first). */
function colourCode(code: string | undefined, tokens: ChartTokens): ColourCode | undefined {
  if (!code) return undefined
  const member = code.split('+')[0] ?? code
  const known = ALIASES[member] ?? member
  return known in tokens.code ? (known as ColourCode) : undefined
}

/** The dimension that tells the series of a chart apart and whose codes have colours. */
function tellingDimension(series: SeriesColumns[], tokens: ChartTokens): string | undefined {
  return ['flow', 'partner', 'reporter'].find((name) => {
    const codes = series.map((s) => s.dimensions[name] ?? '')
    const isTold = series.length === 1 || new Set(codes).size === series.length
    return isTold && codes.some((code) => colourCode(code, tokens))
  })
}

/** The publisher that a series' key names, where its colour is chosen: `car-share.chinese.globaldata`. */
const publisherOf = ({ id }: SeriesColumns): string | undefined =>
  id.split(/[/.(),:]/).findLast((part) => part in chosen)

/** The publishers of the series where they tell any apart. */
function publishersOf(series: SeriesColumns[]): (string | undefined)[] {
  const names = series.map(publisherOf)
  return new Set(names).size > 1 ? names : []
}

/**
 * One colour for each series, by one dimension: what the panel says, else the code or the publisher that
 * tells the series apart, else the next slot that the chart does not use. Slots follow the order of the
 * panel, whatever is hidden, so that a colour never moves.
 */
export function inksOf(
  series: SeriesColumns[],
  specs: Record<string, LineSpec>,
  tokens: ChartTokens,
): Ink[] {
  const said = series.map((s) => {
    const spec = specs[s.id]
    if (spec?.role === 'context') return 'other' as const
    return spec?.colour ? colourCode(spec.colour, tokens) : undefined
  })
  const telling = tellingDimension(series, tokens)
  const codes = series.map((s, i) => {
    if (specs[s.id]?.colour || said[i]) return said[i]
    const own = telling ? colourCode(s.dimensions[telling], tokens) : undefined
    return own && said.includes(own) ? undefined : own
  })
  const publishers = telling ? [] : publishersOf(series)
  publishers.forEach((name, i) => {
    codes[i] ??= colourCode(name, tokens)
  })
  const free = SLOTS.filter((slot) => !codes.includes(slot))
  const alone = series.length === 1
  return codes.map((code) => {
    const chosen = code ?? (alone ? 'T' : (free.shift() ?? 'other'))
    return { mark: tokens.code[chosen], text: tokens.text[chosen] }
  })
}
