import type { Day } from '../model/day.ts'
import { parseDay } from '../model/day.ts'
import { NARROW_SPACE, numberText, shownDecimals, unitMark } from '../model/numbers.ts'
import { isNormal, statusWords } from '../model/status.ts'
import { unitWords } from '../model/unit-words.ts'
import { dayWords, periodWords } from '../model/words.ts'
import type { Chart } from './chart.ts'
import type { Mark, Stop, StopRow } from './drawing.ts'
import { type Figure, type Line, lengthOf } from './figures.ts'
import { isShortName } from './labels.ts'

/** Where a figure is drawn and by which mark. */
export interface Placed {
  line: Line
  figure: Figure
  x: number
  y: number
  mark: Mark
}

/** The unit in which figures were told, as a sentence begins: "Billion US dollars", "Per cent". */
export function toldIn({ columns: { unit } }: Line): string {
  if (!unit) return ''
  const words = unitMark(unit) === '%' ? 'per cent' : unitWords(unit)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Digits to write a computed number with: what the inputs allow is not known, so no more than three. */
function computedDecimals(value: number, line: Line): number {
  return unitMark(line.columns.unit) === '%' ? 1 : Math.min(3, digitsOf(value))
}

const digitsOf = (value: number): number =>
  (/\.(\d+)/.exec(String(Number(value.toPrecision(10))))?.[1] ?? '').length

/** A figure with its published decimals, sign and bound: "−3.394", "> 90 %". */
export function exactText(line: Line, figure: Figure): string {
  const decimals = figure.decimals < 0 ? computedDecimals(figure.told, line) : figure.decimals
  const unit = unitMark(line.columns.unit) === '%' ? '%' : null
  return numberText(figure.told, { decimals, sign: line.isChange, bound: figure.bound, unit })
}

/** A figure as charts write it: one decimal, never more than published, in the axis' unit. */
export function shortText(line: Line, figure: Figure, value = figure.value, unit = ''): string {
  const decimals = Math.abs(value) >= 1000 ? 0 : shownDecimals(scaledDecimals(figure))
  return numberText(value, { decimals, sign: line.isChange, bound: figure.bound, unit })
}

/** A number on an axis in millions has six digits more behind the point than its units had. */
const scaledDecimals = ({ told, value, decimals }: Figure): number =>
  told === value || decimals < 0 || value === 0
    ? decimals
    : Math.max(decimals, decimals + Math.round(Math.log10(told / value)))

export const wordsOf = (line: Line, figure: { first: Day; last: Day }): string =>
  periodWords(figure, { cumulative: line.isYtd })

/** What an end label says before its value: the line's name, its period where the line stands alone. */
export const endName = (lines: Line[], line: Line, figure: Figure): string =>
  lines.length === 1 ? wordsOf(line, figure) : isShortName(line.label) ? line.label : ''

const longWords = (line: Line, figure: { first: Day; last: Day }): string => {
  const words = periodWords(figure, { form: 'long', cumulative: line.isYtd })
  return /^\d{4}$/.test(words) ? `Year ${words}` : words.charAt(0).toUpperCase() + words.slice(1)
}

/** The periods that tooltip and arrow keys stop at, in order of place, with all there is to say of each. */
export function stopsOf(chart: Chart, placed: Placed[]): Stop[] {
  const groups = new Map<string, Placed[]>()
  for (const entry of placed) {
    const key = `${entry.figure.first}/${entry.figure.last}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const stops = [...groups.values()].map((group): Stop => {
    const { line, figure, x } = group[0]!
    return {
      first: figure.first,
      last: figure.last,
      x,
      y: Math.min(...group.map((entry) => entry.y)),
      // Words are found when a reader stops there.
      get words() {
        return longWords(line, figure)
      },
      get rows() {
        return [...group.map(rowOf), ...missingRows(chart, group)]
      },
      get foot() {
        return footOf(chart, group)
      },
    }
  })
  return stops.sort((a, b) => a.x - b.x || a.last - a.first - (b.last - b.first))
}

const rowOf = ({ line, figure, mark }: Placed): StopRow => ({
  series: line.id,
  label: line.label,
  mark,
  colour: line.ink.mark,
  value: exactText(line, figure),
})

/** Lines that have figures before and after a period but none that touches it. */
function missingRows(chart: Chart, group: Placed[]): StopRow[] {
  const { first, last } = group[0]!.figure
  return chart.lines
    .filter(({ figures, columns, isYtd }) => {
      const from = figures[0]
      const to = figures.at(-1)
      return (
        (columns.additive === 'sum' || isYtd) &&
        from !== undefined &&
        to !== undefined &&
        from.first < first &&
        to.last > last &&
        !figures.some((f) =>
          isYtd ? f.first === first && f.last === last : f.first <= last && f.last >= first,
        )
      )
    })
    .map((line) => ({
      series: line.id,
      label: line.label,
      mark: 'gap' as const,
      colour: line.ink.mark,
      value: 'no data',
    }))
}

const sentence = (words: string): string => {
  const text = words.trim()
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
}

function footOf(chart: Chart, group: Placed[]): string[] {
  return [
    lengthSentence(chart, group),
    ...noteSentences(group),
    sourceSentence(group),
    ...group.flatMap((entry) => othersSentence(entry, group.length > 1)),
  ].filter((words) => words !== '')
}

function lengthSentence(chart: Chart, group: Placed[]): string {
  const { line, figure } = group[0]!
  const unit = toldIn(line)
  if (figure.first === figure.last && chart.panel.form === 'spans') {
    return sentence(`${unit}. A statement of one day: joined to no other`)
  }
  const months = lengthOf(figure)
  if (!chart.panel.perMonth || months < 1.5) return unit && `${unit}.`
  const whole = Math.round(months)
  const all = whole === 2 ? 'both months' : `all ${whole} months`
  const shown = group.find((e) => e.line.role === 'total') ?? (group.length === 1 ? group[0] : null)
  const drawn = shown
    ? `drawn as ${numberText(shown.figure.value / months)} a month`
    : 'drawn at their monthly average'
  return `${unit} for ${all}; ${drawn}.`
}

/** Doubts with their formula, then other remarks; said once for all lines that share them. */
function noteSentences(group: Placed[]): string[] {
  const told = new Map<string, string[]>()
  for (const { line, figure } of group) {
    const status = line.columns.status[figure.index] ?? ''
    const note = line.columns.notes?.[figure.index] ?? ''
    const derived = /^derived:\s*/i.exec(note)
    const doubt = derived ? 'derived' : isNormal(status) ? '' : statusWords(status)
    const rest = derived ? note.slice(derived[0].length) : note
    const letters = isNormal(status) || status === 'C' ? '' : ` (${status})`
    const words = doubt
      ? `${sentence(doubt).slice(0, -1)}${letters}${rest ? `: ${rest}` : ''}`
      : rest
    if (words) told.set(words, [...(told.get(words) ?? []), line.label])
  }
  return [...told].map(([words, labels]) =>
    sentence(labels.length < group.length ? `${labels.join(', ')}: ${words}` : words),
  )
}

function sourceSentence(group: Placed[]): string {
  const said = new Set<string>()
  for (const { line, figure } of group) {
    const source = line.columns.sources[line.columns.sourceOf[figure.index] ?? -1]
    if (!source?.source) continue
    const day = source.published === null ? undefined : parseDay(source.published)
    said.add(source.source + (day === undefined ? '' : `, published ${dayWords(day)}`))
  }
  const all = [...said]
  if (all.length === 0) return ''
  const rest = all.length > 2 ? `; and ${all.length - 2} more sources` : ''
  return sentence(all.slice(0, 2).join('; ') + rest)
}

function othersSentence({ line, figure }: Placed, isOneOfMany: boolean): string[] {
  const others = line.columns.others?.[figure.index] ?? []
  if (others.length === 0) return []
  const texts = others.map((other) =>
    numberText(other, { decimals: digitsOf(other), sign: line.isChange }),
  )
  const count = others.length === 1 ? '1 other release' : `${others.length} other releases`
  return [`${isOneOfMany ? `${line.label}: ` : ''}${count}: ${texts.join(`,${NARROW_SPACE}`)}.`]
}
