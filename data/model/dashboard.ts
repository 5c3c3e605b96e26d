/** A chart's shape; each is one pure function in `data/charts/`. */
export type Form = 'bars' | 'lines' | 'years' | 'pairs' | 'spans' | 'ranked'

/** How one series of a panel is named and coloured. Keyed by the expression that names it in the query. */
export interface LineSpec {
  /** A reader's name for it: "Imports from Russia". */
  label: string
  /** The code whose colour it takes (CHN, RUS, X, M, B, T, other, ...); else the next slot. */
  colour?: string
  /**
   * What it is to the chart: `subject` is drawn strongest; `stack` parts are stacked; `total` gives the
   * outline where parts are missing; `balance` gets the small panel below; `stated` and `computed` are
   * the two readings of one rate; `mirror` is the other side's figure; `context` is grey.
   */
  role?: 'subject' | 'stack' | 'total' | 'balance' | 'stated' | 'computed' | 'mirror' | 'context'
}

export interface Annotation {
  /** Series expression and period that it points at. */
  series: string
  period: string
  text: string
}

export interface Panel {
  id: string
  /** One sentence that every figure in the chart bears out, at most 75 characters. */
  claim?: string
  /**
   * The `fingerprint` of the figures that claim, remark and annotations were checked against: over other
   * figures stands the name, and the rest is silent, until somebody checks again.
   */
  checked?: string
  /** The quantity, used where there is no claim or the reader changed the chart. */
  name: string
  /** What, of whom, unit, period, how it was made; `{range}` is the time that is drawn. */
  subtitle: string
  form: Form
  /** A SeriesQuery as the address bar spells it. */
  query: string
  lines: Record<string, LineSpec>
  /** Ids of events (`2022-02-24-1`, see `/api/events`), at most seven. */
  events?: string[]
  annotations?: Annotation[]
  /** Who, and what differs (CIF, FOB, definitions): true whatever is taken in later. */
  source: string
  /** What is missing, rounded or told twice: said while the figures are those of `checked`. */
  remark?: string
  /** Columns of twelve at 1440. */
  width: 5 | 6 | 7 | 12
  /** Pixels at 1440; a sensible one by form when left out. */
  height?: number
  /** Written with the top axis label and in figures: `bn`, `%`, `m`, `bcm`. */
  unit: string
  /** The amount axis is per month (bars and steps of several months are drawn at their average). */
  perMonth?: boolean
  /** The other panel that stands for this one's neighbour on a phone. */
  phone?: 'hide'
}

export interface Kpi {
  /** Name with its period in words: "Trade, Jan–Nov 2023", or "Trade, {period}" where it goes on. */
  label: string
  query: string
  /** The period whose value is shown; the last one when left out. */
  period?: string
  unit: string
  /** A second query whose value at `period` is worded into `change`: "+26.7 %". */
  changeQuery?: string
  /** The period of the second query's value; when left out that of the figure, for a level a year before. */
  changePeriod?: string
  /** `level` words it as a figure ("8 %") instead of a signed change ("+26.7 %"). */
  changeAs?: 'level'
  /** Words round the change, `{}` stands for it and `{base}` for a year before: "{} on {base}, as stated". */
  change?: string
  /** Query of the small picture; none when left out. */
  spark?: string
  colour?: string
  /** Where the reader goes on: a panel or series. */
  href?: string
}

/** A page of charts: a document, not code. Kept in `data/dashboards/{id}.json`. */
export interface Dashboard {
  id: string
  title: string
  /** One or two sentences under the title. */
  summary: string
  order: number
  kpis: Kpi[]
  /** Single figures that no chart is worth, in a row under the charts. */
  more?: Kpi[]
  panels: Panel[]
}

/** A dated, sourced fact drawn over charts. */
export interface TradeEvent {
  /** Date and a running number within the day: `2022-02-24-1`. */
  id: string
  date: string
  title: string
  category: string
  sourceUrl: string
  note: string | null
}

/** A published figure with the query that should give it. */
export interface Claim {
  id: string
  statement: string
  query: string
  period: string
  /** The figure as published and how far the store's may be from it. */
  value: number
  tolerance: number
  source: string
}
