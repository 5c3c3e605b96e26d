import type { DatasetDescription } from '../../model/dataset.ts'
import type { ReadingOptions } from '../../model/report.ts'
import { mergeCodes } from '../decide/told-codes.ts'

type Settled = NonNullable<DatasetDescription['settled']>

/** Answers that hold for one file only. */
const ONCE = /^(?:encoding|year|month-to-date|months-of-years|dataset)(?::|$)/

/** What of a person's options holds for later files too; undefined where there is nothing. */
export function settledBy({
  constants,
  decimalMark,
  codes,
  answers,
}: ReadingOptions): Settled | undefined {
  const lasting = Object.entries(answers ?? {}).filter(([code]) => !ONCE.test(code))
  const { period: _, ...held } = constants ?? {}
  const settled: Settled = {
    ...(hasKeys(held) && { constants: held }),
    ...(decimalMark && { decimalMark }),
    ...(hasKeys(codes) && { codes }),
    ...(lasting.length > 0 && { answers: Object.fromEntries(lasting) }),
  }
  return hasKeys(settled) ? settled : undefined
}

const hasKeys = (record: object | undefined): boolean =>
  record !== undefined && Object.keys(record).length > 0

/** What was settled before, under what a person says now. */
export function withSettled(options: ReadingOptions, settled: Settled | undefined): ReadingOptions {
  if (!settled) return options
  return {
    ...options,
    decimalMark: options.decimalMark ?? settled.decimalMark,
    constants: { ...settled.constants, ...options.constants },
    answers: { ...settled.answers, ...options.answers },
    codes: mergeCodes(settled.codes, options.codes),
  }
}

/** Few columns look alike everywhere: `date,value` says nothing of whose file it is. */
const ENOUGH_COLUMNS = 4

/** The dataset whose files have just these columns, and for which a person has settled something. */
export function settledAlike(
  header: readonly string[],
  known: readonly DatasetDescription[],
): DatasetDescription | undefined {
  if (header.length < ENOUGH_COLUMNS) return undefined
  return known.find(({ settled, columns }) => {
    const names = Object.keys(columns)
    return (
      settled !== undefined &&
      names.length === header.length &&
      names.every((name) => header.includes(name))
    )
  })
}
