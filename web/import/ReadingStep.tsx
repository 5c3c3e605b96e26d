import { useSignal } from '@preact/signals'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Answers } from './Answers.tsx'
import { Constants } from './Constants.tsx'
import { EncodingChoice } from './EncodingChoice.tsx'
import { FirstRows } from './FirstRows.tsx'
import { changed, withConstant, withRole } from './options.ts'
import { Questions } from './Questions.tsx'
import { ReadingControls } from './ReadingControls.tsx'
import { TitleField } from './TitleField.tsx'
import { UnknownCodes } from './UnknownCodes.tsx'
import { unheeded } from './unheeded.ts'
import { canReadAgain, countsWords, nothingGood, readingLead } from './words.ts'

interface Props {
  report: ImportReport
  options: ReadingOptions
  /** What the last change did, in words. */
  effect: string
  isBusy: boolean
  onOptions: (options: ReadingOptions) => void
  onTitle: (title: string) => void
  onReport: () => void
  backHref: string
}

/** How the file was read, each decision in words and as a control: changing one reads the file again. */
export function ReadingStep(props: Props) {
  const { report, options, effect, isBusy, onOptions, onTitle, onReport, backHref } = props
  const { reading, questions } = report
  const isFixed = !canReadAgain(report)
  const notTaken = reading && !isBusy ? unheeded(options, reading) : []
  const change = (part: Partial<ReadingOptions>) => onOptions(changed(options, part))
  /** The import of which something is typed and not said, once the reader wants to go on. */
  const unsaid = useSignal<number | null>(null)
  const goOn = ({ currentTarget }: { currentTarget: Element }) => {
    const field = typedField(currentTarget.closest('.step'))
    unsaid.value = field ? report.id : null
    if (field) field.focus()
    else onReport()
  }
  return (
    <>
      {questions.length > 0 && (
        <Questions
          questions={questions}
          isBusy={isBusy}
          onAnswers={(answers) => change({ answers: { ...options.answers, ...answers } })}
          onPeriod={(period) => onOptions(withConstant(options, 'period', period))}
        />
      )}
      <section class="panel">
        <h2 tabIndex={-1}>How it was read</h2>
        <p class="sub">{readingLead(report)}</p>
        {report.error && questions.length === 0 && <p class="bad-note">{report.error}</p>}
        {notTaken.length > 0 && <p class="bad-note">{notTaken.join(' ')}</p>}
        {nothingGood(report) && <p class="bad-note">{nothingGood(report)}</p>}
        <ReadingControls
          report={report}
          options={options}
          isFixed={isFixed || isBusy}
          onChange={change}
        />
        {report.newDataset && (
          <TitleField
            title={options.title ?? report.datasetTitle ?? ''}
            isFixed={isFixed}
            onTitle={onTitle}
          />
        )}
        {reading && reading.says.length > 0 && (
          <ul class="says">
            {reading.says.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <EncodingChoice
          report={report}
          isFixed={isFixed || isBusy}
          onEncoding={(encoding) => change({ encoding })}
        />
        <div class="reading-more">
          <Answers options={options} isFixed={isFixed || isBusy} onOptions={onOptions} />
          {reading && (
            <Constants options={options} isFixed={isFixed || isBusy} onOptions={onOptions} />
          )}
        </div>
      </section>
      <UnknownCodes
        report={report}
        options={options}
        isFixed={isFixed || isBusy}
        onOptions={onOptions}
      />
      {reading && report.sample.length > 0 && (
        <FirstRows
          reading={reading}
          report={report}
          isFixed={isFixed || isBusy}
          onRole={(name, role) => onOptions(withRole(options, reading, name, role))}
        />
      )}
      <div class="write-bar brief">
        <div class="controls">
          <ButtonLink href={backHref}>Back</ButtonLink>
        </div>
        <p role="status">
          {isBusy
            ? 'Reading the file again …'
            : standing(report, effect, unsaid.value === report.id)}
        </p>
        <Button kind="main" disabled={isBusy || questions.length > 0} onClick={goOn}>
          See the report
        </Button>
      </div>
    </>
  )
}

/** A field of a form in which something is typed and not yet said. */
const typedField = (step: Element | null): HTMLInputElement | undefined =>
  [...(step?.querySelectorAll<HTMLInputElement>('form input[type=text]') ?? [])].find(
    ({ value }) => value.trim() !== '',
  )

/** How far the reading is, in a sentence or two. */
function standing(report: ImportReport, effect: string, isUnsaid: boolean): string {
  const { length } = report.questions
  if (isUnsaid)
    return 'What is typed there is not said yet: press Enter to read the file so, or empty the field.'
  if (length > 0)
    return `Nothing is read before the ${length === 1 ? 'question is' : 'questions are'} answered.`
  return `Read so: ${countsWords(report)}. ${effect}`
}
