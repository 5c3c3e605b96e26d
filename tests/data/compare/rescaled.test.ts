import { expect, it } from 'vitest'
import { rescaled } from '../../../data/compare/rescaled.ts'
import { EXPORTS, type Figures, lineOf, listen, revised } from './lines.ts'

const times = (figures: Figures, factor: number): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([period, text]) => [period, String(Number(text) * factor)]),
  )

it('says once that all of a series is told in another unit now', () => {
  const line = revised(lineOf('exports', times(EXPORTS, 1000)), EXPORTS)
  const said = listen((say) => rescaled(line, say))
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ code: 'off-scale', line: line.told[0] })
  expect(said[0]!.message).toBe(
    '10 figures of “exports” are 1000 times as large as before, from 15040 USD bn in January–February 2023 (15.04) on. Is the file in another unit? If so, convert it and import it again.',
  )
})

it('says that one figure is revised by a slip of its decimal mark, with the figure before', () => {
  const line = revised(lineOf('exports', { ...EXPORTS, '2023-08': '0.93' }), EXPORTS)
  expect(listen((say) => rescaled(line, say))).toMatchObject([
    {
      line: line.told[6],
      message:
        '“exports” is 0.93 USD bn in August 2023, 10 times as small as before (9.3). Is the decimal mark, or the unit, another one here?',
    },
  ])
})

it('says nothing of revisions as offices make them, nor where nothing is revised', () => {
  const line = revised(lineOf('exports', { ...EXPORTS, '2023-08': '18.9' }), EXPORTS)
  expect(listen((say) => rescaled(line, say))).toEqual([])
  expect(listen((say) => rescaled(lineOf('exports', EXPORTS), say))).toEqual([])
})

it('is not slowed down by a series of very many figures, and says a day as one says it', () => {
  const length = 200_000
  const line = revised(lineOf('daily', { '2023-01-01': '5' }), { '2023-01-01': '0.005' })
  const days = Int32Array.from({ length }, (_, i) => i)
  const long = {
    ...line,
    length,
    first: days,
    last: days,
    value: new Float64Array(length).fill(5000),
    decimals: new Uint8Array(length),
    estimated: new Uint8Array(length),
    told: new Uint32Array(length).fill(2),
    before: new Float64Array(length).fill(5),
  }
  const begun = performance.now()
  const [said] = listen((say) => rescaled(long, say))
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(said!.message).toContain('5000 USD bn on 1 January 1970')
})
