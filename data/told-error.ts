import { OpenQuestion, Unreadable, UnseenMark } from './ingest/unreadable.ts'
import type { Issue, Question } from './model/report.ts'

/** An error on its way to another thread, with what its kind says beside the message. */
export interface ToldError {
  name: string
  message: string
  code?: string
  issue?: Issue
  questions?: Question[]
}

export const toldError = (error: unknown): ToldError => {
  const { name = 'Error', message = String(error), ...more } = error as Partial<ToldError>
  const { code, issue, questions } = more
  return { name, message, code, issue, questions }
}

/** The error as it was, where it is of a kind that reading throws; else one with its name and code. */
export function errorOf({ name, message, code, issue, questions }: ToldError): Error {
  if (name === 'Unreadable' && issue) {
    return new Unreadable(issue.code, message, issue.line, issue.value)
  }
  if (name === 'OpenQuestion' && questions) return new OpenQuestion(questions)
  if (name === 'UnseenMark') return new UnseenMark(message)
  return Object.assign(new Error(message), { name, code })
}
