import { useSignal } from '@preact/signals'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button } from '../ui/Button.tsx'
import { counted } from '../words.ts'
import { CodeListDialog } from './CodeListDialog.tsx'
import { type GivenCode, withCodes } from './options.ts'
import { ToldCodes } from './ToldCodes.tsx'
import { UnknownForm } from './UnknownForm.tsx'
import { unknownCodes } from './unknown-codes.ts'

interface Props {
  report: ImportReport
  options: ReadingOptions
  isFixed: boolean
  onOptions: (options: ReadingOptions) => void
}

/** Texts that no code list has, with what hangs on them: each can be given the code that it stands for. */
export function UnknownCodes({ report, options, isFixed, onOptions }: Props) {
  const isListing = useSignal(false)
  const known = useRemote('dimensions?', () => api.dimensions('')).value?.dimensions ?? []
  const codes = unknownCodes(report)
  const told = Object.entries(options.codes ?? {}).flatMap(([dimension, of]) =>
    Object.entries(of).map(([text, code]) => ({ dimension, text, code })),
  )
  if (codes.length + told.length === 0) return null
  const dimensions = [...new Set(codes.flatMap(({ dimension }) => dimension ?? []))]
  const give = (given: GivenCode[]) => onOptions(withCodes(options, given))
  return (
    <section class="panel" aria-labelledby="unknown-title">
      <h2 id="unknown-title" tabIndex={-1}>
        Codes that nobody knows
      </h2>
      <p class="sub">
        They stay as they are and are counted with the rest. Say what they stand for, and every
        later file of the dataset is read so.
      </p>
      <ToldCodes told={told} known={known} isFixed={isFixed} onCodes={give} />
      <UnknownForm codes={codes} known={known} isFixed={isFixed} onCodes={give} />
      {report.issuesTotal > report.issues.length && codes.length > 0 && (
        <p class="quiet">
          The {counted(codes.length, 'heaviest is', 'heaviest are')} here; all of them stand among{' '}
          <a href={`/api/imports/${report.id}/issues.csv`} download>
            the issues as CSV
          </a>
          .
        </p>
      )}
      {!isFixed && dimensions.length > 0 && (
        <div class="panel-controls">
          <Button
            onClick={() => {
              isListing.value = true
            }}
          >
            Give the codes as a list
          </Button>
        </div>
      )}
      {isListing.value && (
        <CodeListDialog
          dimensions={dimensions}
          onCodes={give}
          onClose={() => {
            isListing.value = false
          }}
        />
      )}
    </section>
  )
}
