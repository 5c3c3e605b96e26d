import { describe, expect, it } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { useStore } from './taking.ts'

const FILE = `Exports
Country;2022;2023
China;100;110
Turkey;50;60

Imports
Country;2022;2023
China;90;95
Turkey;20;25
`

const files = useStore()
const take = (options: ReadingOptions) => files.take('trade.csv', FILE, { options })

describe('tables of one file that only their titles tell apart', () => {
  it('do not revise each other: imports are no correction of exports', async () => {
    const exports = await take({ table: 1 })
    expect(exports.changes.map(({ series }) => series)).toContain('trade/CHN.X')
    expect(exports.reading?.says).toContain(
      '“Country” holds partners of one who is not named, since “Exports” is a table of its own: where they report, say so.',
    )
    const imports = await take({ answers: { table: '2' } })
    expect(imports).toMatchObject({ status: 'committed', added: 4, revised: 0 })
    expect(imports.changes.map(({ series }) => series)).toContain('trade/CHN.M')
  })

  it('are of those who report where a person says so', async () => {
    const report = await take({ table: 1, columns: { Country: 'dimension:reporter' } })
    expect(report.changes[0]).toMatchObject({ title: 'China: exports', series: 'trade/CHN.X' })
  })

  it('begin below their header, which may stand twice', async () => {
    const table = 'Country,2022,2023\n'.repeat(3)
    const content = `${table}China,100,110\nTurkey,50,60\n`
    const report = await files.take('twice.csv', content, { options: { table: 1 } })
    expect(report).toMatchObject({ status: 'committed', added: 4, rejected: 0 })
  })
})
