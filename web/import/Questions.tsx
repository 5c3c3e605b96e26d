import { useSignal } from '@preact/signals'
import type { Question } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { answerCode } from './questions.ts'

interface Props {
  questions: Question[]
  isBusy: boolean
  /** `code` as the answers of ReadingOptions are named. */
  onAnswer: (code: string, value: string) => void
}

/** Options that stand beside each other; more of them are a list to choose from. */
const MOST = 9

/** What only a person can say, each option with what it would make of the file. */
export const Questions = ({ questions, isBusy, onAnswer }: Props) => (
  <section class="panel questions" aria-labelledby="questions-title">
    <h2 id="questions-title" tabIndex={-1}>
      {questions.length === 1 ? 'One thing only you can say' : 'Some things only you can say'}
    </h2>
    {questions.map((question) => {
      const code = answerCode(question)
      const Options = question.options.length > MOST ? LongList : Buttons
      return (
        <fieldset key={code} disabled={isBusy}>
          <legend>{question.message}</legend>
          <Options question={question} onPick={(value) => onAnswer(code, value)} />
        </fieldset>
      )
    })}
  </section>
)

interface PickProps {
  question: Question
  onPick: (value: string) => void
}

const Buttons = ({ question, onPick }: PickProps) => (
  <div class="options">
    {question.options.map(({ value, label, example }) => (
      <button key={value} type="button" class="button option" onClick={() => onPick(value)}>
        <b>{label}</b>
        {example && <code>{example}</code>}
      </button>
    ))}
  </div>
)

function LongList({ question, onPick }: PickProps) {
  const chosen = useSignal(question.options[0]?.value ?? '')
  return (
    <div class="controls">
      <select
        aria-label={question.message}
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value
        }}
      >
        {question.options.map(({ value, label, example }) => (
          <option key={value} value={value} selected={value === chosen.value}>
            {example ? `${label}: ${example}` : label}
          </option>
        ))}
      </select>
      <Button onClick={() => onPick(chosen.value)}>This one</Button>
    </div>
  )
}
