import type { ImportReport } from '../../data/model/report.ts'

interface Props {
  report: ImportReport
  isFixed: boolean
  onEncoding: (encoding: string) => void
}

/** Lines whose letters the encoding decides, as they read in each that fits: a press reads the file in it. */
export function EncodingChoice({ report, isFixed, onEncoding }: Props) {
  const { encoding: current, decodings = [] } = report.reading ?? {}
  if (decodings.length === 0) return null
  if (decodings.length === 1)
    return (
      <div class="quiet">
        Lines that the encoding decides, as they were read:
        <ul class="lines">
          {decodings[0]!.lines.map((line) => (
            <li key={line}>
              <code title={line}>{line}</code>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <fieldset class="encodings" disabled={isFixed}>
      <legend>Lines that the encoding decides: press the one that reads as it should</legend>
      <div class="options">
        {decodings.map(({ encoding, lines }) => (
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
