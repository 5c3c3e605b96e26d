import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unitOf } from '../../../data/ingest/units.ts'
import type { Issue } from '../../../data/model/report.ts'
import { officeFile, written } from './office.ts'
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
      const { bytes, text, figures, unit } = officeFile(choice)
      fc.pre(figures.length <= MOST)
      const { status, questions, issues, changes, reading } = await reportOf(bytes)
      if (status === 'ambiguous') {
        asked++
        return
      }
      const told = `${text}\n${JSON.stringify({ ...reading, questions, issues }, null, 1)}`
      expect(status, told).toBe('preview')
      expect(issues.filter(isRejected), told).toEqual([])
      const values = changes.filter((change) => change.unit !== 'percent')
      expect(new Set(values.map((change) => unitOf(change.unit ?? ''))), told).toEqual(
        new Set([unit]),
      )
      const found = listedLines(values, choice.flows)
      const wanted = figures.map(toldLine)
      expect(found.filter(isKnown).sort(), told).toEqual(wanted.filter(isKnown).sort())
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  // Nearly always for what separates the decimals, where every number has three of them.
  expect(asked).toBeLessThan(RUNS / 4)
}, 1_000_000)

const isRejected = ({ severity }: Issue): boolean => severity === 'rejected'
