type StoreErrorCode =
  | 'not-a-file'
  | 'not-a-store'
  | 'corrupt'
  | 'newer'
  | 'older'
  | 'missing'
  | 'read-only'
  | 'busy'
  | 'full'
  | 'not-found'
  | 'not-committed'
  | 'not-a-preview'
  | 'already-undone'
  | 'cancelled'

/** What went wrong with the store, in one sentence, and what to do next. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}

export const noImport = (id: number): StoreError =>
  new StoreError('not-found', `There is no import ${id}.`)

export const cancelled = (): StoreError =>
  new StoreError('cancelled', 'The import was cancelled. Nothing of it is in the store.')
