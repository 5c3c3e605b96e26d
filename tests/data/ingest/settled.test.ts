import { describe, expect, it } from 'vitest'
import { commitImport } from '../../../data/ingest.ts'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'
import { useStore } from './taking.ts'

const files = useStore()
const take = (name: string, text: string, options: ReadingOptions = {}, dryRun = false) =>
  files.take(name, text, { options, dryRun })

const TRADE = 'reporter,partner,flow,period,value\n'

describe('what a person settles once', () => {
  it('holds for later files of the dataset: the code of a country that no list has', async () => {
    const first = await take('trade.csv', `${TRADE}CHN,Freedonia,X,2023-01,5\n`, {
      codes: { partner: { Freedonia: 'FRD' } },
    })
    expect(first).toMatchObject({ status: 'committed', issuesTotal: 0 })
    const later = await take('trade.csv', `${TRADE}CHN,Freedonia,X,2023-02,6\n`)
    expect(later).toMatchObject({ status: 'committed', added: 1, issuesTotal: 0 })
    expect(await findSeriesOrThrow(files.store.db, 'trade/CHN.FRD.X')).toMatchObject({
      observations: 2,
    })
  })

  it('holds for files of other datasets too: a name that no list has, whoever it names there', async () => {
    const codes = { partner: { Freedonia: 'FRD', Sylvania: 'SYL', '5700': 'CHN' } }
    await take('trade.csv', `${TRADE}CHN,Freedonia,X,2023-01,5\nCHN,5700,X,2023-01,5\n`, { codes })
    const other = 'origin,destination,goods,year,tonnes\n'
    const rows = 'Freedonia,CHN,tea,2021,7\nSylvania,CHN,tea,2021,8\nRUS,5700,tea,2021,9\n'
    const tea = await take('tea.csv', other + rows)
    expect(tea.changes.map(({ series }) => series)).toEqual([
      'tea/FRD.CHN.tea',
      'tea/SYL.CHN.tea',
      'tea/RUS.5700.tea',
    ])
    expect(tea.reading?.says).toContain(
      '“Freedonia” is read as “FRD”, as was said for another file.',
    )
  })

  it('is left open where it was said in two ways', async () => {
    await take('trade.csv', `${TRADE}CHN,Freedonia,X,2023-01,5\n`, {
      codes: { partner: { Freedonia: 'FRD' } },
    })
    await take('cars.csv', 'country,maker,year,cars\nFreedonia,Lada,2023,5\n', {
      codes: { reporter: { Freedonia: 'FRE' } },
    })
    const tea = await take('tea.csv', 'origin,goods,year,tonnes\nFreedonia,tea,2021,7\n')
    expect(tea.changes[0]?.series).toBe('tea/Freedonia')
  })

  it('is kept also where the dataset was there before, by a preview that is committed', async () => {
    await take('trade.csv', `${TRADE}CHN,RUS,X,2023-01,5\n`)
    const codes = { partner: { Freedonia: 'FRD', Sylvania: 'SYL' } }
    const preview = await take('trade.csv', `${TRADE}CHN,Freedonia,X,2023-01,5\n`, { codes }, true)
    await commitImport(files.store, preview.id)
    await take('trade.csv', `${TRADE}CHN,Sylvania,X,2023-02,6\n`)
    expect(await findSeriesOrThrow(files.store.db, 'trade/CHN.SYL.X')).toMatchObject({
      observations: 1,
    })
  })

  it('holds for the decimal mark and the beginning of a fiscal year', async () => {
    const header = 'reporter;partner;period;value\n'
    const options = { answers: { 'decimal-mark': ',', 'fiscal-year': '3' } }
    await take('indian.csv', `${header}IND;CHN;2021/22;1.234\n`, options)
    const later = await take('indian.csv', `${header}IND;CHN;2022/23;2.345\n`)
    expect(later).toMatchObject({ status: 'committed', questions: [] })
    expect(later.changes[0]).toMatchObject({ period: '2022-04/2023-03', after: 2345 })
  })

  it('holds for another file that has just the same columns, in a dataset of its own', async () => {
    const header = 'reporter;partner;goods;period;value\n'
    const told = { answers: { 'decimal-mark': ',' } }
    await take('steel.csv', `${header}IND;CHN;steel;2021;1.234\n`, told)
    const other = await take('tea.csv', `${header}LKA;CHN;tea;2021;2.345\n`)
    expect(other).toMatchObject({ status: 'committed', dataset: 'tea' })
    expect(other.changes[0]?.after).toBe(2345)
    expect(other.reading?.says).toContain('Read as “steel” is, whose files have the same columns.')
  })

  it('gives way to what is told anew', async () => {
    const header = 'reporter,partner,period,value\n'
    await take('a.csv', `${header}IND,CHN,03/04/2021,1\n`, { answers: { 'date-order': 'mdy' } })
    const later = await take('a.csv', `${header}IND,CHN,03/04/2022,1\n`, {
      answers: { 'date-order': 'dmy' },
    })
    expect(later.changes[0]?.period).toBe('2022-04-03')
  })
})

describe('a text that stands as a code in a dataset, and that our lists know as another by now', () => {
  const held = async () => {
    // What a store is like that is older than the name.
    const codes = { partner: { Freedonia: 'Asia' } }
    await take('trade.csv', `${TRADE}CHN,Freedonia,X,2023-01,5\nCHN,RUS,X,2023-01,1\n`, { codes })
  }

  it('stays that code, and its series goes on', async () => {
    await held()
    const later = await take('trade.csv', `${TRADE}CHN,Asia,X,2023-01,5\nCHN,Asia,X,2023-02,6\n`)
    expect(later).toMatchObject({ status: 'committed', added: 1, unchanged: 1 })
    expect(later.changes[0]?.series).toBe('trade/CHN.Asia.X')
    expect(later.reading?.says).toContain(
      '“Asia” stays a code of its own, as it is in the dataset.',
    )
  })

  it('is what a file is recognised by', async () => {
    await held()
    const later = await take('asia 2024.csv', `${TRADE}CHN,Asia,X,2023-02,6\n`)
    expect(later).toMatchObject({ status: 'committed', dataset: 'trade', added: 1 })
  })

  it('is the code of the list in other datasets, and where a person says so', async () => {
    await held()
    const other = await take('tea.csv', 'origin,goods,year,tonnes\nAsia,tea,2021,7\n')
    expect(other.changes[0]?.series).toBe('tea/UN142')
    const codes = { partner: { Asia: 'UN142' } }
    const told = await take('trade.csv', `${TRADE}CHN,Asia,X,2023-02,6\n`, { codes })
    expect(told.changes[0]?.series).toBe('trade/CHN.UN142.X')
  })
})
