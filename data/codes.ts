/** The code lists for whoever asks or answers: spellings to codes, codes to names. */
export { codeOf, nameOf } from './ingest/codes.ts'
