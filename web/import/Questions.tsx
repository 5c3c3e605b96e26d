import { useSignal } from '@preact/signals'
import type { Question } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { whole } from '../words.ts'
import { countWords } from './issues.ts'
import { alikeQuestions, answersTo } from './questions.ts'
import { SayForm } from './SayForm.tsx'

interface Props {
  questions: Question[]
  isBusy: boolean
  /** Named as the answers of ReadingOptions are. */
  onAnswers: (answers: Record<string, string>) => void
  /** The same period for every row, where no column says one. */
  onPeriod: (period: string) => void
}

/** Options that stand beside each other; more of them are a list to choose from. */
const MOST = 9

/** What only a person can say, each option with what it would make of the file. */
export const Questions = ({ questions, isBusy, onAnswers, onPeriod }: Props) => (
  <section class="panel questions" aria-labelledby="questions-title">
    <h2 id="questions-title" tabIndex={-1}>
      {questions.length === 1
        ? 'One thing only you can say'
        : `${countWords(questions.length)} things only you can say`}
    </h2>
    {alikeQuestions(questions).map((alike, i) => (
      <fieldset key={`${alike[0]!.code} ${i}`} disabled={isBusy}>
        <Asked
          alike={alike}
          onPick={(asked, value) => onAnswers(answersTo(asked, value, questions))}
        />
        {alike[0]!.constant?.id === 'period' && (
          <SayForm
            label="One period for every row"
            placeholder={alike[0]!.constant.example}
            onSay={onPeriod}
          />
        )}
      </fieldset>
    ))}
  </section>
)

interface AskedProps {
  alike: Question[]
  onPick: (asked: Question[], value: string) => void
}

function Asked({ alike, onPick }: AskedProps) {
  const first = alike[0]!
  if (alike.length === 1) return <One question={first} onPick={(value) => onPick(alike, value)} />
  return (
    <>
      <legend>{first.message}</legend>
      <p class="sub">
        The same is asked of {named(alike.slice(1))}: one answer holds for all {whole(alike.length)}
        .
      </p>
      <Options question={first} onPick={(value) => onPick(alike, value)} />
      <OneByOne alike={alike} onPick={onPick} />
    </>
  )
}

const NAMED = 3

/** "“a”, “b”, “c” and 296 other columns" */
function named(questions: Question[]): string {
  const names = questions.slice(0, NAMED).map(({ column }) => `“${column}”`)
  const rest = questions.length - names.length
  if (rest === 0) return names.join(', ')
  return `${names.join(', ')} and ${whole(rest)} other column${rest === 1 ? '' : 's'}`
}

const PAGE = 20

/** The same questions column by column, for files where they differ. */
function OneByOne({ alike, onPick }: AskedProps) {
  const isOpen = useSignal(false)
  const most = useSignal(PAGE)
  return (
    <details
      class="one-by-one"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>Or column by column</summary>
      {isOpen.value && (
        <>
          {alike.slice(0, most.value).map((question) => (
            <fieldset key={question.column}>
              <One question={question} onPick={(value) => onPick([question], value)} />
            </fieldset>
          ))}
          {most.value < alike.length && (
            <p class="more">
              <Button
                onClick={() => {
                  most.value += 10 * PAGE
                }}
              >
                Show more of {whole(alike.length)}
              </Button>
            </p>
          )}
        </>
      )}
    </details>
  )
}

interface PickProps {
  question: Question
  onPick: (value: string) => void
}

const One = ({ question, onPick }: PickProps) => (
  <>
    <legend>{question.message}</legend>
    <Options question={question} onPick={onPick} />
  </>
)

const Options = (props: PickProps) =>
  props.question.options.length > MOST ? <LongList {...props} /> : <Buttons {...props} />

const Buttons = ({ question, onPick }: PickProps) => (
  <div class="options">
    {question.options.map(({ value, label, example }) => (
      <button key={value} type="button" class="button option" onClick={() => onPick(value)}>
        <b dir="auto">{label}</b>
        {example && <code dir="auto">{example}</code>}
      </button>
    ))}
  </div>
)

/** The answer that takes every column for one of values. */
const ALL = '*'

function LongList({ question, onPick }: PickProps) {
  const chosen = useSignal(question.options[0]?.value ?? '')
  const all = question.options.find(({ value }) => value === ALL)
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
      {all && <Button onClick={() => onPick(ALL)}>{all.label}</Button>}
    </div>
  )
}
