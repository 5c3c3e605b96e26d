import { parseDay } from '../data/model/day.ts'
import type { ReadingOptions } from '../data/model/report.ts'
import { ApiError } from './errors.ts'
import { Options } from './import-schemas.ts'

/** The fields of an upload as ReadingOptions. */
export function optionsOf({
  mapping,
  dataset,
  title,
  published,
}: Record<string, string>): ReadingOptions {
  const options = mapping ? parseMapping(mapping) : {}
  if (published && parseDay(published) === undefined) {
    throw new ApiError('bad-day', `published=${published} is not a day; write it as 2026-03-10.`, {
      parameter: 'published',
    })
  }
  return {
    ...options,
    ...(dataset ? { dataset } : {}),
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
  }
}

function parseMapping(text: string): ReadingOptions {
  const refuse = (why: string): never => {
    throw new ApiError('bad-mapping', `mapping cannot be used: ${why}.`, { parameter: 'mapping' })
  }
  try {
    const result = Options.safeParse(JSON.parse(text))
    if (result.success) return result.data
    const [issue] = result.error.issues
    return refuse(`${issue?.path.join('.')} ${issue?.message}`)
  } catch (error) {
    if (error instanceof ApiError) throw error
    return refuse((error as Error).message)
  }
}
