import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../data/model/day.ts'
import type { Bound } from '../../../data/model/observation.ts'
import { selectRelease, type Telling, type Told, tells } from '../../../data/model/select.ts'

/** `218.17`, `> 90`, `40 E`, `missing`: as a source would write it. */
function telling(text: string): Telling {
  const match = /^(>=|<=|>|<|~)? ?(-?[\d.]+|missing)(?: (\w+))?$/.exec(text)!
  const number = match[2]!
  return {
    value: number === 'missing' ? null : Number(number),
    decimals: number.split('.')[1]?.length ?? 0,
    bound: (match[1] as Bound | undefined) ?? null,
    status: match[3] ?? 'A',
  }
}

const retold = (first: string, next: string) => tells(telling(first), telling(next))

const release = (text: string, told: Partial<Told> & { day?: string } = {}) => ({
  text,
  ...telling(text),
  import: 1,
  line: 2,
  known: 20_000,
  ...told,
  published: told.day === undefined ? null : parseDay(told.day)!,
})

/** The text of the release that is selected when each is told on the day after the one before. */
const selectedOf = (...texts: string[]): string | undefined =>
  selectRelease(texts.map((text, i) => release(text, { day: `2024-01-0${i + 1}` })))?.text

describe('a newer telling of the same period', () => {
  it('revises the value', () => {
    expect(retold('130.428', '130.51')).toBe('revised')
    expect(selectedOf('15.4', '15.5')).toBe('15.5')
  })

  it('confirms it when it is only rounded or cut: 218.176 stays when 218.17 and 218 follow', () => {
    expect(selectedOf('218.176', '218.17', '218')).toBe('218.176')
    expect(selectedOf('53.845', '53.84', '53.85', '53.8', '54')).toBe('53.845')
    expect(retold('-53.845', '-53.84')).toBe('confirmed')
    expect(retold('117.840', '117.84')).toBe('confirmed')
  })

  it('revises it when it is rounded to something else', () => {
    expect(retold('218.176', '218.2')).toBe('confirmed')
    expect(retold('218.176', '218.3')).toBe('revised')
    expect(retold('218.176', '217')).toBe('revised')
    expect(retold('-53.845', '53.84')).toBe('revised')
    expect(retold('0.4', '0')).toBe('confirmed')
    expect(retold('0.6', '0')).toBe('confirmed')
    expect(retold('1.6', '0')).toBe('revised')
  })

  it('takes its place when it has more decimals', () => {
    expect(selectedOf('218', '218.17', '218.176')).toBe('218.176')
    expect(selectedOf('89.21', '89')).toBe('89.21')
    expect(retold('240.1', '240.11')).toBe('revised')
  })

  it('with zeros at the end of a whole number is rounded too', () => {
    expect(retold('687370', '687000')).toBe('confirmed')
    expect(retold('46403', '46400')).toBe('confirmed')
    expect(retold('46403', '46700')).toBe('revised')
    expect(retold('574.14', '570')).toBe('confirmed')
    expect(retold('1326000', '1330000')).toBe('confirmed')
    expect(retold('1330000', '1326000')).toBe('revised')
  })

  it('is not taken for rounded where its zeros would hide a real change', () => {
    expect(retold('55', '60')).toBe('revised')
    expect(retold('60', '100')).toBe('revised')
    expect(retold('218.176', '200')).toBe('revised')
  })

  it('never takes the place of a reported value when it is an estimate', () => {
    expect(selectedOf('33.7', '36.7 E')).toBe('33.7')
    expect(selectedOf('36.7 E', '33.7')).toBe('33.7')
    expect(selectedOf('36.7 E', '33.7 E')).toBe('33.7 E')
    expect(selectedOf('33.7', '36.7 be')).toBe('33.7')
  })

  it('with the same value takes its place, so that provisional becomes final, but counts as confirmed', () => {
    expect(selectedOf('38.8 P', '38.8')).toBe('38.8')
    expect(retold('38.8 P', '38.8')).toBe('confirmed')
  })

  it('that says "more than 90" says nothing against 95.2, and something against 85', () => {
    expect(retold('95.2', '> 90')).toBe('confirmed')
    expect(retold('85', '> 90')).toBe('revised')
    expect(retold('8.8', '< 9')).toBe('confirmed')
    expect(retold('748.64', '>= 740')).toBe('confirmed')
  })

  it('that gives the number where there was a bound replaces the bound', () => {
    expect(retold('> 90', '95.2')).toBe('revised')
    expect(retold('> 90', '90')).toBe('revised')
    expect(retold('> 90', '> 95')).toBe('revised')
    expect(retold('> 90', '> 90')).toBe('confirmed')
  })

  it('withdraws a value when it says missing, and fills a missing one', () => {
    expect(selectedOf('5.1', 'missing')).toBe('missing')
    expect(selectedOf('missing', '5.1 E')).toBe('5.1 E')
    expect(selectedOf('5.1', 'missing E')).toBe('5.1')
    expect(retold('missing', 'missing')).toBe('confirmed')
  })
})

describe('the order of tellings', () => {
  it('is by day published, then import, then line', () => {
    const first = release('1.1', { day: '2024-01-01', import: 9 })
    const second = release('1.2', { day: '2024-02-01', import: 1, line: 9 })
    const third = release('1.3', { day: '2024-02-01', import: 2, line: 3 })
    const fourth = release('1.4', { day: '2024-02-01', import: 2, line: 4 })
    expect(selectRelease([fourth, third, second, first])).toBe(fourth)
    expect(selectRelease([third, second, first])).toBe(third)
    expect(selectRelease([second, first])).toBe(second)
  })

  it('has an undated one on the day of its import, so a corrected file without dates revises', () => {
    const dated = release('1.1', { day: '2024-01-01' })
    const undated = release('1.2', { known: parseDay('2025-01-01')!, import: 2 })
    expect(selectRelease([undated, dated])).toBe(undated)
  })

  it('has undated ones first where the dataset says so', () => {
    const dated = release('1.1', { day: '2024-01-01' })
    const undated = release('1.2', { known: parseDay('2025-01-01')!, import: 2 })
    expect(selectRelease([undated, dated], 'earliest')).toBe(dated)
  })

  it('is the same whatever order they are read in', () => {
    const releases = [
      '218',
      '218.176',
      '218.17',
      '218.2 E',
      '219.1',
      '> 200',
      'missing',
      '219',
    ].map((text, i) => release(text, { line: i, ...(i % 3 === 0 ? {} : { day: `2024-01-0${i}` }) }))
    const selected = selectRelease(releases)
    fc.assert(
      fc.property(fc.shuffledSubarray(releases, { minLength: releases.length }), (shuffled) => {
        expect(selectRelease(shuffled)).toBe(selected)
      }),
    )
  })

  it('is none after a withdrawal, whatever the days, until somebody tells the period again', () => {
    const early = release('5', { day: '2024-01-01' })
    const late = release('6', { day: '2030-01-01' })
    const withdrawn = release('missing withdrawn', { day: '2024-05-06', import: 2, line: 0 })
    expect(selectRelease([early, late, withdrawn])).toBeUndefined()
    expect(selectRelease([early])).toBe(early)
    const again = release('5', { day: '2024-01-01', import: 3 })
    expect(selectRelease([again, early, late, withdrawn])).toBe(again)
  })

  it('selects nothing of nothing', () => {
    expect(selectRelease([])).toBeUndefined()
  })
})
