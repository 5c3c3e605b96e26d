import type { Columns } from '../../data/model/columns.ts'
import type { Kpi as KpiDocument } from '../../data/model/dashboard.ts'
import { numberText, shownDecimals } from '../../data/model/numbers.ts'
import { parsePeriod } from '../../data/model/period.ts'
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

/** The figure of a period, or the last one; spellings of one period are the same. */
function figureAt(columns: Columns | null, period: string | undefined) {
  const series = columns?.series[0]
  if (!series) return null
  const wanted = period ? parsePeriod(period) : undefined
  const at = period
    ? series.periods.findIndex((text) => {
        const own = parsePeriod(text)
        return own?.first === wanted?.first && own?.last === wanted?.last
      })
    : series.values.findLastIndex((value) => value !== null)
  const value = series.values[at]
  if (value === null || value === undefined) return null
  return {
    value,
    unit: series.unit,
    decimals: shownDecimals(series.decimals[at] ?? -1),
    bound: series.bounds?.[at] ?? null,
  }
}

/** One headline figure: name and period, the figure, its change in words, a small picture. */
function Kpi({ kpi, asOf }: { kpi: KpiDocument; asOf: string | null }) {
  const main = useColumns(kpi.query, asOf)
  const second = useColumns(kpi.changeQuery, asOf).value
  const spark = useColumns(kpi.spark, asOf).value
  const figure = figureAt(main.value, kpi.period)
  const change = figureAt(second, kpi.changePeriod ?? kpi.period)
  const changeText =
    change && numberText(change.value, { ...change, sign: kpi.changeAs !== 'level' })
  const [before = '', after = ''] = (kpi.change ?? '').split('{}')
  const body = (
    <>
      <h2>{kpi.label}</h2>
      <p class="kpi-figure">
        {figure ? (
          <>
            {numberText(figure.value, { ...figure, unit: null })} <small>{kpi.unit}</small>
          </>
        ) : (
          <small>{main.loading ? ' ' : (main.error?.message ?? 'not known then')}</small>
        )}
      </p>
      <p class="kpi-change">
        {!figure ? null : changeText ? (
          <>
            {before}
            <b>{changeText}</b>
            {after}
          </>
        ) : (
          !kpi.changeQuery && kpi.change
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

export const KpiRow = ({ kpis, asOf }: { kpis: KpiDocument[]; asOf: string | null }) => (
  <section class="kpis" aria-label="Headline figures" style={{ '--count': kpis.length }}>
    {kpis.map((kpi) => (
      <Kpi key={kpi.label} kpi={kpi} asOf={asOf} />
    ))}
  </section>
)
