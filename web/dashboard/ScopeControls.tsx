import type { TradeEvent } from '../../data/model/dashboard.ts'
import { parsePeriod } from '../../data/model/period.ts'
import { isScoped, type Scope, unreadScope, wholeScope } from '../charts/scope.ts'
import { address } from '../router.ts'
import { Button } from '../ui/Button.tsx'
import { Popover } from '../ui/Popover.tsx'
import { dateWords, spelledPeriod } from '../words.ts'

interface Props {
  scope: Scope
  onScope: (scope: Scope) => void
  /** All there are, for their categories. */
  events: TradeEvent[]
  /** The page has many charts, each with a range of its own. */
  many?: boolean
  /** What is flagged where nothing is chosen. */
  usualEvents?: string
}

const NONE = 'No events'

const RANGES = [
  { title: 'From 2021 on', from: '2021', to: null },
  { title: 'From 2022 on', from: '2022', to: null },
  { title: 'From 2024 on', from: '2024', to: null },
]

function rangeWords({ from, to }: Scope, many = false): string {
  if (from && to) return `${spelledPeriod(from)} to ${spelledPeriod(to)}`
  if (from) return `From ${spelledPeriod(from)} on`
  return to ? `To ${spelledPeriod(to)}` : many ? 'Range of each chart' : 'All periods'
}

/** The two questions for every chart of a page: of which months, and as known when. */
export function ScopeControls({ scope, onScope, events, many, usualEvents = NONE }: Props) {
  const unread = unreadScope(new URLSearchParams(address.value.search))
  const whole = { title: many ? 'As each chart has it' : 'All periods', from: null, to: null }
  const period = (name: 'from' | 'to') => (event: Event) => {
    const text = (event.currentTarget as HTMLInputElement).value.trim()
    if (text === '' || parsePeriod(text)) onScope({ ...scope, [name]: text || null })
  }
  const categories = [...new Set(events.map(({ category }) => category))].sort()
  return (
    <>
      <Popover title={rangeWords(scope, many)} isOn={Boolean(scope.from || scope.to)}>
        <ul class="choices">
          {[whole, ...RANGES].map(({ title, from, to }) => (
            <li key={title}>
              <Button
                kind="bare"
                aria-pressed={scope.from === from && scope.to === to}
                onClick={() => onScope({ ...scope, from, to })}
              >
                {title}
              </Button>
            </li>
          ))}
        </ul>
        <div class="pair">
          <label class="field">
            <span>From</span>
            <input
              type="text"
              placeholder="2021-01"
              value={scope.from ?? ''}
              onChange={period('from')}
            />
          </label>
          <label class="field">
            <span>To</span>
            <input
              type="text"
              placeholder="2026-02"
              value={scope.to ?? ''}
              onChange={period('to')}
            />
          </label>
        </div>
        <p class="small">A year, quarter, month or day: 2023, 2023-Q4, 2023-11, 2023-11-30.</p>
      </Popover>
      <Popover
        title={scope.asOf ? `As known on ${dateWords(scope.asOf)}` : 'As known today'}
        isOn={Boolean(scope.asOf)}
      >
        <label class="field">
          <span>As known on</span>
          <input
            type="date"
            value={scope.asOf ?? ''}
            onChange={(event) => onScope({ ...scope, asOf: event.currentTarget.value || null })}
          />
        </label>
        <p class="small">
          Figures published after that day do not exist then. A figure without a day of publication
          counts as known when its dataset assumes it.
        </p>
        <Button onClick={() => onScope({ ...scope, asOf: null })}>Today</Button>
      </Popover>
      <select
        aria-label="Events"
        class={scope.events ? 'on' : undefined}
        value={scope.events ?? ''}
        onChange={(event) => onScope({ ...scope, events: event.currentTarget.value || null })}
      >
        <option value="">{usualEvents}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            Events: {category}
          </option>
        ))}
        {usualEvents !== NONE && <option value="none">{NONE}</option>}
      </select>
      {(isScoped(scope) || scope.events || unread.length > 0) && (
        <Button icon="reset" onClick={() => onScope(wholeScope)}>
          Reset
        </Button>
      )}
      {unread.length > 0 && (
        <p class="warning" role="alert">
          {unread.join(' ')}
        </p>
      )}
    </>
  )
}
