import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unitOf } from '../../../data/ingest/units/units.ts'
import type { Issue } from '../../../data/model/report.ts'
import { type Choice, officeFile, written } from './office.ts'
import { heads, twoRowHeads } from './office-heads.ts'
import { isKnown, listedLines, toldLine } from './office-lines.ts'
import { useStore } from './taking.ts'

const files = useStore('file')

/** A report lists so many figures, of which changes in per cent are some. */
const MOST = 95
const RUNS = Number(process.env.RUNS ?? 60)

const reportOf = (bytes: Buffer) => files.preview('any.csv', bytes)

it('reads a table right that an office may have written, or asks', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(written, async (choice) => {
      const file = officeFile(choice)
      fc.pre(file.figures.length <= MOST)
      if (!(await isRight(choice, file))) asked++
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  // Nearly always for what separates the decimals, where every number has three of them.
  expect(asked).toBeLessThan(RUNS / 4)
}, 1_000_000)

it('reads years over months right, and months over years, or asks', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(written, heads, async (any, form) => {
      const frequency = any.frequency === 'years' ? 'quarters' : any.frequency
      const periods = any.periods + (frequency === 'months' ? 10 : 2)
      const common = { flows: false, change: false, behind: 'nothing' as const, furniture: [] }
      const choice: Choice = { ...any, ...common, frequency, periods, goods: any.goods % 2 }
      const file = officeFile(choice, undefined, twoRowHeads(form))
      fc.pre(file.figures.length <= MOST)
      if (!(await isRight(choice, file))) asked++
    }),
    { numRuns: RUNS / 2, endOnFailure: true },
  )
  expect(asked).toBeLessThan(RUNS / 4)
}, 1_000_000)

/** Expects a file to be read right; says whether it was, or was asked about. */
async function isRight(choice: Choice, file: ReturnType<typeof officeFile>): Promise<boolean> {
  const { bytes, text, figures, unit } = file
  const { status, questions, issues, changes, reading } = await reportOf(bytes)
  if (status === 'ambiguous') return false
  const told = `${text}\n${JSON.stringify({ ...reading, questions, issues }, null, 1)}`
  expect(status, told).toBe('preview')
  expect(issues.filter(isRejected), told).toEqual([])
  const values = changes.filter((change) => change.unit !== 'percent')
  expect(new Set(values.map((change) => unitOf(change.unit ?? ''))), told).toEqual(new Set([unit]))
  const found = listedLines(values, choice.flows)
  const wanted = figures.map(toldLine)
  expect(found.filter(isKnown).sort(), told).toEqual(wanted.filter(isKnown).sort())
  return true
}

const isRejected = ({ severity }: Issue): boolean => severity === 'rejected'
