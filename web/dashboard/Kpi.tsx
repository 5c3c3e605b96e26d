import type { Columns } from '../../data/model/columns.ts'
import type { Kpi as KpiDocument } from '../../data/model/dashboard.ts'
import { kpiWords } from '../../data/model/kpi-words.ts'
import { wholeScope } from '../charts/scope.ts'
import { dataQuery } from '../charts/view.ts'
import { api } from '../client.ts'
import { colourOf } from '../colours.ts'
import { useRemote } from '../remote.ts'
import { Sparkline } from './Sparkline.tsx'

const useColumns = (query: string | undefined, asOf: string | null) => {
  const full = query === undefined ? null : dataQuery(query, { ...wholeScope, asOf })
  return useRemote<Columns>(full && `data?${full}`, () => api.data(full ?? ''))
}

/** One headline figure: name and period, the figure, its change in words, a small picture. */
function Kpi({ kpi, asOf }: { kpi: KpiDocument; asOf: string | null }) {
  const main = useColumns(kpi.query, asOf)
  const second = useColumns(kpi.changeQuery, asOf).value
  const spark = useColumns(kpi.spark, asOf).value
  const { label, value, doubt, change } = kpiWords(kpi, main.value, second)
  const body = (
    <>
      <h2>{label}</h2>
      <p class="kpi-figure">
        {value ? (
          <>
            {value} <small>{doubt ? `${kpi.unit}, ${doubt}` : kpi.unit}</small>
          </>
        ) : (
          <small>{main.loading ? ' ' : (main.error?.message ?? 'not known then')}</small>
        )}
      </p>
      <p class="kpi-change">
        {change && (
          <>
            {change[0]}
            <b>{change[1]}</b>
            {change[2]}
          </>
        )}
      </p>
      <div class="spark">
        {spark && <Sparkline columns={spark} colour={colourOf(kpi.colour)} />}
      </div>
    </>
  )
  return kpi.href ? (
    <a class="kpi" href={kpi.href}>
      {body}
    </a>
  ) : (
    <div class="kpi">{body}</div>
  )
}

interface RowProps {
  /** What the row is to a screen reader. */
  name: string
  kpis: KpiDocument[]
  asOf: string | null
}

export const KpiRow = ({ name, kpis, asOf }: RowProps) => (
  <section class="kpis" aria-label={name} style={{ '--count': kpis.length }}>
    {kpis.map((kpi) => (
      <Kpi key={kpi.label} kpi={kpi} asOf={asOf} />
    ))}
  </section>
)
