/** One step of a transformation: `yoy`, or `index` with its argument `2021-12`. */
export interface Step {
  name: string
  argument: string | null
}

/**
 * What is asked of a series: one that is stored, or a transformation of others. Spelled
 * `dataset/key`, `yoy(dataset/key)`, `index(dataset/key:2021-12)`, `balance(a,b)`; nests.
 */
export type SeriesExpression =
  | { kind: 'series'; id: string }
  | { kind: 'apply'; step: Step; of: SeriesExpression[] }

/** Which lengths of period to keep: calendar units, `ytd`, or `I` for all others. */
export type Span = 'A' | 'S' | 'Q' | 'M' | 'W' | 'D' | 'I' | 'ytd'

/**
 * The question behind every chart and download, as the address bar and the API spell it:
 * `series=a,yoy(b)&start=2021-01&end=2023-11&span=M&transform=sum12,yoy&asOf=2023-12-31`.
 */
export interface SeriesQuery {
  series: SeriesExpression[]
  /** Keep the periods that lie wholly inside; both spelled as periods. */
  start: string | null
  end: string | null
  span: Span[]
  /** Applied from left to right to the series together. */
  transform: Step[]
  /** The store as it was known on this day, `2023-12-31`. */
  asOf: string | null
}
