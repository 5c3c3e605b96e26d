/** A question that cannot be answered, and why. `near` is the name that was probably meant. */
export class QueryError extends Error {
  override name = 'QueryError'
  readonly code: string
  readonly param: string | null
  readonly near: string | undefined
  readonly status: 400 | 404

  constructor(
    code: string,
    message: string,
    about: { param?: string | null; near?: string | undefined; status?: 400 | 404 } = {},
  ) {
    super(message)
    this.code = code
    this.param = about.param ?? null
    this.near = about.near
    this.status = about.status ?? 400
  }
}
