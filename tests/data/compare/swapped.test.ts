import { expect, it } from 'vitest'
import { swapped } from '../../../data/compare/swapped.ts'
import {
  before,
  EXPORTS,
  EXPORTS_TO_DATE,
  type Figures,
  IMPORTS,
  IMPORTS_TO_DATE,
  lineOf,
  listen,
  revised,
} from './lines.ts'

const flows = (exports: Figures, imports: Figures, cumulative = false) => ({
  exports: lineOf('exports', exports, { cumulative }),
  imports: lineOf('imports', imports, { cumulative }),
})
const toDate = () => flows(EXPORTS_TO_DATE, IMPORTS_TO_DATE, true)

/** Two sets of figures with one period exchanged. */
const exchange = (a: Figures, b: Figures, period: string): [Figures, Figures] => [
  { ...a, [period]: b[period]! },
  { ...b, [period]: a[period]! },
]

it('says nothing of months as they were published, though exports pass imports in July 2023', () => {
  expect(listen((say) => swapped(flows(EXPORTS, IMPORTS), toDate(), say))).toEqual([])
  expect(listen((say) => swapped(flows(EXPORTS, IMPORTS), null, say))).toEqual([])
  expect(listen((say) => swapped(toDate(), null, say))).toEqual([])
})

it('knows an exchanged month by the cumulative figures of both', () => {
  const months = flows(...exchange(EXPORTS, IMPORTS, '2023-06'))
  const said = listen((say) => swapped(months, toDate(), say))
  expect(said).toMatchObject([{ code: 'swapped', line: months.exports.told[4] }])
  expect(said[0]!.message).toBe(
    "Exports of 11.28 USD bn and imports of 9.551 USD bn in June 2023 look exchanged: each fits the other's figures. Look them up, and exchange them if so. The series are “exports” and “imports”.",
  )
})

const spring = {
  exports: { '2022-03': '3.8', '2022-04': '3.8', '2022-05': '4.32 E', '2022-06': '5.0' },
  imports: { '2022-03': '7.84', '2022-04': '8.89', '2022-05': '10.40 E', '2022-06': '9.74' },
}

it('knows an exchanged figure by those around it, where the two flows are apart', () => {
  const months = flows(...exchange(spring.exports, spring.imports, '2022-04'))
  expect(listen((say) => swapped(months, null, say))).toMatchObject([{ code: 'swapped' }])
})

it('knows exchanged cumulative figures by the months before and after', () => {
  const exports = {
    '2022-01/2022-05': '24.56',
    '2022-01/2022-06': '29.55',
    '2022-01/2022-07': '36.26',
  }
  const imports = {
    '2022-01/2022-05': '41.25',
    '2022-01/2022-06': '51.125',
    '2022-01/2022-07': '61.45',
  }
  const both = flows(...exchange(exports, imports, '2022-01/2022-06'), true)
  const said = listen((say) => swapped(both, null, say))
  expect(said).toHaveLength(1)
  expect(said[0]!.message).toContain('in January–June 2022 look exchanged')
})

it('proves nothing by figures that are far apart themselves', () => {
  const wild = { '2023-01': '1', '2023-02': '9', '2023-03': '2', '2023-04': '8', '2023-05': '3' }
  const others = { '2023-01': '8', '2023-02': '1', '2023-03': '9', '2023-04': '2', '2023-05': '7' }
  expect(listen((say) => swapped(flows(wild, others), null, say))).toEqual([])
})

it('speaks where one of both is from the file', () => {
  const { exports, imports } = flows(...exchange(spring.exports, spring.imports, '2022-04'))
  const stood = { exports: before(exports), imports: before(imports) }
  expect(listen((say) => swapped(stood, null, say))).toEqual([])
  expect(listen((say) => swapped({ ...stood, imports }, null, say))).toMatchObject([
    { line: imports.told[1] },
  ])
})

it("knows a year at the end of both, where each lies among the other's", () => {
  const exports = { 2021: '110', 2022: '121', 2023: '130', 2024: '72.5' }
  const imports = { 2021: '66', 2022: '70', 2023: '71', 2024: '133.1' }
  expect(listen((say) => swapped(flows(exports, imports), null, say))).toMatchObject([
    { code: 'swapped', value: '72.5' },
  ])
  const grown = { ...exports, 2024: '150' }
  const fallen = { ...imports, 2024: '110' }
  expect(listen((say) => swapped(flows(grown, fallen), null, say))).toEqual([])
})

it('says once that a file tells of each what stood for the other, however the figures around them are', () => {
  const wild = { '2023-01': '1', '2023-02': '9', '2023-03': '2' }
  const others = { '2023-01': '8', '2023-02': '1.5', '2023-03': '9' }
  const { exports, imports } = flows(others, wild)
  const both = { exports: revised(exports, wild), imports: revised(imports, others) }
  const said = listen((say) => swapped(both, null, say))
  expect(said).toMatchObject([{ code: 'swapped', line: exports.told[0] }])
  expect(said[0]!.message).toBe(
    'Exports and imports of 3 periods are exchanged with what stood before, first exports of 8 USD bn and imports of 1 USD bn in January 2023. Look up which is right. The series are “exports” and “imports”.',
  )
})
