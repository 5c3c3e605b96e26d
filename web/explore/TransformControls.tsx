import { parsePeriod } from '../../data/model/period.ts'
import type { Step } from '../../data/model/query.ts'

interface Props {
  /** How many series are on the chart. */
  count: number
  transform: Step[]
  onTransform: (transform: Step[]) => void
}

/** Transformations by what a reader wants to see; `least` is how many series each needs. */
const CHOICES: { steps: string; title: string; least: number }[] = [
  { steps: '', title: 'As published', least: 1 },
  { steps: 'yoy', title: 'Change on a year earlier, %', least: 1 },
  { steps: 'pop', title: 'Change on the period before, %', least: 1 },
  { steps: 'index', title: 'Index, a period = 100', least: 1 },
  { steps: 'ytd', title: 'January to date', least: 1 },
  { steps: 'sum12', title: 'Sum of twelve months', least: 1 },
  { steps: 'difference', title: 'Months out of January-to-month figures', least: 1 },
  { steps: 'share', title: 'Share of their sum, %', least: 2 },
  { steps: 'balance', title: 'First less the second', least: 2 },
]

const BASE = '2021'

/** One transformation of the series on the chart; the address takes longer chains too. */
export function TransformControls({ count, transform, onTransform }: Props) {
  const name = transform.map((step) => step.name).join(',')
  const isKnown = CHOICES.some(({ steps }) => steps === name)
  const base = transform[0]?.argument ?? BASE
  const pick = (steps: string) =>
    onTransform(steps ? [{ name: steps, argument: steps === 'index' ? base : null }] : [])
  return (
    <>
      <label class="inline-field">
        <span>Show</span>
        <select value={name} onChange={(event) => pick(event.currentTarget.value)}>
          {!isKnown && <option value={name}>{name.replaceAll(',', ', then ')}</option>}
          {CHOICES.filter(({ least, steps }) => count >= least || steps === name).map(
            ({ steps, title }) => (
              <option key={steps} value={steps}>
                {title}
              </option>
            ),
          )}
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
