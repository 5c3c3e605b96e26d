import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { api, type Dimension } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button } from '../ui/Button.tsx'
import { withCode } from './options.ts'
import { roleWords } from './roles.ts'
import { type UnknownCode, unknownCodes } from './unknown-codes.ts'

interface Props {
  report: ImportReport
  options: ReadingOptions
  isFixed: boolean
  onOptions: (options: ReadingOptions) => void
}

const FEW = 12

/** Texts that no code list has, with what hangs on them: each can be given the code that it stands for. */
export function UnknownCodes({ report, options, isFixed, onOptions }: Props) {
  const all = useSignal(false)
  const known = useRemote('dimensions?', () => api.dimensions('')).value?.dimensions ?? []
  const codes = unknownCodes(report)
  const told = Object.entries(options.codes ?? {}).flatMap(([dimension, of]) =>
    Object.entries(of).map(([text, code]) => ({ dimension, text, code })),
  )
  if (codes.length + told.length === 0) return null
  const shown = all.value ? codes : codes.slice(0, FEW)
  return (
    <section class="panel" aria-labelledby="unknown-title">
      <h2 id="unknown-title" tabIndex={-1}>
        Codes that nobody knows
      </h2>
      <p class="sub">
        They stay as they are and are counted with the rest. Say what one stands for, and every
        later file of the dataset is read so.
      </p>
      {told.length > 0 && (
        <ul class="unknown">
          {told.map(({ dimension, text, code }) => (
            <li key={`${dimension} ${text}`}>
              <span>
                <code class="cell">{text}</code> is the{' '}
                {roleWords(`dimension:${dimension}`).toLowerCase()}{' '}
                <b>{nameOf(known, dimension, code)}</b>
              </span>
              <Button
                kind="bare"
                disabled={isFixed}
                onClick={() => onOptions(withCode(options, dimension, text, ''))}
              >
                Take back<span class="unseen"> {text}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ul class="unknown">
        {shown.map((one) => (
          <Unknown
            key={`${one.column} ${one.text}`}
            unknown={one}
            known={known.find(({ id }) => id === one.dimension)?.codes ?? []}
            isFixed={isFixed}
            onCode={(code) => {
              if (one.dimension) onOptions(withCode(options, one.dimension, one.text, code))
            }}
          />
        ))}
      </ul>
      {shown.length < codes.length && (
        <p class="more">
          <Button
            onClick={() => {
              all.value = true
            }}
          >
            Show all {codes.length}
          </Button>
        </p>
      )}
    </section>
  )
}

const nameOf = (known: Dimension[], dimension: string, code: string): string => {
  const label = known
    .find(({ id }) => id === dimension)
    ?.codes.find((one) => one.code === code)?.label
  return label && label !== code ? `${label} (${code})` : code
}

interface UnknownProps {
  unknown: UnknownCode
  /** Codes of the dimension that the store has. */
  known: Dimension['codes']
  isFixed: boolean
  onCode: (code: string) => void
}

function Unknown({
  unknown: { text, column, dimension, weight },
  known,
  isFixed,
  onCode,
}: UnknownProps) {
  const list = useId()
  const typed = useSignal('')
  const give = (event: Event) => {
    event.preventDefault()
    const given = typed.value.trim()
    // A name that the store knows is its code.
    const code =
      known.find(({ label }) => label.toLowerCase() === given.toLowerCase())?.code ?? given
    if (code !== '') onCode(code)
  }
  return (
    <li>
      <span>
        <code class="cell">{text}</code> <span class="muted">in {column}</span>
        {weight && `, ${weight.replace(/^in /, '')}`}
      </span>
      {!isFixed && dimension && (
        <form onSubmit={give}>
          <input
            type="text"
            list={list}
            aria-label={`What ${text} stands for`}
            placeholder="stands for: CHN"
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value
            }}
          />
          <datalist id={list}>
            {known.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </datalist>
          <Button type="submit" disabled={typed.value.trim() === ''}>
            Say so
          </Button>
        </form>
      )}
    </li>
  )
}
