/** The code lists for whoever asks or answers: spellings to codes, codes to names, words for columns. */
export { codeOf, nameOf } from './ingest/codes.ts'
export { isRole } from './ingest/job.ts'
