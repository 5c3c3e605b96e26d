import { expect, it } from 'vitest'
import { exchangedAtEnd } from '../../../data/compare/exchanged.ts'
import { lookAtFamily } from '../../../data/compare/family.ts'
import { type Figures, lineOf, listen } from './lines.ts'

const EXPORTS = {
  '2023-08': '10.1',
  '2023-09': '10.4',
  '2023-10': '9.9',
  '2023-11': '10.8',
  '2023-12': '10.2',
}
const IMPORTS = {
  '2023-08': '7.1',
  '2023-09': '6.9',
  '2023-10': '7.4',
  '2023-11': '7.0',
  '2023-12': '7.2',
}

/** A line whose last figures the file adds. */
function grown(key: string, held: Figures, added: Figures, flow: string) {
  const line = lineOf(key, { ...held, ...added }, { dimensions: { flow } })
  line.told.fill(0, 0, Object.keys(held).length)
  return line
}

const flows = (exports: Figures, imports: Figures) => ({
  exports: grown('exports', EXPORTS, exports, 'X'),
  imports: grown('imports', IMPORTS, imports, 'M'),
})
const say = (exports: Figures, imports: Figures) =>
  listen((tell) => exchangedAtEnd(flows(exports, imports), tell))

const LOW = { '2024-01': '7.3', '2024-02': '6.8' }
const HIGH = { '2024-01': '10.5', '2024-02': '10.0' }

it('says once that a file adds exports at the level of imports, and imports at that of exports', () => {
  const said = say(LOW, HIGH)
  expect(said).toHaveLength(1)
  expect(said[0]!.message).toBe(
    'Exports and imports of 2 periods look exchanged, first exports of 7.3 USD bn and imports of 10.5 USD bn in January 2024: each is at the level that the other had before. Look them up, and exchange them if so. The series are “exports” and “imports”.',
  )
  const { exports, imports } = flows(LOW, HIGH)
  const family = new Map([
    ['X', exports],
    ['M', imports],
  ])
  expect(listen((tell) => lookAtFamily(family, tell))).toHaveLength(1)
})

it('says nothing where they go on as they were, where one of them moves, or where nobody could tell them apart', () => {
  expect(say(HIGH, LOW)).toEqual([])
  expect(say(LOW, LOW)).toEqual([])
  expect(say({ '2024-01': '7.3' }, { '2024-01': '10.5' })).toEqual([])
})
