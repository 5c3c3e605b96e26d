import type { ReadingOptions } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { withoutAnswer } from './options.ts'
import { answerWords } from './questions.ts'

interface Props {
  options: ReadingOptions
  isFixed: boolean
  onOptions: (options: ReadingOptions) => void
}

/** What the reader has answered, each with the way to be asked again. */
export function Answers({ options, isFixed, onOptions }: Props) {
  const given = Object.entries(options.answers ?? {})
  if (given.length === 0) return null
  return (
    <div class="constants">
      <h3>As you answered</h3>
      <ul>
        {given.map(([code, value]) => (
          <li key={code}>
            <span>
              {answerWords(code)}: <b>{value}</b>
            </span>
            <Button
              kind="bare"
              disabled={isFixed}
              onClick={() => onOptions(withoutAnswer(options, code))}
            >
              Ask again<span class="unseen">: {answerWords(code)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
