import type { ReadingOptions } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { withoutAnswers } from './options.ts'
import { answered } from './questions.ts'

interface Props {
  options: ReadingOptions
  isFixed: boolean
  onOptions: (options: ReadingOptions) => void
}

/** What the reader has answered, each with the way to be asked again. */
export function Answers({ options, isFixed, onOptions }: Props) {
  const given = answered(options.answers ?? {})
  if (given.length === 0) return null
  return (
    <div class="constants">
      <h3>As you answered</h3>
      <ul>
        {given.map(({ codes, about, value }) => (
          <li key={codes[0]}>
            <span>
              {about}: <b>{value}</b>
            </span>
            <Button
              kind="bare"
              disabled={isFixed}
              onClick={() => onOptions(withoutAnswers(options, codes))}
            >
              Ask again<span class="unseen">: {about}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
