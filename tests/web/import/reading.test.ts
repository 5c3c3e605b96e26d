import { expect, test } from 'vitest'
import type { Role } from '../../../data/model/report.ts'
import { findColumns } from '../../../web/import/columns.ts'
import { isTable, pastedFile } from '../../../web/import/incoming.ts'
import { readsOf } from '../../../web/import/reads.ts'
import { rolesFor, roleWords } from '../../../web/import/roles.ts'
import { pairsOf, unknownCodes } from '../../../web/import/unknown-codes.ts'
import { issue, reading } from './given.ts'

const column = (role: Role, ...examples: string[]) => ({ name: 'x', role, examples })

test.each<[string, Role, string[], '.' | ',', string | null]>([
  ['a day', 'period_end', ['2023-12-31'], '.', '31 Dec 2023'],
  ['a month', 'period', ['2023-11'], '.', 'Nov 2023'],
  ['a year', 'period', ['2023'], '.', '2023'],
  ['a decimal comma', 'value', ['1.234,50'], ',', '1\u202f234.50'],
  ['thousands before a point', 'value', ['1,234.5'], '.', '1\u202f234.5'],
  ['a code keeps its zeros', 'dimension:commodity', ['0101'], '.', null],
  ['a spelling that only the server can read', 'period', ['янв. 2023'], '.', null],
])('one cell of a column is spelled out: %s', (_, role, examples, mark, reads) => {
  expect(readsOf(column(role, ...examples), mark)?.reads ?? null).toBe(reads)
})

test('the words of the reading come before our own', () => {
  const told = { ...column('period', 'янв. 2023'), reads: 'January 2023' }
  expect(readsOf(told, '.')).toEqual({ cell: 'янв. 2023', reads: 'January 2023' })
})

test('nothing is spelled out while a question on the column is open', () => {
  expect(readsOf(column('value', '1.234'), '.', true)).toBeNull()
})

test('roles are said in words', () => {
  expect(roleWords('period_start')).toBe('First day')
  expect(roleWords('dimension:reporter')).toBe('Reporter')
  expect(roleWords('label:partner')).toBe('Name of partner')
  expect(roleWords('ignore')).toBe('Left out')
})

test('a column can become a dimension of its own name', () => {
  const [, dimensions] = rolesFor({ name: 'Customs office', role: 'ignore' }, [])
  expect(dimensions!.roles).toContain('dimension:customs_office')
})

test('a role that nobody would choose is still offered where the file has it', () => {
  const groups = rolesFor({ name: 'UNIT_MULT', role: 'attribute:unit_mult' }, [])
  expect(groups.at(-1)!.roles).toEqual(['attribute:unit_mult'])
})

test('a pasted text is a table when its lines have cells', () => {
  expect(isTable('Month\tValue\n2023-11\t20.15')).toBe(true)
  expect(isTable('Just a sentence, with a comma.')).toBe(false)
  expect(isTable('Two lines\nwithout cells')).toBe(false)
  expect(pastedFile('a,b', 'Oil 2024.csv').name).toBe('Oil 2024.csv')
})

test('codes that nobody knows are told with their weight, and can be given a code where their dimension is known', () => {
  const unknown = (column: string, message: string) =>
    issue({ severity: 'note', code: 'unknown-code', column, value: 'Freedonia', message })
  const said = '“Freedonia” is in none of our code lists and is kept as it is, in 3 rows'
  const issues = [unknown('to', `${said}, 12.4 % of the value.`), unknown('other', `${said}.`)]
  expect(unknownCodes({ issues: [issue({}), ...issues], reading: reading() })).toEqual([
    {
      text: 'Freedonia',
      column: 'to',
      dimension: 'partner',
      weight: 'in 3 rows, 12.4 % of the value',
    },
    { text: 'Freedonia', column: 'other', dimension: null, weight: 'in 3 rows' },
  ])
})

test('codes can be given as a list, by tabs, semicolons or commas, and what is none is told', () => {
  const pasted = 'Freedonia\tFRD\r\n"Ruritania, North";RRN\nSylvania, Lower,SYL\n\nno code\n\tXXX'
  expect(pairsOf(pasted)).toEqual({
    pairs: [
      { text: 'Freedonia', code: 'FRD' },
      { text: 'Ruritania, North', code: 'RRN' },
      { text: 'Sylvania, Lower', code: 'SYL' },
    ],
    wrong: ['no code', '\tXXX'],
  })
})

test('a column is found by a part of its name, and keeps its place in the file', () => {
  expect(findColumns(reading().columns, ' AM ').map(({ name, index }) => [name, index])).toEqual([
    ['amount', 2],
  ])
  expect(findColumns(reading().columns, '')).toHaveLength(4)
})
