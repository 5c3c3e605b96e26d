import { z } from '@hono/zod-openapi'
import { DashboardSchema } from '../data/documents.ts'
import type { Columns, SeriesDetail as Detail, SeriesColumns } from '../data/model/columns.ts'
import type { TradeEvent } from '../data/model/dashboard.ts'
import type { DatasetSummary as Summary } from '../data/model/dataset.ts'
import type { Series } from '../data/model/observation.ts'
import type { SeriesExpression, SeriesQuery } from '../data/model/query.ts'

// The model's types as schemas: `satisfies` holds the two together.

const text = z.string()
const nullable = z.string().nullable()
const count = z.number().int().min(0)
const additive = z.enum(['sum', 'last', 'none']).openapi({
  description:
    'What a sum over time means: sum for flows, last for stocks, none for rates, shares, indices.',
})
const frequency = z.enum(['A', 'S', 'Q', 'M', 'W', 'D', 'I']).openapi({
  description: 'That of most of its periods; I where there is none.',
})
const cumulative = z
  .boolean()
  .openapi({ description: 'Each period begins on 1 January: never to be summed.' })
const bound = z.enum(['>', '<', '>=', '<=', '~'])
const codes = z.record(text, text).openapi({ example: { reporter: 'CHN', partner: 'RUS' } })

export const Problem = z
  .object({
    type: text,
    title: text,
    status: z.number().int(),
    detail: text,
    instance: text,
    code: text,
    parameter: text.optional(),
    near: text.optional(),
    next: text.optional(),
  })
  .openapi('Problem', {
    description:
      'RFC 9457. `code` is stable, `near` the right name that comes nearest, `next` what to do.',
    example: {
      type: '/api/docs#unknown-parameter',
      title: 'Unknown parameter',
      status: 400,
      detail: 'There is no parameter "asof". Did you mean "asOf"?',
      instance: '/api/data?series=bilateral-trade/x&asof=2023-12-31',
      code: 'unknown-parameter',
      parameter: 'asof',
      near: 'asOf',
    },
  })

