import { QueryError } from '../model/query-error.ts'

/** A transformation that makes no sense for what it was given; the message says why and what to do. */
export class TransformError extends QueryError {
  override name = 'TransformError'

  constructor(code: string, message: string, near?: string, param = 'transform') {
    super(code, message, { param, near })
  }

  /** The same of a transformation that stands among the series: `yoy(id)`. */
  amongSeries(): TransformError {
    return new TransformError(this.code, this.message, this.near, 'series')
  }
}
