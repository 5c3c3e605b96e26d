import { describe, expect, it } from 'vitest'
import { createPeriodEvidence } from '../../../data/ingest/periods/evidence.ts'
import { AS_WRITTEN, readPeriod } from '../../../data/ingest/periods/read.ts'
import { periodText } from '../../../data/model/period.ts'

const read = (text: string, spelling = AS_WRITTEN) => {
  const period = readPeriod(text, spelling)
  return period && periodText(period)
}

describe('a period', () => {
  it('is read in the spellings of offices', () => {
    const spellings = {
      '2023': '2023',
      '2023A1': '2023',
      '2023-S1': '2023-S1',
      '2023Q4': '2023-Q4',
      'Q4 2023': '2023-Q4',
      '2023M01': '2023-01',
      '2023-M01': '2023-01',
      '202301': '2023-01',
      'Jan-23': '2023-01',
      'Jan 2023': '2023-01',
      'September 2023': '2023-09',
      '2023 Sep': '2023-09',
      '01/2023': '2023-01',
      '2023/01': '2023-01',
      '2023-01-17': '2023-01-17',
      '2023-01-17T00:00:00Z': '2023-01-17',
      '20230117': '2023-01-17',
      '17.01.2023': '2023-01-17',
      '2023-01/2023-02': '2023-01/2023-02',
      '2022-02-24/2022-12-31': '2022-02-24/2022-12-31',
      'Dec-69': '1969-12',
    }
    for (const [text, period] of Object.entries(spellings)) expect(read(text), text).toBe(period)
  })

  it('is none where the calendar has no such one', () => {
    for (const text of [
      '2023-13',
      '202313',
      '2023-02-29',
      '31.04.2023',
      '2023-Q5',
      'Foo-23',
      '13/2023',
      '',
    ]) {
      expect(read(text), text).toBeUndefined()
    }
  })

  it('with slashes is read in the order of its column, and not at all without one', () => {
    expect(read('03/04/2023', { daysMean: null, order: 'dmy' })).toBe('2023-04-03')
    expect(read('03/04/2023', { daysMean: null, order: 'mdy' })).toBe('2023-03-04')
    expect(read('03/04/2023')).toBeUndefined()
  })
})

describe('days that begin something', () => {
  const means = (...days: string[]) => {
    const evidence = createPeriodEvidence()
    for (const day of days) evidence.see(day)
    return evidence.daysMean().daysMean
  }

  it('mean the month, the quarter or the year by their spacing', () => {
    expect(means('2023-01-01', '2023-02-01', '2023-05-01')).toBe('month')
    expect(means('2023-01-01', '2023-04-01', '2023-10-01')).toBe('quarter')
    expect(means('2021-01-01', '2022-01-01')).toBe('year')
    expect(means('2023-02-01', '2023-05-01')).toBe('month')
  })

  it('mean themselves where one of them begins nothing, or there is only one', () => {
    expect(means('2023-01-01', '2023-02-01', '2023-02-02')).toBeNull()
    expect(means('2023-01-01')).toBeNull()
  })
})
