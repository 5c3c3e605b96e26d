import type { Question, Role } from '../model/report.ts'
import type { DecimalMark } from './numbers/numbers.ts'
import type { DateOrder, PeriodSpelling } from './periods/read.ts'
import type { TwiceNamed } from './records/codes-and-names.ts'

/** One size for all numbers of a column that tell each its own. */
export interface Sizing {
  /** The size that its unit counts in; '' for one by one. */
  to: string
  /** That of numbers without one; null where nobody knows. */
  bare: string | null
}

/** A code of a dimension, told by a heading. */
export interface HeadingCode {
  dimension: string
  code: string
}

export interface ValueColumn {
  index: number
  name: string
  /** What its heading says of its series: a `measure`, a `flow`, a country; none where the file has one value column only. */
  codes: readonly HeadingCode[]
  mark: DecimalMark
  /** Its cells, the source or a person settle the mark: it is known what every number means. */
  isMarkKnown: boolean
  /** The currency that stands at its numbers; '' where none does. */
  currency: string
  /** The unit that its header or its cells name. */
  unit: string | null
  /** The column that gives the unit of this one alone, beside one for the others: `Supplementary unit`; -1 where none does. */
  unitColumn: number
  /** How the sizes at its numbers are read, `8.1bn`; null where none stands at any. */
  sizing: Sizing | null
  /** Its cells are percentages. */
  isPercent: boolean
  /** The number that stands in it where there is no figure, `-9999`; null where none does. */
  absent: number | null
  /** Its heading is that of a price or a rate of exchange, which nobody adds up, whatever its unit. */
  isRate: boolean
  /** Its heading is that of a share, a change or an index, which nobody adds up where it has no unit. */
  isShare: boolean
  /** Key and title of its series, where the header holds both. */
  named?: { key: string; title: string }
}

/** Whether the headings of values tell codes of a dimension. */
export const tellsIn = (values: readonly ValueColumn[], dimension: string): boolean =>
  values.some(({ codes }) => codes.some((one) => one.dimension === dimension))

/** Words of the model that one column of a table in long form tells, and the roles of these columns. */
const TOLD_ONCE = {
  series: 'series',
  title: 'title',
  period: 'period',
  periodPart: 'period_part',
  periodStart: 'period_start',
  periodEnd: 'period_end',
  unit: 'unit',
  unitMult: 'attribute:unit_mult',
  unitScale: 'attribute:unit_scale',
  frequency: 'frequency',
  status: 'status',
  bound: 'bound',
  source: 'source',
  sourceUrl: 'source_url',
  published: 'published',
  note: 'note',
  /** Names the dataset of each record, in our own downloads. */
  dataset: 'attribute:dataset',
} as const satisfies Record<string, Role>

/** Where in a record in long form each of these words stands; -1 where it does not. */
type Places = Record<keyof typeof TOLD_ONCE, number>

export const placesOf = (roles: readonly Role[]): Places =>
  Object.fromEntries(
    Object.entries(TOLD_ONCE).map(([word, role]) => [word, roles.indexOf(role)]),
  ) as Places

/** How a table in long form is read. */
export interface Mapping extends Places {
  by: string
  /** One of our own downloads. */
  own: boolean
  /** A record of the file is several of these. */
  isSpread: boolean
  /** Figures of one series and period are parts, and added up. */
  isAdded: boolean
  header: string[]
  roles: Role[]
  values: ValueColumn[]
  dimensions: { index: number; id: string }[]
  /** Those of which every text says a unit, `import, mnkr`. */
  measured: string[]
  /** Columns that make the key where the file has no series ids, in their order. */
  keyed: number[]
  /** The order in which its dataset makes keys of what tells series apart; empty where there is none yet. */
  keyOrder: readonly string[]
  /** Column of the labels of a dimension, or of the unit. */
  labels: Map<string, number>
  spelling: PeriodSpelling
  /** Of days of publication, as they tell it; null where they do not. */
  publishedOrder: DateOrder | null
  /** A period that is told by its two ends is over on the day before the second. */
  endsBefore: boolean
  /** `C` is no status here but says that the period is cumulative. */
  cumulativeC: boolean
  /** Columns that name the same countries. */
  twice: readonly TwiceNamed[]
  /** Codes that a person gave for texts that no list has, by dimension. */
  codes: Record<string, Record<string, string>>
  /** Codes that stand for all of a dimension. */
  totals: Record<string, string[]>
  /** Statuses of the source in letters of ours. */
  statuses: Record<string, string>
  /** The currency that its source calls dollars; undefined where these are the United States'. */
  dollars: string | undefined
}

export interface Mapped {
  mapping: Mapping
  /** The decisions in plain words. */
  says: string[]
  /** Only a person can answer these; nothing is read before. */
  questions: Question[]
  /** More rows may settle what is open now. */
  undecided: boolean
}
