import { z } from '@hono/zod-openapi'

// Parameters that several routes take.

const MOST = 1000

/** How many are on a page of a list. */
export const pageLimit = (what: string) => {
  const error = `it is a whole number from 1 to ${MOST}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= MOST, { error })
    .default(50)
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: MOST,
      default: 50,
      description: `${what} on a page, 1 to ${MOST}.`,
    })
}

export const pageCursor = z
  .string()
  .optional()
  .openapi({ description: '`next` of the page before; left out, the first page.' })

/** A switch that is off when it is left out. */
export const yesOrNo = (description: string) =>
  z
    .stringbool({ error: 'write true or false' })
    .default(false)
    .openapi({ type: 'boolean', default: false, description })

/** One end of a range of time. */
export const period = (description: string, example: string) =>
  z.string().optional().openapi({ description, example })

/** What series can be asked for by; every other name is a dimension. */
export const seriesFilters = {
  q: z.string().optional().openapi({
    description: 'Words of titles, keys, codes and notes, or their beginnings.',
    example: 'russia yuan',
  }),
  dataset: z
    .string()
    .optional()
    .openapi({ description: 'Id of a dataset.', example: 'bilateral-trade' }),
  unit: z
    .string()
    .optional()
    .openapi({ description: 'Unit, as series have it.', example: 'USD bn' }),
  frequency: z.string().optional().openapi({
    description: 'A years, S half-years, Q quarters, M months, W weeks, D days, I none of these.',
    example: 'M',
  }),
}
