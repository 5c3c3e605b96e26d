import type { Question } from '../../data/model/report.ts'
import { more } from './counting.ts'

/** A table of thousands of columns may leave as many questions, and as many answers to each. */
const SHOWN_QUESTIONS = 10
const SHOWN_OPTIONS = 20

/** Questions, each with the options that answer it as they can be typed. */
export function allQuestionLines(questions: readonly Question[]): string[] {
  const shown = questions.slice(0, SHOWN_QUESTIONS)
  const [of] = questions
  const rest = more(questions.length, shown.length, 'question')
  const hint = rest.map(
    (line) => `${line}: --answer '${of!.code}=...' answers those of all columns`,
  )
  return [...shown.flatMap(questionLines), ...hint]
}

function questionLines({ code, column, message, options, constant }: Question): string[] {
  const name = column === null ? code : `${code}:${column}`
  const answer = (value: string) => `  --answer ${shellWord(`${name}=${value}`)}`
  const lines = options.slice(0, SHOWN_OPTIONS).map(({ value, label, example }) => {
    const shown = example ? ` (${shortened(example)})` : ''
    return `${answer(value)}    ${label}${shown}`
  })
  const rest = more(options.length, lines.length, 'answer')
  const none = constant
    ? [`  --constant ${constant.id}=${constant.example}    ${noneOf(options)}so it is in all rows`]
    : []
  return [message, ...lines, ...rest.map((line) => `${line}: ${answer('...').trim()}`), ...none]
}

const noneOf = ({ length }: readonly unknown[]): string => (length > 0 ? 'None of them: ' : '')

/** A text as a shell takes it whole. */
const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}...` : text)
