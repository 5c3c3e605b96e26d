import { describe, expect, it } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { useStore } from './taking.ts'

const files = useStore()
const take = (lines: string[], options: ReadingOptions = { dataset: 'trade' }) =>
  files.take('trade.csv', `${lines.join('\n')}\n`, { options })

describe('a later file of a dataset tells its series in another layout', () => {
  it('with the flows as headings that were a row above the periods', async () => {
    await take([',,Exports,,Imports,', 'Partner,HS code,2021,2022,2021,2022', 'China,2709,5,6,7,8'])
    const later = [
      'Partner,HS code,Year,Exports,Imports',
      'China,2709,2022,6,8.5',
      'China,2709,2023,9,9',
    ]
    const report = await take(later)
    expect(report).toMatchObject({ status: 'committed', added: 2, revised: 1, unchanged: 1 })
  })

  it('with the flows above the periods that were headings of values', async () => {
    await take([
      'Partner,HS code,Year,Exports,Imports',
      'China,2709,2021,5,7',
      'China,2709,2022,6,8',
    ])
    const later = [
      ',,Exports,,Imports,',
      'Partner,HS code,2021,2022,2021,2022',
      'China,2709,5,6,7,8.5',
    ]
    const report = await take(later)
    expect(report).toMatchObject({ status: 'committed', added: 0, revised: 1, unchanged: 3 })
  })

  it('with the partners as headings that were in rows, and named first in its keys', async () => {
    await take(['Partner,HS code,2021,2022', 'China,2709,5,6', 'Germany,2709,7,8'])
    const report = await take(['Year,HS code,China,Germany', '2021,2709,5,7', '2022,2709,6,9'])
    expect(report).toMatchObject({ status: 'committed', added: 0, revised: 1, unchanged: 3 })
  })

  it('with the partners in rows that were headings, and the amounts under a word of their own', async () => {
    await take([
      'Imports by partner country',
      'Year,World,China,Germany',
      '2021,12,5,7',
      '2022,14,6,8',
    ])
    const later = ['Partner country,Year,Amount', 'China,2022,6', 'Germany,2022,8.5']
    const report = await take(later)
    expect(report).toMatchObject({ status: 'committed', added: 0, revised: 1, unchanged: 1 })
    expect(report.reading?.says).toContain(
      'The flow is taken to be “M” (Imports), as in all of “trade”.',
    )
  })
})

it('reads a country more among those that are headings', async () => {
  await take(['Year,World,China,Germany', '2021,12,5,7', '2022,14,6,8'])
  const report = await take(['Year,Mundo,China,Germany,Türkiye', '2022,14,6,8.5,3', '2023,1,2,3,4'])
  expect(report).toMatchObject({ status: 'committed', added: 5, revised: 1, unchanged: 2 })
})

it('takes no flow for a file that leaves it out where the dataset has several', async () => {
  await take(['Partner,Year,Exports,Imports', 'China,2021,5,7', 'China,2022,6,8'])
  const report = await take(['Partner,Year,Value', 'China,2022,6'])
  expect(report).toMatchObject({ status: 'rejected', issues: [{ code: 'missing-column' }] })
})
