import fc from 'fast-check'
import { expect, it } from 'vitest'
import { damaged, slips } from './damage.ts'
import { encoded, officeFile, written } from './office.ts'
import { isKnown, listedLines, toldLine } from './office-lines.ts'
import { useStore } from './taking.ts'

const files = useStore('file')

const RUNS = Number(process.env.RUNS ?? 25)
/** A report lists so many figures. */
const MOST = 95

const reportOf = (bytes: Buffer) => files.preview('any.csv', bytes, { partial: true })

it('a file with one slip is read right in all other rows, and the slip is said at its line', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(written, slips, async (any, slip) => {
      // A row that says what others are of takes these with it.
      const choice = {
        ...any,
        grouped: false,
        merged: false,
        change: false,
        behind: 'nothing' as const,
        furniture: [],
      }
      const { bytes, figures, table, encoding } = officeFile(choice)
      fc.pre(figures.length <= MOST)
      fc.pre((await reportOf(bytes)).status === 'preview')
      const { lines, rows } = damaged({ ...table, delimiter: choice.delimiter }, slip)
      const text = lines.join(choice.crlf ? '\r\n' : '\n')
      const report = await reportOf(encoded(text, encoding))
      const { status, error, reading, issues, questions } = report
      const told = `${slip.kind}\n${text}\n${JSON.stringify({ error, ...reading, issues, questions }, null, 1)}`
      if (status === 'ambiguous' || status === 'rejected') {
        asked++
        return
      }
      expect(status, told).toBe('preview')
      const perRow = figures.length / (table.end - table.first)
      const isWhole = (i: number) => !rows.includes(Math.floor(i / perRow))
      const wanted = figures.filter((_, i) => isWhole(i)).map(toldLine)
      const all = listedLines(report.changes, choice.flows)
      expect(all, told).toEqual(expect.arrayContaining(wanted.filter(isKnown)))
      const more = all.filter((line) => isKnown(line) && !wanted.includes(line))
      expect(more.length, told).toBeLessThanOrEqual(rows.length * perRow)
      const places = rows.map((row) => table.first + row + 1)
      const bad = issues.filter(({ severity }) => severity === 'rejected')
      expect(places, told).toEqual(expect.arrayContaining(bad.map(({ line }) => line)))
      // A figure that is not there any more is either nowhere in the file or said.
      const isSaid = issues.some(({ line }) => places.includes(line)) || isGone(slip.kind, lines)
      expect(all.length >= figures.length || isSaid, told).toBe(true)
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(asked).toBeLessThan(RUNS / 2)
}, 1_000_000)

/** Whether a slip leaves no trace of a row: its end is lost, or all of it. */
const isGone = (kind: string, lines: readonly string[]): boolean =>
  kind === 'end lost' || (kind === 'cut short' && lines.includes(''))
