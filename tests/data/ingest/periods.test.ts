import { describe, expect, it } from 'vitest'
import { createPeriodEvidence } from '../../../data/ingest/periods/evidence.ts'
import { fiscalMonth, isFiscal } from '../../../data/ingest/periods/fiscal.ts'
import { createNumberedQuarters } from '../../../data/ingest/periods/numbered-quarters.ts'
import { AS_WRITTEN, readPeriod } from '../../../data/ingest/periods/read.ts'
import { romanPeriod, romansIn } from '../../../data/ingest/periods/romans.ts'
import { createShortMonths } from '../../../data/ingest/periods/short-months.ts'
import { createUndated } from '../../../data/ingest/periods/undated.ts'
import { periodText } from '../../../data/model/period.ts'

const read = (text: string, spelling = AS_WRITTEN) => {
  const period = readPeriod(text, spelling)
  return period && periodText(period)
}

describe('months up to one', () => {
  it('are so many back from it, and need not begin in January', () => {
    const spellings = {
      '12 months to November 2023': '2022-12/2023-11',
      'twelve months ending Nov 2023': '2022-12/2023-11',
      'Year ended March 2023': '2022-04/2023-03',
      'year ending 31 March 2023': '2022-04/2023-03',
      '3 months to Nov 2023': '2023-09/2023-11',
      'LTM Nov-23': '2022-12/2023-11',
      'year to date November 2023': '2023-01/2023-11',
      '9 months 2023': '2023-01/2023-09',
      'first nine months of 2023': '2023-01/2023-09',
    }
    for (const [text, period] of Object.entries(spellings)) expect(read(text), text).toBe(period)
    expect(read('year ending 15 March 2023')).toBeUndefined()
  })
})

