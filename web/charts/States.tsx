import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Columns } from '../../data/model/columns.ts'
import type { RequestError } from '../client.ts'
import { retry } from '../remote.ts'
import { dateWords, spelledPeriod } from '../words.ts'

/** The empty grid of a chart at its final height, with words on it. */
export const Grid = ({ height, children }: { height: number; children?: ComponentChildren }) => (
  <div class="empty-grid" style={{ '--plot': `${height}px` }}>
    <div class="empty-words">{children}</div>
  </div>
)

/** Nothing at first: words that flash are worse than none. */
export function Waiting({ children = 'Reading the figures …' }: { children?: ComponentChildren }) {
  const shown = useSignal(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      shown.value = true
    }, 400)
    return () => clearTimeout(timer)
  }, [])
  return shown.value ? <p role="status">{children}</p> : null
}

const two = (n: number) => String(n).padStart(2, '0')
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`

interface FailureProps {
  error: RequestError
  retryAt: number | null
  /** The key under which it is asked again. */
  resource: string
}

/** What failed, when it is tried again, and one action. */
export function Failure({ error, retryAt, resource }: FailureProps) {
  const now = useSignal(Date.now())
  const tried = useSignal(new Date())
  useEffect(() => {
    tried.value = new Date()
    if (retryAt === null) return
    const timer = setInterval(() => {
      now.value = Date.now()
    }, 1000)
    return () => clearInterval(timer)
  }, [retryAt, error])
  const wait = retryAt === null ? 0 : Math.max(1, Math.ceil((retryAt - now.value) / 1000))
  return (
    <p role="alert">
      <b class="bad">{error.message}</b>{' '}
      {retryAt !== null && `Last tried ${clock(tried.value)}; trying again in ${wait} s. `}
      {retryAt !== null && (
        <button type="button" class="as-link" onClick={() => retry(resource)}>
          Try now
        </button>
      )}
    </p>
  )
}

/** No figure to draw: says what there is instead. */
export function Missing({ columns, asOf }: { columns: Columns; asOf: string | null }) {
  const straddling = columns.series.reduce((sum, s) => sum + s.straddling, 0)
  const { start, end } = columns.query
  return (
    <p>
      <b>No figures here.</b>{' '}
      {asOf
        ? `Nothing of this was known on ${dateWords(asOf)}.`
        : start || end
          ? `There is none that lies wholly ${start ? `after the beginning of ${spelledPeriod(start)}` : ''}${start && end ? ' and ' : ''}${end ? `before the end of ${spelledPeriod(end)}` : ''}.`
          : 'The store holds no value of these series.'}
      {straddling > 0 && ` ${straddling} straddle the edge and are left out.`}
    </p>
  )
}
