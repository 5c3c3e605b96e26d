import type { ImportReport } from '../../data/model/report.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Step, type StepLine, stepLines } from './steps.ts'

interface Props {
  report: ImportReport | null
  current: Step
  /** The address of a step, where the reader may go there. */
  href: (step: Step) => string
}

/** The four steps with what came of each; those that were reached are links. */
export const Steps = ({ report, current, href }: Props) => (
  <nav aria-label="Steps of an upload">
    <ol class="steps">
      {stepLines(report, current).map((line, i) => (
        <li key={line.step} class={line.state}>
          {line.isOpen && line.state !== 'current' ? (
            <a class="step-link" href={href(line.step)}>
              <Mark line={line} number={i + 1} />
            </a>
          ) : (
            <span class="step-link" aria-current={line.state === 'current' ? 'step' : undefined}>
              <Mark line={line} number={i + 1} />
            </span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)

const Mark = ({ line, number }: { line: StepLine; number: number }) => (
  <>
    <span class="step-mark">
      {line.state === 'done' ? (
        <>
          <Icon name="check" />
          <span class="unseen">Done: </span>
        </>
      ) : (
        number
      )}
    </span>
    <span class="step-words">
      <span class="step-title">{line.title}</span>
      <span class="step-line">{line.line}</span>
    </span>
  </>
)
