import type { Question } from '../../data/model/report.ts'

interface Props {
  questions: Question[]
  isBusy: boolean
  /** `code` as the answers of ReadingOptions are named. */
  onAnswer: (code: string, value: string) => void
}

const answerCode = ({ code, column }: Question): string => (column ? `${code}:${column}` : code)

/** What only a person can say: each option a button, with what it would make of the file. */
export const Questions = ({ questions, isBusy, onAnswer }: Props) => (
  <section class="panel questions" aria-labelledby="questions-title">
    <h2 id="questions-title" tabIndex={-1}>
      {questions.length === 1 ? 'One thing only you can say' : 'Some things only you can say'}
    </h2>
    {questions.map((question) => (
      <fieldset key={answerCode(question)} disabled={isBusy}>
        <legend>{question.message}</legend>
        <div class="options">
          {question.options.map(({ value, label, example }) => (
            <button
              key={value}
              type="button"
              class="button option"
              onClick={() => onAnswer(answerCode(question), value)}
            >
              <b>{label}</b>
              {example && <code>{example}</code>}
            </button>
          ))}
        </div>
      </fieldset>
    ))}
  </section>
)
