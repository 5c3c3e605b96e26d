import { describe, expect, it } from 'vitest'
import { caseFile, caseNames, expectedOf, optionsOf, readCase, reportOf } from './case.ts'

/** One column of each case; `TURN=1` takes the next. */
const TURN = Number(process.env.TURN ?? 0)
const sumOf = (name: string): number => [...name].reduce((sum, c) => sum + c.charCodeAt(0), 0)

/** Tables of which a column is read as more than any one role, or that say twice what it is. */
const MORE_THAN_A_ROLE = new Set(
  `codes-and-names-twice cost-beside-quantity countries-once-behind-a-reporter dataweb-years
  destatis-notes-in-cells destatis-table ine-portugal marketing-years-among-months months-of-fiscal-years
  partners-of-the-country-whose-money-it-is periods-once-beside-codes products-over-years rosstat
  sections-of-two-levels shares-beside-units-in-spanish sides-named-i-and-j sides-of-a-gravity-model
  through-a-month two-tables-of-countries two-tables-of-partners unit-below-its-currency
  value-twice-alike value-twice-second-meant value-twice-told-apart year-of-the-title`.split(/\s+/),
)

describe('who says of a file and of a column what they are read as changes nothing', () => {
  for (const name of caseNames()) {
    if (expectedOf(name).status !== 'preview' || MORE_THAN_A_ROLE.has(name)) continue
    it(name, async () => {
      const options = optionsOf(name)
      const { columns = {}, form, figures } = expectedOf(name)
      const { encoding, delimiter, headerLine } = form!
      const all = Object.entries(columns)
      const [column, role] = all[(sumOf(name) + TURN) % all.length]!
      const ofForm = { encoding, delimiter, headerLine }
      const told = { ...options, ...ofForm, columns: { ...options.columns, [column]: role } }
      const after = await readCase(caseFile(name, 'input.csv'), told)
      expect({ column, role, figures: after.figures }).toEqual({ column, role, figures })
    })
  }
})

describe('what tells series apart and stands in no column', () => {
  const path = caseFile('countries-over-months', 'input.csv')

  it('is told with its role, which a person may change', async () => {
    const { reading } = await reportOf(path, {})
    const section = { name: 'section', role: 'dimension:reporter', examples: ['China', 'India'] }
    expect(reading!.made).toEqual([section])
    const told = await reportOf(path, { columns: { section: 'dimension:partner' } })
    expect(told.reading!.made).toEqual([{ ...section, role: 'dimension:partner' }])
    expect(told.changes[0]!.title).toBe('Exports to China')
  })
})
