import { useSignal } from '@preact/signals'
import type { ReadingOptions } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { withConstant } from './options.ts'
import { roleWords } from './roles.ts'

interface Props {
  options: ReadingOptions
  isFixed: boolean
  onOptions: (options: ReadingOptions) => void
}

const NAMES = [
  'unit',
  'period',
  'reporter',
  'partner',
  'flow',
  'commodity',
  'source',
  'source_url',
  'note',
]

const HINTS: Record<string, string> = {
  unit: 'USD million, tonnes, percent',
  period: '2023, 2023-Q4 or 2023-11',
  reporter: 'CHN, China or 156',
  partner: 'RUS, Russia or 643',
  flow: 'exports or imports',
  commodity: '2709',
  source: 'who published it',
  source_url: 'https://',
}

const titleOf = (name: string): string =>
  ['unit', 'period', 'source', 'source_url', 'note', 'status'].includes(name)
    ? roleWords(name as 'unit')
    : roleWords(`dimension:${name}`)

/** What holds for every row though no column says it: unit, reporter, partner, flow, source. */
export function Constants({ options, isFixed, onOptions }: Props) {
  const said = Object.entries(options.constants ?? {})
  const name = useSignal('unit')
  const text = useSignal('')
  const free = NAMES.filter((one) => !said.some(([taken]) => taken === one))
  const chosen = free.includes(name.value) ? name.value : (free[0] ?? '')
  const add = (event: Event) => {
    event.preventDefault()
    if (text.value.trim() === '') return
    onOptions(withConstant(options, chosen, text.value.trim()))
    text.value = ''
  }
  if (isFixed && said.length === 0) return null
  return (
    <div class="constants">
      <h3>For every row</h3>
      <p class="small">What no column says, or a column leaves empty.</p>
      {said.length > 0 && (
        <ul>
          {said.map(([of, value]) => (
            <li key={of}>
              <span>
                {titleOf(of)}: <b>{value}</b>
              </span>
              <Button
                kind="bare"
                disabled={isFixed}
                onClick={() => onOptions(withConstant(options, of, ''))}
              >
                Take away<span class="unseen"> {titleOf(of)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isFixed && (
        <form onSubmit={add}>
          <select
            aria-label="What holds for every row"
            value={chosen}
            onChange={(event) => {
              name.value = event.currentTarget.value
            }}
          >
            {free.map((one) => (
              <option key={one} value={one} selected={one === chosen}>
                {titleOf(one)}
              </option>
            ))}
          </select>
          <input
            type="text"
            aria-label={`${titleOf(chosen)} of every row`}
            placeholder={HINTS[chosen]}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value
            }}
          />
          <Button type="submit" disabled={text.value.trim() === ''}>
            Say so
          </Button>
        </form>
      )}
    </div>
  )
}
