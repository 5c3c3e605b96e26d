import type { Issue, Question } from '../model/report.ts'

/** The file as a whole cannot be read: one issue says why and what to do. Nothing of it was taken. */
export class Unreadable extends Error {
  readonly issue: Issue

  constructor(code: string, message: string, line = 1, value: string | null = null) {
    super(message)
    this.name = 'Unreadable'
    this.issue = { severity: 'rejected', line, column: null, code, message, value }
  }
}

/** The form of the file has two readings: nothing of it is taken before a person decides. */
export class OpenQuestion extends Error {
  readonly questions: Question[]

  constructor(questions: Question[]) {
    super(questions.map(({ message }) => message).join(' '))
    this.name = 'OpenQuestion'
    this.questions = questions
  }
}

/** A number has a decimal mark where no earlier one of its column had any: what it is has to be decided by all of them. */
export class UnseenMark extends Error {
  override name = 'UnseenMark'
}