describe('a number in a period', () => {
  it('is of the unit that stands before it, of a quarter in Korea, and whole where a program adds a zero', () => {
    const spellings = {
      'Q1-3 2023': '2023-01/2023-09',
      '2023.1/4': '2023-Q1',
      '2023.4/4': '2023-Q4',
      '2023年第1四半期': '2023-Q1',
      '2023年4-6月期': '2023-Q2',
      '202301.0': '2023-01',
      '2023.0': '2023',
    }
    for (const [text, period] of Object.entries(spellings)) expect(read(text), text).toBe(period)
  })

  it('is no August where it is an average', () => {
    expect(read('avg 2018-2022')).toBeUndefined()
    expect(read('avg 2022')).toBeUndefined()
  })
})

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

  it('is read in English, Russian, Chinese, German, French, Spanish and more, alone, as a range and up to a month', () => {
    const spellings = {
      '2023-01': '2023-01',
      '2023M01': '2023-01',
      '2023-M01': '2023-01',
      '202301': '2023-01',
      'Jan-23': '2023-01',
      '01/2023': '2023-01',
      '1/2023': '2023-01',
      'янв. 2023': '2023-01',
      'янв.2023': '2023-01',
      'янв 23': '2023-01',
      'январь 2023 г.': '2023-01',
      'январь 2023 года': '2023-01',
      'в январе 2023': '2023-01',
      '2023年1月': '2023-01',
      '2023年01月': '2023-01',
      '2023年一月': '2023-01',
      '2023.01': '2023-01',
      '2023/01': '2023-01',
      '2023-Q1': '2023-Q1',
      '2023Q1': '2023-Q1',
      'Q1 2023': '2023-Q1',
      'Q1-2023': '2023-Q1',
      'Q1/2023': '2023-Q1',
      '1Q2023': '2023-Q1',
      '1Q23': '2023-Q1',
      "Q1'23": '2023-Q1',
      '1. Quartal 2023': '2023-Q1',
      'II. Quartal 2023': '2023-Q2',
      'IV. çeyrek 2023': '2023-Q4',
      '1er trimestre 2023': '2023-Q1',
      'T1 2023': '2023-Q1',
      '2023T1': '2023-Q1',
      '2023-T1': '2023-Q1',
      'primer trimestre de 2023': '2023-Q1',
      '1º trimestre 2023': '2023-Q1',
      'I квартал 2023': '2023-Q1',
      '1 кв. 2023': '2023-Q1',
      'I кв. 2023 г.': '2023-Q1',
      '2023年第一季度': '2023-Q1',
      '2023年1季度': '2023-Q1',
      '2023年一季度': '2023-Q1',
      '2023 1분기': '2023-Q1',
      '2023년 1월': '2023-01',
      '2023년': '2023',
      '2023年': '2023',
      '2023 год': '2023',
      '2023 г.': '2023',
      'January 2023': '2023-01',
      'Jan 2023': '2023-01',
      'Jan. 2023': '2023-01',
      '2023 Jan': '2023-01',
      '2023Jan': '2023-01',
      '2023-Jan': '2023-01',
      Jan2023: '2023-01',
      JAN23: '2023-01',
      'Januar 2023': '2023-01',
      'Jänner 2023': '2023-01',
      'März 2023': '2023-03',
      'janvier 2023': '2023-01',
      'janv. 2023': '2023-01',
      'févr. 2023': '2023-02',
      'août 2023': '2023-08',
      'enero 2023': '2023-01',
      'enero de 2023': '2023-01',
      'ene-23': '2023-01',
      'ene. 2023': '2023-01',
      'dic 2023': '2023-12',
      'janeiro 2023': '2023-01',
      'jan/23': '2023-01',
      'January-November 2023': '2023-01/2023-11',
      'Jan-Nov 2023': '2023-01/2023-11',
      'Jan.-Nov. 2023': '2023-01/2023-11',
      'January to November 2023': '2023-01/2023-11',
      'Januar bis November 2023': '2023-01/2023-11',
      'Januar-November 2023': '2023-01/2023-11',
      'janvier à novembre 2023': '2023-01/2023-11',
      'janvier-novembre 2023': '2023-01/2023-11',
      'enero-noviembre 2023': '2023-01/2023-11',
      'enero a noviembre de 2023': '2023-01/2023-11',
      'январь-ноябрь 2023': '2023-01/2023-11',
      'январь–ноябрь 2023 г.': '2023-01/2023-11',
      'янв.-нояб. 2023': '2023-01/2023-11',
      'январь - ноябрь 2023 года': '2023-01/2023-11',
      '2023年1-11月': '2023-01/2023-11',
      '2023年1—11月': '2023-01/2023-11',
      '2023年1至11月': '2023-01/2023-11',
      '2023年1-11月累计': '2023-01/2023-11',
      '2023年1～2月': '2023-01/2023-02',
      '2023年前11个月': '2023-01/2023-11',
      '2023年前三季度': '2023-01/2023-09',
      '2023年上半年': '2023-S1',
      '2023年下半年': '2023-S2',
      '11M2023': '2023-01/2023-11',
      '11M 2023': '2023-01/2023-11',
      '9M 2023': '2023-01/2023-09',
      '11 months 2023': '2023-01/2023-11',
      '11 мес. 2023': '2023-01/2023-11',
      '9 месяцев 2023 г.': '2023-01/2023-09',
      'H1 2023': '2023-S1',
      '1H23': '2023-S1',
      '2023H1': '2023-S1',
      '2023-S1': '2023-S1',
      '1. Halbjahr 2023': '2023-S1',
      '1er semestre 2023': '2023-S1',
      '1 полугодие 2023': '2023-S1',
      'I полугодие 2023': '2023-S1',
      '2023-W05': '2023-W05',
      '2023W05': '2023-W05',
      '2023W5': '2023-W05',
      'W05 2023': '2023-W05',
      'Week 5, 2023': '2023-W05',
      'KW 5/2023': '2023-W05',
      'KW05 2023': '2023-W05',
      '5. KW 2023': '2023-W05',
      '2023年第5周': '2023-W05',
      'неделя 5 2023': '2023-W05',
      'semaine 5 2023': '2023-W05',
      '2023-01-15': '2023-01-15',
      '15.01.2023': '2023-01-15',
      '15 января 2023': '2023-01-15',
      '15 января 2023 г.': '2023-01-15',
      '15 de enero de 2023': '2023-01-15',
      '15 janvier 2023': '2023-01-15',
      '1er janvier 2023': '2023-01-01',
      '15. Januar 2023': '2023-01-15',
      'January 15, 2023': '2023-01-15',
      '15-Jan-2023': '2023-01-15',
      '15-Jan-23': '2023-01-15',
      '2023年1月15日': '2023-01-15',
      '20230115': '2023-01-15',
      'Mar 2022 - Sep 2023': '2022-03/2023-09',
      'March 2022 to September 2023': '2022-03/2023-09',
      '2022-03 - 2023-09': '2022-03/2023-09',
      '2022-03/2023-09': '2022-03/2023-09',
      'март 2022 - сентябрь 2023': '2022-03/2023-09',
      'с марта 2022 по сентябрь 2023': '2022-03/2023-09',
      '2022年3月-2023年9月': '2022-03/2023-09',
      '2022年3月至2023年9月': '2022-03/2023-09',
      'von März 2022 bis September 2023': '2022-03/2023-09',
      '24.02.2022-31.12.2022': '2022-02-24/2022-12-31',
      '2022-02-24 to 2022-12-31': '2022-02-24/2022-12-31',
      'Year 2023': '2023',
      CY2023: '2023',
      '2023A': '2023',
      'Jan-Feb 2023': '2023-01/2023-02',
      'Jan+Feb 2023': '2023-01/2023-02',
      'Jan/Feb 2023': '2023-01/2023-02',
      'January-February 2023': '2023-01/2023-02',
      'Jan & Feb 2023': '2023-01/2023-02',
      'YTD Nov 2023': '2023-01/2023-11',
      'Nov 2023 YTD': '2023-01/2023-11',
      'Nov-23 YTD': '2023-01/2023-11',
      '2023 YTD November': '2023-01/2023-11',
      'year to date November 2023': '2023-01/2023-11',
      'с начала года ноябрь 2023': '2023-01/2023-11',
      'cumul janvier-novembre 2023': '2023-01/2023-11',
      'acumulado enero-noviembre 2023': '2023-01/2023-11',
      '01.2023': '2023-01',
      '2023 - 01': '2023-01',
      '2023 01': '2023-01',
      '2023, январь': '2023-01',
      '2023 январь': '2023-01',
      '2023-01-01T00:00:00Z': '2023-01-01',
      '2023-01-01 00:00': '2023-01-01',
      '2023:1': '2023-01',
      '2023:01': '2023-01',
      '2023:Q1': '2023-Q1',
      '2023-1': '2023-01',
      '2023–01': '2023-01',
      'Sept 2023': '2023-09',
      'Sep-2023': '2023-09',
      'сент. 2023': '2023-09',
      'set 2023': '2023-09',
      'Mai 2023': '2023-05',
      'май 2023': '2023-05',
      'mayo 2023': '2023-05',
      'Dez. 2023': '2023-12',
      'déc. 2023': '2023-12',
      '1. Vj. 2023': '2023-Q1',
      '1st quarter 2023': '2023-Q1',
      'First quarter of 2023': '2023-Q1',
      '2nd half 2023': '2023-S2',
    }
    for (const [text, period] of Object.entries(spellings)) expect(read(text), text).toBe(period)
  })

  it('of two years begins in a month that nobody but a person knows', () => {
    for (const text of ['FY2023', 'FY 2022/23', '2022/23', '2022-2023', 'FY23', '2022/2023']) {
      expect(read(text), text).toBeUndefined()
      expect(isFiscal(text), text).toBe(true)
    }
  })

  it('of two years says itself where it begins, or its column does', () => {
    expect(read('2021-22 (Apr-Mar)')).toBe('2021-04/2022-03')
    expect(read('FY 2022-2023 (July to June)')).toBe('2022-07/2023-06')
    expect(fiscalMonth('Year (April–March)')).toBe(4)
    expect(fiscalMonth('January to December')).toBeUndefined()
    expect(read('FY2023 (Apr-Mar)')).toBeUndefined()
  })

  it('is read in the years of others, and in the codes of the Dutch office', () => {
    expect(read('112年01月')).toBe('2023-01')
    expect(read('民國112年')).toBe('2023')
    expect(read('令和5年1月')).toBe('2023-01')
    expect(read('平成元年')).toBe('1989')
    expect(read('2023MM01')).toBe('2023-01')
    expect(read('2023JJ00')).toBe('2023')
    expect(read('2023KW01')).toBe('2023-W01')
    expect(read('2023KW01', { ...AS_WRITTEN, isDutch: true })).toBe('2023-Q1')
    expect(read('2566-02', { ...AS_WRITTEN, isBuddhist: true })).toBe('2023-02')
  })

  it('up to a month begins in January, and up to nothing is none', () => {
    expect(read('2023-11 YTD')).toBe('2023-01/2023-11')
    expect(read('2023 through November')).toBe('2023-01/2023-11')
    expect(read('2023년(01월~11월)')).toBe('2023-01/2023-11')
    expect(read('2023 YTD')).toBeUndefined()
  })

  it('is named in languages that only Unicode knows here', () => {
    for (const text of ['2023 tammikuu', 'Ocak 2023', 'styczeń 2023', 'leden 2023', 'січень 2023'])
      expect(read(text), text).toBe('2023-01')
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

describe('a number beside a month', () => {
  const meant = (...texts: string[]) => {
    const { see, result } = createUndated(2026)
    for (const text of texts) see(text)
    return result()?.meant
  }

  it('is a year where the months go on, or no month has such a day', () => {
    expect(meant('23-Jan', '23-Feb', '23-Mar')).toBe('months')
    expect(meant('98-Jan', '99-Jan', '00-Jan')).toBe('months')
    expect(meant('Jan-21', 'Jan-22', 'Jan-23')).toBe('months')
  })

  it('is a day where it counts on, or no year is written so', () => {
    expect(meant('30-Jan', '31-Jan')).toBe('days')
    expect(meant('23-Jan', '24-Jan', '1-Feb')).toBe('days')
    expect(meant('Jan 10', 'Jan 11', 'Jan 12', 'Jan 13', 'Jan 14', 'Jan 15')).toBe('days')
  })

  it('is asked about where it may be either', () => {
    expect(meant('21-Jan', '22-Jan', '23-Jan')).toBe('open')
    expect(meant('2023-01')).toBeUndefined()
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

describe('numbers behind a year', () => {
  const areQuarters = (...texts: string[]) => {
    const quarters = createNumberedQuarters()
    for (const text of texts) quarters.see(text)
    return quarters.areQuarters()
  }
  const numbered = (mark: string, years: number[], numbers: number[]) =>
    years.flatMap((year) => numbers.map((number) => `${year}${mark}${number}`))

  it('are quarters where none is above four, behind a colon or in more than two years', () => {
    expect(areQuarters(...numbered(':', [2020], [1, 2]))).toBe(true)
    expect(areQuarters(...numbered('.', [2020, 2021, 2022], [1, 2, 3, 4]))).toBe(true)
    expect(read('2020:3', { ...AS_WRITTEN, numberedQuarters: true })).toBe('2020-Q3')
  })

  it('are months elsewhere', () => {
    expect(areQuarters(...numbered(':', [2020], [1, 2, 3, 4, 5]))).toBe(false)
    expect(areQuarters(...numbered('.', [2020, 2021, 2022], [1, 2, 3]))).toBe(false)
    expect(areQuarters(...numbered('.', [2020, 2021], [1, 2, 3, 4]))).toBe(false)
    expect(areQuarters('2020:1', '2020:2', '2020:3', '2020:4', '2020:04')).toBe(false)
  })
})

describe('months in four digits', () => {
  const seen = (...texts: string[]) => {
    const months = createShortMonths()
    for (const text of texts) months.see(text)
    return [months.areMonths(), months.turnYears()]
  }

  it('are such where years would be centuries away, or a century apart', () => {
    expect(seen('2301', '2302', '2303')).toEqual([true, false])
    expect(seen('2011', '2012', '2101')).toEqual([true, false])
    expect(seen('1911', '1912', '2001', '2002')).toEqual([false, true])
    expect(seen('2101', '2012', '2011')).toEqual([true, false])
    // One slip among years makes no months of them.
    expect(seen('2004', '2005', '2709', '2006')).toEqual([false, false])
    expect(read('2301', { ...AS_WRITTEN, shortMonths: true })).toBe('2023-01')
    expect(read('9812', { ...AS_WRITTEN, shortMonths: true })).toBe('1998-12')
  })

  it('are years elsewhere', () => {
    for (const years of [
      ['2001', '2002', '2003', '2004'],
      ['2301'],
      ['2301', '2313'],
      ['2301', 'Total'],
    ])
      expect(seen(...years), years.join()).toEqual([false, false])
    expect(read('2301')).toBe('2301')
  })
})

describe('days that stand for their month', () => {
  const seen = (...days: string[]) => {
    const evidence = createPeriodEvidence()
    for (const day of days) evidence.see(day)
    return evidence.daysMean()
  }

  it('are its fifteenth, or its last workday', () => {
    expect(seen('2023-01-15', '2023-02-15', '2023-03-15')).toEqual({
      daysMean: 'month',
      dayInMonth: 'fifteenth',
    })
    // The 30th of April was a Sunday, the 31st of December, too.
    expect(seen('2023-03-31', '2023-04-28', '2023-05-31')).toEqual({
      daysMean: 'month',
      dayInMonth: 'last workday',
    })
    const quarters = seen('2023-06-30', '2023-09-29', '2023-12-29')
    expect(quarters).toEqual({ daysMean: 'quarter', dayInMonth: 'last workday' })
    expect(read('2023-09-29', { ...AS_WRITTEN, ...quarters })).toBe('2023-Q3')
    expect(read('2023-09-28', { ...AS_WRITTEN, ...quarters })).toBeUndefined()
  })

  it('are days where one is another', () => {
    expect(seen('2023-01-15', '2023-02-15', '2023-03-16')).toEqual({ daysMean: null })
    expect(seen('2023-04-27', '2023-04-28', '2023-05-31')).toEqual({ daysMean: null })
    expect(seen('2023-04-28', '2023-05-31')).toEqual({ daysMean: null })
  })
})

describe('Roman numbers behind years', () => {
  it('are months up to twelve, quarters up to four, and open below', () => {
    expect(romansIn(['2022 I', '2022 II', '2022 III', '2022 IV'])?.meant).toBe('quarters')
    expect(romansIn(['2022 I', '2022 V', '2022 XII'])?.meant).toBe('months')
    expect(romansIn(['2022 I', '2022 II'])?.meant).toBe('open')
    expect(romansIn(['2022', '2023 II'])).toBeUndefined()
    expect(romanPeriod('2022 IV', 'quarters')).toBe('2022-Q4')
    expect(romanPeriod('2022 IV', 'months')).toBe('2022-04')
  })
})

describe('a day', () => {
  it('may stand behind or below its month', () => {
    const spellings = {
      'January 2023 10': '2023-01-10',
      '2023-01 5': '2023-01-05',
      '01JAN2023': '2023-01-01',
      '2023年1月 5': '2023-01-05',
    }
    for (const [text, day] of Object.entries(spellings)) expect(read(text), text).toBe(day)
    expect(read('February 2023 30')).toBeUndefined()
  })
})
