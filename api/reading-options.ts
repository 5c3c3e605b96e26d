import { parseDay } from '../data/model/day.ts'
import type { ReadingOptions } from '../data/model/report.ts'
import { ApiError } from './errors.ts'
import { Options } from './import-schemas.ts'
import { unknownNameWords } from './routing.ts'

/** The fields of an upload as ReadingOptions. */
export function optionsOf({
  mapping,
  dataset,
  title,
  published,
}: Record<string, string>): ReadingOptions {
  const options = mapping ? parseMapping(mapping) : {}
  const given = {
    ...options,
    ...(dataset ? { dataset } : {}),
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
  }
  return checked(given)
}

/** What a schema cannot say of options. Throws ApiError `bad-day` or `bad-field`. */
export function checked(options: ReadingOptions): ReadingOptions {
  const { published } = options
  if (published !== undefined && parseDay(published) === undefined) {
    throw new ApiError('bad-day', `published=${published} is not a day; write it as 2026-03-10.`, {
      parameter: 'published',
    })
  }
  const result = Options.safeParse(options)
  if (result.success) return options
  const [issue] = result.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new ApiError('bad-field', `${field} ${issue?.message}.`, { parameter: field })
}

function parseMapping(text: string): ReadingOptions {
  const refuse = (why: string): never => {
    const words = `mapping cannot be used: ${why.replace(/(?<![.?])$/, '.')}`
    throw new ApiError('bad-mapping', words, { parameter: 'mapping' })
  }
  try {
    const result = Options.safeParse(JSON.parse(text))
    if (result.success) return result.data
    const [issue] = result.error.issues
    const where = issue?.path.join('.') ?? ''
    if (issue?.code === 'unrecognized_keys' && where === '') {
      return refuse(unknownNameWords('field', issue.keys[0]!, Object.keys(Options.shape)))
    }
    return refuse(`${where} ${issue?.message}`.trim())
  } catch (error) {
    if (error instanceof ApiError) throw error
    return refuse((error as Error).message)
  }
}
