import { expect, it } from 'vitest'
import { offLevel } from '../../../data/compare/level.ts'
import type { SeriesDraft } from '../../../data/model/batch.ts'
import { EXPORTS, type Figures, lineOf, listen } from './lines.ts'

/** What the store has, and what the file adds to it. */
function grown(held: Figures, added: Figures, draft: Partial<SeriesDraft> = {}) {
  const line = lineOf('exports', { ...held, ...added }, draft)
  const stood = lineOf('exports', held)
  for (let i = 0; i < line.length; i++) {
    const isHeld = stood.first.some(
      (first, at) => first === line.first[i] && stood.last[at] === line.last[i],
    )
    if (isHeld) line.told[i] = 0
  }
  return line
}

const months = { '2023-12': '10100', '2024-01': '9800', '2024-02': '9300' }

it('says once that the months a file adds are in another unit', () => {
  const line = grown(EXPORTS, months)
  const said = listen((say) => offLevel(line, say))
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ code: 'off-scale', line: line.told[10], value: '10100' })
  expect(said[0]!.message).toBe(
    '3 figures of “exports”, from 10100 USD bn in December 2023 on, are about 1000 times as large as those beside them (10.3 USD bn in November 2023). Is the file in another unit? If so, convert it and import it again.',
  )
})

it('says so of years before those that are there', () => {
  const line = grown(
    { 2020: '5.1', 2021: '5.6', 2022: '6.2', 2023: '6.9' },
    { 2018: '0.0048', 2019: '0.0050' },
  )
  expect(listen((say) => offLevel(line, say))).toMatchObject([{ line: line.told[0] }])
})

it('lets rates fall to a tenth, and asks where percentages become fractions', () => {
  const rates = { 2019: '31', 2020: '29', 2021: '34', 2022: '32' }
  const none = { additive: 'none' as const, unit: 'percent' }
  const fallen = grown(rates, { 2023: '3.1', 2024: '2.9' }, none)
  expect(listen((say) => offLevel(fallen, say))).toEqual([])
  const fractions = grown(rates, { 2023: '0.31', 2024: '0.29' }, none)
  expect(listen((say) => offLevel(fractions, say))).toHaveLength(1)
})

it('lets a series grow, or jump by another factor, and have a level of its own where the file tells all of it', () => {
  expect(
    listen((say) => offLevel(grown(EXPORTS, { '2023-12': '13', '2024-01': '14' }), say)),
  ).toEqual([])
  expect(
    listen((say) => offLevel(grown(EXPORTS, { '2023-12': '40', '2024-01': '42' }), say)),
  ).toEqual([])
  expect(listen((say) => offLevel(lineOf('exports', { ...EXPORTS, ...months }), say))).toEqual([])
})
