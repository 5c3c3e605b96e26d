import { describe, expect, it } from 'vitest'
import type { Bound } from '../../../data/model/observation.ts'
import { DATASETS, descriptionOf, rowsOf } from './shipped.ts'

/** What a note must say for its figure to be a bound. A fall of "almost 16" is more than -16. */
const WORDS: Record<Bound, RegExp> = {
  '>': /more than|over|almost 16 percent/,
  '<': /less than|almost|nearly/,
  '>=': /at least/,
  '<=': /up to|as much as/,
  '~': /about|around|approximately/,
}
const isBound = (text: string): text is Bound => text in WORDS

describe('the shipped series', () => {
  it('hold every row that was collected', () => {
    const counts = DATASETS.map((dataset) => rowsOf(dataset).length)
    expect(counts).toEqual([816, 287, 63, 175])
  })

  it.each(DATASETS)('%s says of each column what it is', (dataset) => {
    const [row] = rowsOf(dataset)
    expect(Object.keys(descriptionOf(dataset).columns)).toEqual(Object.keys(row ?? {}))
  })

  it.each(DATASETS)('%s says of each unit what a sum of it means', (dataset) => {
    const { additive } = descriptionOf(dataset)
    const units = [...new Set(rowsOf(dataset).map((row) => row.unit ?? ''))]
    expect(units.filter((unit) => !(unit in additive))).toEqual([])
    expect(additive.percent).toBe('none')
  })

  it.each(DATASETS)('%s hedges a figure only where its note does', (dataset) => {
    const hedged = rowsOf(dataset).filter((row) => row.bound !== '')
    const groundless = hedged.filter(
      ({ bound = '', note = '' }) => !isBound(bound) || !WORDS[bound].test(note),
    )
    expect(hedged.length).toBeGreaterThan(5)
    expect(groundless.map((row) => row.note)).toEqual([])
  })

  it('hedge the figure itself, not what else its note speaks of', () => {
    const notes = (text: string) =>
      DATASETS.flatMap(rowsOf)
        .filter((row) => row.note?.includes(text))
        .map((row) => `${row.series_id} ${row.bound}`)
    expect(notes('total given as more than 102.5')).toEqual([
      'cn-ru-trade.exports.ytd.usd-bn ',
      'cn-ru-trade.exports.ytd.yoy-pct ',
      'cn-ru-trade.total.ytd.usd-bn >',
      'cn-ru-trade.total.ytd.yoy-pct ',
    ])
    expect(notes('more than 482 thousand')).toEqual([
      'car-exports.cn-to-ru.gacc.units >',
      'car-exports.cn-to-ru.gacc.usd-bn ',
    ])
    expect(notes('more than doubled')).toEqual(['electronics-exports.tur-rus.wsj '])
  })
})