export const SeriesSchema = z
  .object({
    id: text.openapi({ example: 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn' }),
    dataset: text,
    key: text,
    title: text,
    unit: nullable,
    frequency,
    additive,
    cumulative,
    dimensions: codes,
    observations: count.openapi({ description: 'Periods that have a value, or say why not.' }),
    releases: count.openapi({ description: 'Every telling of every period.' }),
    first: nullable.openapi({ description: 'First day that any period covers.' }),
    last: nullable.openapi({ description: 'Last day that any period covers.' }),
    latest: z
      .object({
        period: text,
        value: z.number(),
        decimals: count,
        status: text,
        bound: bound.nullable(),
      })
      .nullable()
      .openapi({
        description:
          'Of the periods that have a value the one that ends last, and of several the shortest.',
      }),
  })
  .openapi('Series') satisfies z.ZodType<Series>

const summary = {
  id: text.openapi({ example: 'bilateral-trade' }),
  title: text,
  description: text,
  source: text,
  licence: text,
  series: count,
  observations: count.openapi({ description: 'Periods of all series.' }),
  releases: count.openapi({ description: 'Every telling of every period.' }),
  first: nullable.openapi({ description: 'First day that any period covers.' }),
  last: nullable.openapi({ description: 'Last day that any period covers.' }),
  updated: nullable.openapi({ description: 'Day of the newest release.', example: '2026-03-10' }),
  imported: nullable.openapi({ description: 'Day of the last import that stands.' }),
}

export const DimensionSchema = z
  .object({
    id: text.openapi({ example: 'partner' }),
    codes: z.array(z.object({ code: text, label: text, series: count })).openapi({
      description: 'Each with a name for readers and how many series have it.',
      example: [{ code: 'RUS', label: 'Russia', series: 40 }],
    }),
  })
  .openapi('Dimension')

export const DatasetSummary = z
  .object(summary)
  .openapi('DatasetSummary') satisfies z.ZodType<Summary>
export const DatasetDetail = z
  .object({
    ...summary,
    dimensions: z.array(DimensionSchema),
  })
  .openapi('Dataset')

const Source = z
  .object({ source: nullable, url: nullable, published: nullable })
  .openapi('Source', { description: 'Who published, where, on which day.' })

export const SeriesDetail = z
  .object({
    ...SeriesSchema.shape,
    sources: z
      .array(z.object({ ...Source.shape, releases: count }))
      .openapi({ description: 'Each once, with how many releases it told.' }),
    related: z.array(SeriesSchema).openapi({ description: 'Those that differ in one part.' }),
  })
  .openapi('SeriesDetail') satisfies z.ZodType<Detail>

const Expression: z.ZodType<SeriesExpression> = z
  .lazy(() =>
    z.union([
      z.object({ kind: z.literal('series'), id: text }),
      z.object({ kind: z.literal('apply'), step, of: z.array(Expression) }),
    ]),
  )
  .openapi('SeriesExpression', { type: 'object' })

const step = z.object({ name: text, argument: nullable }).openapi('Step')

const Query = z
  .object({
    series: z.array(Expression),
    start: nullable,
    end: nullable,
    span: z.array(z.enum(['A', 'S', 'Q', 'M', 'W', 'D', 'I', 'ytd'])),
    transform: z.array(step),
    asOf: nullable,
  })
  .openapi('SeriesQuery') satisfies z.ZodType<SeriesQuery>

const numbers = z.array(z.number().int())

const SeriesColumnsSchema = z
  .object({
    id: text,
    title: text,
    unit: nullable,
    frequency,
    additive,
    cumulative,
    dimensions: codes,
    updated: nullable.openapi({ description: 'Day of its newest release.' }),
    periods: z.array(text).openapi({ example: ['2023-01/2023-02', '2023-03'] }),
    values: z
      .array(z.number().nullable())
      .openapi({ description: 'null is missing, never zero.', example: [33.69, 20.15] }),
    decimals: numbers.openapi({
      description: 'Digits after the point as published; -1 is computed.',
    }),
    status: z.array(text).openapi({
      description: 'SDMX CL_OBS_STATUS: A normal, P provisional, E estimated, O missing, ...',
      example: ['A', 'E'],
    }),
    bounds: z.array(bound.nullable()).optional().openapi({
      description: 'Where a source gave a bound: > for more than. Left out where there is none.',
    }),
    notes: z.array(nullable).optional().openapi({ description: 'Left out where there is none.' }),
    others: z
      .array(z.array(z.number()).nullable())
      .optional()
      .openapi({ description: 'Values of releases that differ from the selected one.' }),
    sources: z.array(Source),
    sourceOf: numbers.openapi({
      description: 'Index into sources; -1 where several were drawn on.',
    }),
    straddling: count.openapi({ description: 'Periods across start or end, left out.' }),
    assumed: count.optional().openapi({
      description: 'With asOf: periods whose day of publication is assumed.',
    }),
  })
  .openapi('SeriesColumns', {
    description: 'Index i of every array speaks of the same period.',
  }) satisfies z.ZodType<SeriesColumns>

export const ColumnsSchema = z
  .object({ query: Query, series: z.array(SeriesColumnsSchema) })
  .openapi('Columns', {
    example: {
      query: {
        series: [{ kind: 'series', id: 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn' }],
        start: '2023-01',
        end: '2023-11',
        span: [],
        transform: [],
        asOf: null,
      },
      series: [
        {
          id: 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn',
          title: 'China-Russia goods trade, year to date: Total goods trade (exports + imports)',
          unit: 'USD bn',
          frequency: 'I',
          additive: 'sum',
          cumulative: true,
          dimensions: { reporter: 'CHN', partner: 'RUS', flow: 'T' },
          updated: '2026-03-10',
          periods: ['2023-01/2023-10', '2023-01/2023-11'],
          values: [196.48, 218.176],
          decimals: [2, 3],
          status: ['A', 'A'],
          sources: [
            { source: 'GACC via Reuters', url: 'https://example.org', published: '2023-12-07' },
          ],
          sourceOf: [0, 0],
          straddling: 0,
        },
      ],
    },
  }) satisfies z.ZodType<Columns>

export const ReleaseRow = z
  .object({
    period: text.openapi({ example: '2023-01/2023-11' }),
    value: z.number().nullable().openapi({ description: 'null is missing.' }),
    decimals: z.number().int().openapi({ description: 'Digits after the point as published.' }),
    status: text.openapi({ description: 'SDMX CL_OBS_STATUS.', example: 'A' }),
    bound: bound.nullable(),
    note: nullable,
    source: nullable,
    sourceUrl: nullable,
    published: nullable.openapi({ example: '2023-12-07' }),
    known: text.openapi({ description: 'The day from which asOf sees it.' }),
    import: count.openapi({ description: 'The import that told it first.' }),
    file: text,
    line: count,
    selected: z
      .boolean()
      .openapi({ description: 'Whether this one answers when nobody asks for another.' }),
  })
  .openapi('Release')

export const Dashboard = z.strictObject(DashboardSchema.shape).openapi('Dashboard')

export const Event = z
  .object({
    id: text.openapi({ example: '2022-02-24-1' }),
    date: text,
    title: text,
    category: text,
    sourceUrl: text,
    note: nullable,
  })
  .openapi('Event') satisfies z.ZodType<TradeEvent>
