import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { draw, type Look } from '../../data/charts/draw.ts'
import type { Columns } from '../../data/model/columns.ts'
import type { Panel, TradeEvent } from '../../data/model/dashboard.ts'
import { dateOf, dayOf } from '../../data/model/day.ts'
import { parsePeriod, type TimePeriod } from '../../data/model/period.ts'
import { printing } from '../print.ts'
import { theme } from '../theme.ts'
import { Button } from '../ui/Button.tsx'
import { spelledPeriod } from '../words.ts'
import { Chart } from './Chart.tsx'
import { EventList } from './EventList.tsx'
import { fontsReady } from './fonts.ts'
import { Keys } from './Keys.tsx'
import { isPhone } from './phone.ts'
import { TableTwin } from './TableTwin.tsx'
import { changed, endText, rangeOf, startText, untouched, type View } from './view.ts'

interface Props {
  panel: Panel
  columns: Columns
  events: TradeEvent[]
  view: View
  onView: (view: View) => void
  height: number
  large?: boolean
  /** Told the time that a phone begins with, and null when all is shown. */
  onPart?: (part: TimePeriod | null) => void
}

/** How much higher than asked a plot may become. */
const MOST = 1.4
const PAPER = { width: 680, height: 300 }

/** Forms whose time axis runs over years, so that a part of it can be shown. */
const ZOOMS = new Set(['bars', 'lines', 'pairs', 'spans'])

/** Months that a phone begins with: more make bars that nobody can hit. */
const SEASON = 24

const isLong = (columns: Columns): boolean =>
  columns.series.some((s) => s.frequency === 'M' && s.periods.length > SEASON * 1.5)

function lastMonths(columns: Columns): TimePeriod {
  const days = columns.series.flatMap((s) => parsePeriod(s.periods.at(-1) ?? '')?.last ?? [])
  const last = Math.max(...days)
  const { year, month } = dateOf(last)
  return { first: dayOf(year, month - SEASON + 1, 1), last }
}

/** What is drawn of a panel: keys, the plot or its table, events. Redrawn on size, theme, state and paper. */
export function Figure(props: Props) {
  const { panel, columns, events, view, onView, height: wanted, large, onPart } = props
  const box = useRef<HTMLDivElement>(null)
  const measured = useSignal({ width: 0, height: 0 })
  const ready = useSignal(fontsReady.done)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      const { width: before, height: was } = measured.peek()
      if (width !== before || height !== was) measured.value = { width, height }
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    fontsReady.promise.then(() => {
      ready.value = true
    })
  }, [])

  const all = useSignal(false)
  const isPaper = printing.value
  const width = isPaper ? PAPER.width : measured.value.width
  const phone = isPhone(width)
  const least = isPaper ? PAPER.height : phone ? Math.min(430, Math.max(320, wanted)) : wanted
  // Beside a taller neighbour the plot takes the room that would stay empty under it.
  const height =
    isPaper || phone ? least : Math.min(Math.max(least, measured.value.height), least * MOST)
  const shade = isPaper ? 'light' : theme.value
  const { hidden, only, log, start, end } = view
  const isShort = phone && !isPaper && !all.value && panel.form === 'bars' && isLong(columns)
  const part = isShort && !start && !end ? lastMonths(columns) : null
  useLayoutEffect(() => onPart?.(part), [part?.first, part?.last])
  const drawing = useMemo(() => {
    if (!width || !ready.value) return null
    const look: Look = {
      theme: shade,
      width,
      height,
      phone,
      print: isPaper,
      hidden,
      isolate: only,
      log,
      range: part ?? rangeOf({ start, end }, columns),
    }
    return draw(panel, columns, events, look)
  }, [panel, columns, events, shade, width, height, phone, isPaper, isShort, ready.value, view])

  const zoom = ZOOMS.has(panel.form)
    ? (range: { first: number; last: number } | null) =>
        onView({
          ...view,
          start: range && startText(range.first),
          end: range && endText(range.last),
        })
    : undefined
  return (
    <>
      {drawing && <Keys drawing={drawing} view={view} onView={onView} all={large} />}
      <div ref={box} class="plot-box" style={{ '--plot': `${least}px` }}>
        {drawing &&
          (view.table ? (
            <TableTwin drawing={drawing} name={panel.name} height={height} />
          ) : (
            <Chart drawing={drawing} width={width} height={height} onZoom={zoom} />
          ))}
      </div>
      {part && (
        <p class="changed">
          The last {SEASON} months.{' '}
          <button
            type="button"
            class="as-link"
            onClick={() => {
              all.value = true
            }}
          >
            Show all
          </button>
        </p>
      )}
      {changed(view) && (
        <p class="changed">
          {(start || end) &&
            `${start ? `From ${spelledPeriod(start)}` : 'From the beginning'} ${end ? `to ${spelledPeriod(end)}` : 'on'}. `}
          {hidden.length > 0 && `${hidden.length} hidden. `}
          {drawing?.log && 'Logarithmic scale. '}
          <Button
            kind="bare"
            icon="reset"
            onClick={() => onView({ ...untouched, table: view.table })}
          >
            Show all
          </Button>
        </p>
      )}
      {drawing?.notes.map((note) => (
        <p key={note} class="chart-note">
          {note}
        </p>
      ))}
      {drawing && drawing.flags.length > 0 && <EventList flags={drawing.flags} />}
    </>
  )
}
