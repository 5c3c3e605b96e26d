import type { Form, LineSpec, Panel } from '../../data/model/dashboard.ts'
import { callText, stepText } from '../../data/model/expression.ts'
import { unitMark } from '../../data/model/numbers.ts'
import type { Series } from '../../data/model/observation.ts'
import type { Step } from '../../data/model/query.ts'
import { axisWords } from '../../data/model/unit-words.ts'
import type { DatasetSummary } from '../client.ts'
import { capital, spelledPeriod, unitWords } from '../words.ts'
import { commonName, shortLabels } from './labels.ts'
import { sourceLine } from './sourceLine.ts'

/** Transformations that give rates or shares in per cent, whatever they are made of. */
const PERCENT = new Set(['yoy', 'pop', 'share'])

/** Those that work on all series together. */
const TOGETHER = new Set(['share', 'balance'])

const WORDS: Record<string, string> = {
  yoy: 'change on a year earlier, per cent',
  change: 'difference on a year earlier',
  pop: 'change on the period before, per cent',
  ytd: 'January to date',
  sum12: 'sum of twelve months',
  difference: 'months derived from cumulative figures',
  share: 'share of their sum, per cent',
}

/** A step in words: "index, 2021 = 100". */
export const stepWords = ({ name, argument }: Step): string =>
  name === 'index' ? `index, ${spelledPeriod(argument ?? '')} = 100` : (WORDS[name] ?? name)

function formOf(series: Series[], transform: Step[]): Form {
  const [first, ...others] = series
  if (!first) return 'lines'
  const isAmount = first.additive === 'sum' && transform.every(({ name }) => name === 'balance')
  if (series.every((s) => s.frequency === 'I' && !s.cumulative)) return 'spans'
  if (others.length === 0 || transform.at(-1)?.name === 'balance') {
    if (first.cumulative && transform.length === 0) return 'years'
    if (isAmount && !first.cumulative && /^[AQMS]$/.test(first.frequency)) return 'bars'
  }
  return 'lines'
}

/** The dimension by which the series differ and so are coloured: one only, a second one takes the dash. */
function colouring(series: Series[]): (one: Series) => string | undefined {
  const differs = (dimension: string) =>
    new Set(series.map((s) => s.dimensions[dimension])).size > 1
  const by = ['partner', 'reporter', 'flow'].find(differs)
  if (series.length === 1) return (one) => one.dimensions.flow ?? 'T'
  return by === undefined ? () => undefined : (one) => one.dimensions[by]
}

/** The scale that keeps counts short on an axis: 1 056 000 units are 1.06 m. */
const axisUnit = (unit: string | null, transform: Step[]): string => {
  if (transform.some(({ name }) => PERCENT.has(name))) return '%'
  return transform.some(({ name }) => name === 'index') ? '' : unitMark(unit)
}

/**
 * A chart of any series, so that figures nobody wrote a document for are drawn as well: its form by
 * length of period, accumulation and what a sum means.
 */
export function panelFor(series: Series[], transform: Step[] = []): Panel {
  const ids = series.map(({ id }) => id)
  const titles = series.map(({ title }) => title)
  const labels = shortLabels(titles)
  const colourOf = colouring(series)
  const steps = transform.map(stepText).join(',')
  const isDifference = transform.at(-1)?.name === 'balance'
  const isOneLine = series.length === 1 || isDifference
  const lines: Record<string, LineSpec> = {}
  transform.reduce(applied, ids).forEach((id, i) => {
    const one = series[i]!
    lines[id] = {
      label: isDifference ? difference(labels) : (labels[i] ?? one.title),
      colour: isDifference ? 'B' : colourOf(one),
      ...(isOneLine && { role: 'subject' as const }),
    }
  })
  const units = [...new Set(series.map((s) => s.unit))]
  const isRate = transform.some(({ name }) => PERCENT.has(name) || name === 'index')
  const words = [
    ...(isRate ? [] : [units.map((unit) => (unit ? axisWords(unit) : unitWords(unit))).join(', ')]),
    ...transform.map((step) => (step.name === 'balance' ? difference(labels) : stepWords(step))),
  ].join('; ')
  const form = formOf(series, transform)
  const start = form === 'years' ? recentYear(series[0]!) : null
  return {
    id: 'chart',
    name: nameOf(series),
    subtitle: capital(words) + (start ? `, since ${start}` : ''),
    form,
    query: `series=${ids.join(',')}${steps ? `&transform=${steps}` : ''}${start ? `&start=${start}` : ''}`,
    lines,
    source: '',
    width: 12,
    unit: axisUnit(units[0] ?? null, transform),
    perMonth: series.every(
      (s) => s.additive === 'sum' && s.frequency === 'M' && !s.cumulative && !isRate,
    ),
  }
}

/** The series of each chart that they need: those of another unit have an axis, and so a chart, of their own. */
export function byUnit(series: Series[], transform: Step[]): Series[][] {
  const isAlike = transform.some(({ name }) => PERCENT.has(name) || name === 'index')
  return [...Map.groupBy(series, ({ unit }) => (isAlike ? null : unit)).values()]
}

/** The charts of any series, with their sources; the first is `chart`, the next `chart-2`. */
export const panelsFor = (
  series: Series[],
  transform: Step[],
  datasets: DatasetSummary[],
): Panel[] =>
  byUnit(series, transform).map((group, i) => ({
    ...panelFor(group, transform),
    id: i === 0 ? 'chart' : `chart-${i + 1}`,
    name: nameOf(group, datasets),
    source: sourceLine(group, datasets),
  }))

/** What several series have in common: words of their titles, else their dataset. */
function nameOf(series: Series[], datasets: DatasetSummary[] = []): string {
  const [first, ...others] = series
  if (first && others.length === 0) return first.title
  const isOne = others.every(({ dataset }) => dataset === first?.dataset)
  const title = isOne && datasets.find(({ id }) => id === first?.dataset)?.title
  return commonName(series.map((one) => one.title)) ?? (title || `${series.length} series`)
}

/** Lines of years that can be told apart. */
const YEARS = 7

/** The year from which a long series is laid over itself; null where all of its years fit. */
function recentYear({ first, last }: Series): number | null {
  const [from, to] = [Number(first?.slice(0, 4)), Number(last?.slice(0, 4))]
  return to - from >= YEARS ? to - YEARS + 1 : null
}

/** "Exports to Russia less imports from Russia". */
const difference = ([first = '', second = '']: string[]): string =>
  `${first} less ${second.charAt(0).toLowerCase()}${second.slice(1)}`

/** How the answer names the series after a step: one that works on all together names all of them. */
function applied(ids: string[], step: Step): string[] {
  if (!TOGETHER.has(step.name)) return ids.map((id) => callText(step, [id]))
  const named = ids.map((id, i) => callText(step, [id, ...ids.toSpliced(i, 1)]))
  return step.name === 'balance' ? named.slice(0, 1) : named
}
