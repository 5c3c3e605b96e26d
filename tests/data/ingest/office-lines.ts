import type { ImportReport } from '../../../data/model/report.ts'
import { type Figure, GOODS, MISSING, PARTNERS, type Place } from './office.ts'

const lineOf = (codes: readonly string[], period: string, value: string): string =>
  `${codes.toSorted().join('.')} ${period} ${value}`

/** What a figure is of, in one word and its period, whatever the order of its codes. */
export const nameOf = ({ partner, good, flow, period }: Place): string =>
  lineOf(
    [partner, good, flow].filter((code) => code !== undefined),
    period,
    '',
  ).trim()

/** A figure of an office, in a line. */
export const toldLine = (figure: Figure): string => {
  const { text, status } = figure
  return `${nameOf(figure)} ${text === MISSING ? text : `${text} ${status}`}`
}

/** The codes of a key that are of partners, goods and, where a table has them, flows. */
export function codesIn(key: string, hasFlows: boolean): string[] {
  const codes = new Set([...PARTNERS, 'W00', ...GOODS, ...(hasFlows ? ['X', 'M'] : [])])
  return key.split('.').filter((code) => codes.has(code))
}

/** Figures that a report lists, in the same lines. */
export const listedLines = (changes: ImportReport['changes'], hasFlows: boolean): string[] =>
  changes.map(({ series, period, status, after, afterDecimals }) =>
    lineOf(
      codesIn(series.slice(series.indexOf('/') + 1), hasFlows),
      period,
      after === null ? MISSING : `${after.toFixed(afterDecimals)} ${status}`,
    ),
  )

/** A period of which nothing is told may be left out. */
export const isKnown = (line: string): boolean => !line.endsWith(MISSING)
