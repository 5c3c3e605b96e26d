import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'
import { kindOf } from '../data/ingest/reader/cells.ts'
import { refuseOtherText } from '../data/ingest/reader/magic.ts'
import { root, sources } from './sources.ts'

/** The patterns that stand in a part of a syntax tree. */
function* patternsIn(node: unknown): Generator<RegExp> {
  if (typeof node !== 'object' || node === null) return
  if (node instanceof RegExp) yield node
  else for (const part of Object.values(node)) yield* patternsIn(part)
}

/** Whether a text exists that doubles the time of a pattern with each letter. */
const isEndless = (pattern: RegExp): boolean =>
  analyse(pattern, { reportTypes: { Move: false } }).reports.some(({ exponential }) => exponential)

it('has no pattern that a text of a few words can keep busy for years', () => {
  const patterns = sources.flatMap((file) => {
    const { program } = parseSync(file, readFileSync(join(root, file), 'utf8'))
    return [...patternsIn(program)].map((pattern) => ({ file, pattern }))
  })
  expect(patterns.length).toBeGreaterThan(500)
  expect(isEndless(/^(?:a+)+$/)).toBe(true)
  expect(patterns.filter(({ pattern }) => isEndless(pattern))).toEqual([])
})

it('tells the kind of a line of many figures, which is read as one cell first', () => {
  expect(kindOf(Array(40).fill('7.515').join('\t'))).toBe('number')
  expect(kindOf(`${Array(40).fill('7.515').join('\t')}x`)).toBe('text')
})

it('tells a table below many lines of comment from a script', () => {
  const comments = '-- about\n/* this; */ \n\n'.repeat(60)
  expect(() => refuseOtherText(`${comments}period,value\n`, true)).not.toThrow()
  expect(() => refuseOtherText(`${comments}INSERT INTO t VALUES (1)`, true)).toThrow('SQL')
})
