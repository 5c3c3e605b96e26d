import type { Series } from '../../data/model/observation.ts'
import { parsePeriod } from '../../data/model/period.ts'
import type { Step } from '../../data/model/query.ts'

interface Props {
  /** Those on the chart. */
  series: Series[]
  transform: Step[]
  onTransform: (transform: Step[]) => void
}

interface Choice {
  steps: string
  title: string
  least?: number
  /** What a sum or a growth of the values must mean. */
  fits?: (series: Series) => boolean
}

const addsUp = ({ additive }: Series) => additive === 'sum'
const isPercent = ({ unit }: Series) => unit === 'percent' || unit === '%'

const CHOICES: Choice[] = [
  { steps: '', title: 'As published' },
  { steps: 'yoy', title: 'Change on a year earlier, %', fits: (one) => !isPercent(one) },
  { steps: 'change', title: 'Difference on a year earlier' },
  { steps: 'pop', title: 'Change on the period before, %', fits: (one) => !isPercent(one) },
  { steps: 'index', title: 'Index, a period = 100' },
  { steps: 'ytd', title: 'January to date', fits: (one) => addsUp(one) && !one.cumulative },
  { steps: 'sum12', title: 'Sum of twelve months', fits: (one) => addsUp(one) && !one.cumulative },
  {
    steps: 'difference',
    title: 'Months out of January-to-month figures',
    fits: (one) => one.cumulative,
  },
  {
    steps: 'share',
    title: 'Share of their sum, %',
    least: 2,
    fits: (one) => one.additive !== 'none',
  },
  { steps: 'balance', title: 'First less the second', least: 2 },
]

const BASE = '2021'

/** One transformation of the series on the chart; the address takes longer chains too. */
export function TransformControls({ series, transform, onTransform }: Props) {
  const name = transform.map((step) => step.name).join(',')
  const isKnown = CHOICES.some(({ steps }) => steps === name)
  const offered = CHOICES.filter(
    ({ least = 1, fits = () => true, steps }) =>
      steps === name || (series.length >= least && series.every(fits)),
  )
  const base = transform[0]?.argument ?? BASE
  const pick = (steps: string) =>
    onTransform(steps ? [{ name: steps, argument: steps === 'index' ? base : null }] : [])
  return (
    <>
      <label class="inline-field">
        <span>Show</span>
        <select value={name} onChange={(event) => pick(event.currentTarget.value)}>
          {!isKnown && <option value={name}>{name.replaceAll(',', ', then ')}</option>}
          {offered.map(({ steps, title }) => (
            <option key={steps} value={steps}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {name === 'index' && (
        <label class="inline-field">
          <span>Base period</span>
          <input
            type="text"
            size={8}
            value={base}
            onChange={(event) => {
              const text = event.currentTarget.value.trim()
              if (parsePeriod(text)) onTransform([{ name: 'index', argument: text }])
            }}
          />
        </label>
      )}
    </>
  )
}
