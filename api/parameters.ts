import { z } from '@hono/zod-openapi'
import { LARGEST_SIZE, USUAL_SIZE } from '../data/store/page.ts'

// Parameters that several routes take.

/** How many are on a page of a list. */
export const pageLimit = (what: string) => {
  const error = `it is a whole number from 1 to ${LARGEST_SIZE}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= LARGEST_SIZE, { error })
    .default(USUAL_SIZE)
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: LARGEST_SIZE,
      default: USUAL_SIZE,
      description: `${what} on a page, 1 to ${LARGEST_SIZE}.`,
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

/** What may be left out. */
export const optional = (description: string, example: string) =>
  z.string().optional().openapi({ description, example })

/** A range of time. */
export const range = {
  start: optional('Keep the periods that begin in this one or later.', '2023-01'),
  end: optional('Keep the periods that end in this one or earlier.', '2023-11'),
}

/** What series can be asked for by; every other name is a dimension. */
export const seriesFilters = {
  q: optional('Words of titles, keys, codes and notes, or their beginnings.', 'russia yuan'),
  dataset: optional('Id of a dataset.', 'bilateral-trade'),
  unit: optional('Unit, as series have it.', 'USD bn'),
  frequency: optional(
    'A years, S half-years, Q quarters, M months, W weeks, D days, I none of these.',
    'M',
  ),
}
