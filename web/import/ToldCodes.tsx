import { useSignal } from '@preact/signals'
import type { Dimension } from '../client.ts'
import { Button } from '../ui/Button.tsx'
import { whole } from '../words.ts'
import type { GivenCode } from './options.ts'
import { roleWords } from './roles.ts'

interface Props {
  told: GivenCode[]
  /** What the store has. */
  known: Dimension[]
  isFixed: boolean
  onCodes: (given: GivenCode[]) => void
}

const FEW = 6

const nameOf = (known: Dimension[], { dimension, code }: GivenCode): string => {
  const label = known
    .find(({ id }) => id === dimension)
    ?.codes.find((one) => one.code === code)?.label
  return label && label !== code ? `${label} (${code})` : code
}

/** What the reader said that texts stand for, each with the way back. */
export function ToldCodes({ told, known, isFixed, onCodes }: Props) {
  const all = useSignal(false)
  const shown = all.value ? told : told.slice(0, FEW)
  const takeBack = (some: GivenCode[]) => onCodes(some.map((one) => ({ ...one, code: '' })))
  if (told.length === 0) return null
  return (
    <>
      <ul class="unknown">
        {shown.map((one) => (
          <li key={`${one.dimension} ${one.text}`}>
            <span>
              <code class="cell" dir="auto">
                {one.text}
              </code>{' '}
              is the {roleWords(`dimension:${one.dimension}`).toLowerCase()}{' '}
              <b>{nameOf(known, one)}</b>
            </span>
            <Button kind="bare" disabled={isFixed} onClick={() => takeBack([one])}>
              Take back<span class="unseen"> {one.text}</span>
            </Button>
          </li>
        ))}
      </ul>
      {told.length > 1 && (
        <p class="more controls">
          {shown.length < told.length && (
            <Button
              onClick={() => {
                all.value = true
              }}
            >
              Show all {whole(told.length)} that were said
            </Button>
          )}
          {!isFixed && (
            <Button onClick={() => takeBack(told)}>Take all {whole(told.length)} back</Button>
          )}
        </p>
      )}
    </>
  )
}
