import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ImportReport } from '../../data/model/report.ts'
import { type Decoded, decodings, tellingLines } from './encodings.ts'
import { firstBytes } from './sent-file.ts'

interface Props {
  report: ImportReport
  isFixed: boolean
  onEncoding: (encoding: string) => void
}

/** Cells of the first rows with letters beyond ASCII, as they were read. */
const oddCells = ({ sample }: ImportReport): string[] =>
  sample
    .flatMap(({ cells }) => cells)
    .filter((cell) => [...cell].some((letter) => letter.codePointAt(0)! > 127))

/** Lines whose letters the encoding decides, as they read in each encoding that fits: a press reads the file in it. */
export function EncodingChoice({ report, isFixed, onEncoding }: Props) {
  const found = useSignal<Decoded[]>([])
  const current = report.reading?.encoding ?? report.options.encoding ?? ''
  const isAsked = report.questions.some(({ code }) => code === 'encoding')
  useEffect(() => {
    let isGone = false
    firstBytes(report.sha256).then((bytes) => {
      if (!isGone) found.value = bytes ? decodings(tellingLines(bytes), current) : []
    })
    return () => {
      isGone = true
    }
  }, [report.sha256, current])
  const cells = [...new Set(oddCells(report))].slice(0, 4)
  if (isAsked) return null
  if (found.value.length === 0)
    return cells.length > 0 ? (
      <p class="quiet">
        Letters that the encoding decides, as they were read:{' '}
        {cells.map((cell, i) => (
          <span key={cell}>
            {i > 0 && ', '}
            <code>{cell.slice(0, 60)}</code>
          </span>
        ))}
      </p>
    ) : null
  return (
    <fieldset class="encodings" disabled={isFixed}>
      <legend>Lines that the encoding decides: press the one that reads as it should</legend>
      <div class="options">
        {found.value.map(({ encoding, lines }) => (
          <button
            key={encoding}
            type="button"
            class="button option"
            aria-pressed={encoding === current}
            onClick={() => {
              if (encoding !== current) onEncoding(encoding)
            }}
          >
            <b>{encoding}</b>
            {lines.map((line) => (
              <code key={line}>{line}</code>
            ))}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
