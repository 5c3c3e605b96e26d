import { QueryError } from '../model/query-error.ts'

/** A transformation that makes no sense for what it was given; the message says why and what to do. */
export class TransformError extends QueryError {
  override name = 'TransformError'

  constructor(code: string, message: string, near?: string) {
    super(code, message, { param: 'transform', near })
  }
}
