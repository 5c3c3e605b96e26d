import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { Dimension } from '../client.ts'
import { Button } from '../ui/Button.tsx'
import { counted, whole } from '../words.ts'
import type { GivenCode } from './options.ts'
import type { UnknownCode } from './unknown-codes.ts'

interface Props {
  codes: UnknownCode[]
  /** What the store has. */
  known: Dimension[]
  isFixed: boolean
  onCodes: (given: GivenCode[]) => void
}

const FEW = 12

const keyOf = ({ column, text }: UnknownCode): string => `${column}\n${text}`

/** A field for each unknown text; what was typed in any number of them is said at once. */
export function UnknownForm({ codes, known, isFixed, onCodes }: Props) {
  const lists = useId()
  const all = useSignal(false)
  const typed = useSignal<Record<string, string>>({})
  const shown = all.value ? codes : codes.slice(0, FEW)
  const given = codes.flatMap((unknown) => {
    const { text, dimension } = unknown
    const said = typed.value[keyOf(unknown)]?.trim() ?? ''
    return said && dimension ? [{ dimension, text, code: codeOf(known, dimension, said) }] : []
  })
  const say = (event: Event) => {
    event.preventDefault()
    if (given.length === 0) return
    typed.value = {}
    onCodes(given)
  }
  const dimensions = new Set(codes.map(({ dimension }) => dimension))
  if (codes.length === 0) return null
  return (
    <form onSubmit={say}>
      {known
        .filter(({ id }) => dimensions.has(id))
        .map(({ id, codes: list }) => (
          <datalist key={id} id={`${lists}-${id}`}>
            {list.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </datalist>
        ))}
      <ul class="unknown">
        {shown.map((unknown) => {
          const { text, column, dimension, weight } = unknown
          const key = keyOf(unknown)
          return (
            <li key={key}>
              <span>
                <code class="cell" dir="auto">
                  {text}
                </code>{' '}
                <span class="muted">in {column}</span>
                {weight && `, ${weight.replace(/^in /, '')}`}
              </span>
              {!isFixed && dimension && (
                <input
                  type="text"
                  list={`${lists}-${dimension}`}
                  aria-label={`What ${text} stands for`}
                  placeholder="stands for: CHN"
                  value={typed.value[key] ?? ''}
                  onInput={({ currentTarget }) => {
                    typed.value = { ...typed.value, [key]: currentTarget.value }
                  }}
                />
              )}
            </li>
          )
        })}
      </ul>
      <p class="more controls">
        {shown.length < codes.length && (
          <Button
            onClick={() => {
              all.value = true
            }}
          >
            Show all {whole(codes.length)}
          </Button>
        )}
        {!isFixed && (
          <Button type="submit" disabled={given.length === 0}>
            {given.length === 0
              ? 'Read it so'
              : `Read it so: ${counted(given.length, 'code', 'codes')}`}
          </Button>
        )}
      </p>
    </form>
  )
}

/** A name that the store knows is its code. */
const codeOf = (known: Dimension[], dimension: string, said: string): string =>
  known
    .find(({ id }) => id === dimension)
    ?.codes.find(({ label }) => label.toLowerCase() === said.toLowerCase())?.code ?? said
