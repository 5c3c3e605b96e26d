import type { Majority } from './ingest/entries.ts'
import type { ImportJob } from './ingest/job.ts'
import { OpenQuestion, Unreadable, UnseenMark } from './ingest/unreadable.ts'
import type { DatasetDescription } from './model/dataset.ts'
import type { Piece } from './model/piece.ts'
import type { Issue, Question } from './model/report.ts'
import type { Decided, ReadEnd } from './reader.ts'

/** What is asked of a reader in a thread of its own. */
export type Asked =
  | {
      kind: 'decide'
      path: string
      job: ImportJob
      datasets: DatasetDescription[]
      isThorough: boolean
    }
  /** The answer to `keys`. */
  | { kind: 'counted'; shared: Map<string, number> }
  | { kind: 'read'; majority: Majority | undefined }
  /** One more piece may be sent. */
  | { kind: 'more' }
  | { kind: 'stop' }

export type Answer =
  /** How many of these does each dataset have a series for? */
  | { kind: 'keys'; keys: string[] }
  | { kind: 'decided'; decided: Decided }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'end'; end: ReadEnd }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: ToldError }

/** Pieces that may be on their way at once: memory stays bounded, and nobody waits. */
export const AHEAD = 4

/** An error on its way to another thread, with what its kind says beside the message. */
export interface ToldError {
  name: string
  message: string
  issue?: Issue
  questions?: Question[]
}

export const toldError = (error: unknown): ToldError => {
  const { name, message, issue, questions } = error as Partial<ToldError>
  return { name: name ?? 'Error', message: message ?? String(error), issue, questions }
}

/** The error of a kind that those who read files may throw, as it was. */
export function errorOf({ name, message, issue, questions }: ToldError): Error {
  if (name === 'Unreadable' && issue) {
    return new Unreadable(issue.code, message, issue.line, issue.value)
  }
  if (name === 'OpenQuestion' && questions) return new OpenQuestion(questions)
  if (name === 'UnseenMark') return new UnseenMark(message)
  return Object.assign(new Error(message), { name })
}
