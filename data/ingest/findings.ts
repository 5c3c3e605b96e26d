import type { SeriesDraft } from '../model/batch.ts'
import type { Issue } from '../model/report.ts'
import { seriesName } from '../model/series-name.ts'
import type { Entries, Entry } from './entries.ts'
import { quoted } from './issues.ts'
import type { Tally } from './tally.ts'

interface Around {
  fan: number
  isNamed: boolean
  similar?: Similar
  spellings: Entries['spellings']
}

/**
 * What is known of a file when all its records are read: the world beside its
 * parts, codes in no list, and codes spelled in two ways.
 * `lines` are those on which the entries came first; `fan` observations stand in one row; series are
 * named by ids of the file, else by their codes.
 */
export function findingsOf(
  entries: readonly Entry[],
  lines: readonly number[],
  tally: Partial<Tally>,
  { fan, isNamed, similar, spellings }: Around,
): Issue[] {
  const sums = entries.map(({ series }) => tally.sumOf?.(series[0]!) ?? 0)
  const sumOf = (isTotal: boolean) =>
    entries.reduce((sum, entry, i) => (entry.isTotal === isTotal ? sum + sums[i]! : sum), 0)
  const hasParts = entries.some(({ isTotal }) => !isTotal)
  const total = entries.findIndex(({ isTotal }) => isTotal)
  return [
    ...(total >= 0 && hasParts ? [worldNote(lines[total]!)] : []),
    ...unknownCodes(entries, lines, sums, sumOf(!hasParts), fan),
    ...spelledTwice(entries, lines, spellings),
    ...mistyped(entries, lines, similar),
    ...(isNamed ? [] : rareUnits(entries, lines)),
  ]
}

const worldNote = (line: number): Issue => ({
  severity: 'note',
  line,
  column: null,
  code: 'world',
  message:
    'The world is among the partners: a total beside its parts. It is kept as series of its own; leave it out where you add partners up.',
  value: null,
})

/** Codes in no list that are said one by one; of the rest only how many they are. */
const MOST_UNKNOWN = 1000

interface Unknown {
  column: string
  code: string
  rows: number
  sum: number
  line: number
}

/** One note for each code that no list has, at its first line, with its rows and its share of the value. */
function unknownCodes(
  entries: readonly Entry[],
  lines: readonly number[],
  sums: readonly number[],
  total: number,
  fan: number,
): Issue[] {
  const codes = new Map<string, Unknown>()
  for (const [i, { unknown }] of entries.entries()) {
    for (const { column, code, rows } of unknown) {
      const key = `${column}\n${code}`
      const known = codes.get(key) ?? { column, code, rows: 0, sum: 0, line: lines[i]! }
      known.rows += rows
      known.sum += sums[i]!
      codes.set(key, known)
    }
  }
  const largest = [...codes.values()].sort((a, b) => b.sum - a.sum)
  const rest = largest.splice(MOST_UNKNOWN)
  const said = largest.map(({ column, code, rows, sum, line }): Issue => {
    const inFile = Math.ceil(rows / fan)
    return {
      severity: 'note',
      line,
      column,
      code: 'unknown-code',
      message: `${quoted(code)} is in none of our code lists and is kept as it is, in ${inFile} ${inFile === 1 ? 'row' : 'rows'}${shareWords(sum, total)}.`,
      value: code,
    }
  })
  return rest.length === 0 ? said : [...said, manyUnknown(rest, total)]
}

function manyUnknown(rest: readonly Unknown[], total: number): Issue {
  const sum = rest.reduce((sum, code) => sum + code.sum, 0)
  return {
    severity: 'note',
    line: rest[0]!.line,
    column: rest[0]!.column,
    code: 'unknown-codes',
    message: `${rest.length.toLocaleString('en')} more codes are in none of our code lists and are kept as they are${shareWords(sum, total)}. Are these codes, or is the column another thing?`,
    value: null,
  }
}

/** Several spellings of one code in one file: most often one thing, at times two. */
const spelledTwice = (
  entries: readonly Entry[],
  lines: readonly number[],
  spellings: Entries['spellings'],
): Issue[] =>
  entries.flatMap((entry, i): Issue[] => {
    const ways = entry.otherwise.length === 0 ? [] : spellings(entry)
    if (ways.length < 2) return []
    return [
      {
        severity: 'note',
        line: lines[i]!,
        column: null,
        code: 'two-spellings',
        message: `${ways.slice(0, 4).map(quoted).join(' and ')} are read as one series, ${seriesName(entry.drafts[0]!)}.`,
        value: null,
      },
    ]
  })

/** Known series that new ones were probably meant to be, by the keys of these. */
export type Similar = (drafts: SeriesDraft[]) => Map<string, Pick<SeriesDraft, 'key' | 'unit'>>

/** New series in another unit than known ones that are said one by one; more are said at once. */
const FEW_IN_UNIT = 3

/** New series that may be known ones with a slip in their name or in their unit. */
function mistyped(entries: readonly Entry[], lines: readonly number[], similar?: Similar): Issue[] {
  if (!similar) return []
  const drafts = entries.flatMap(({ drafts }) => drafts.slice(0, 1))
  const meant = similar(drafts)
  const found = drafts.flatMap((draft, i) => {
    const near = meant.get(draft.key)
    return near ? [{ draft, near, line: lines[i]! }] : []
  })
  const alike = Map.groupBy(found, ({ draft, near }) => `${draft.unit}\n${near.unit}`)
  return [...alike.values()].flatMap((all) =>
    all.length > FEW_IN_UNIT && all[0]!.draft.unit !== all[0]!.near.unit
      ? [manyInUnit(all)]
      : all.map(newSeries),
  )
}

interface Mistyped {
  draft: SeriesDraft
  near: Pick<SeriesDraft, 'key' | 'unit'>
  line: number
}

const inUnit = (unit: string | null): string => (unit === null ? 'without a unit' : `in ${unit}`)

function newSeries({ draft, near, line }: Mistyped): Issue {
  const { key, unit } = draft
  const [has, slip] =
    near.unit === unit
      ? ['has the same unit and codes', 'Is the name mistyped?']
      : [
          `has the same codes, ${inUnit(near.unit)}`,
          `Is the unit ${unit === null ? 'left out' : 'mistyped'}?`,
        ]
  const message = `${seriesName(draft)} is a series that the dataset does not have; “${near.key}” ${has}. ${slip} Else a new series is made.`
  return { severity: 'warning', code: 'new-series', message, line, column: null, value: key }
}

/** A file that is in another unit as a whole makes each series of it anew. */
function manyInUnit(all: readonly Mistyped[]): Issue {
  const [{ draft, near, line }] = all as [Mistyped]
  const count = all.length.toLocaleString('en')
  const message = `${count} series of the file, first ${seriesName(draft)}, are ${inUnit(draft.unit)}; the dataset has them ${inUnit(near.unit)}. New series are made beside those: if these are to go on, convert the figures, or correct the unit.`
  const { key } = draft
  return { severity: 'warning', code: 'new-series', message, line, column: null, value: key }
}

/** Rows in one unit for each in another from which on the other looks like a slip. */
const RARE = 10

/** Series among which one is looked for. */
const MANY = 10_000

/** A series of few rows beside one of many that differs in nothing but its unit. */
function rareUnits(entries: readonly Entry[], lines: readonly number[]): Issue[] {
  const units = new Set(entries.map(({ drafts }) => drafts[0]?.unit))
  if (units.size < 2 || entries.length > MANY) return []
  const places = entries.map((_, i) => i).filter((i) => entries[i]!.drafts.length === 1)
  const alike = Map.groupBy(places, (i) => JSON.stringify(entries[i]!.drafts[0]!.dimensions))
  return [...alike.values()].flatMap((group) => {
    const most = group.reduce((a, b) => (entries[b]!.rows > entries[a]!.rows ? b : a))
    const { rows, drafts } = entries[most]!
    const usual = drafts[0]!
    if (Object.keys(usual.dimensions).length === 0) return []
    return group.flatMap((i): Issue[] => {
      const { unit } = entries[i]!.drafts[0]!
      if (unit === usual.unit || entries[i]!.rows * RARE > rows) return []
      const message = `${seriesName(entries[i]!.drafts[0]!)} is told in ${entries[i]!.rows === 1 ? 'this row' : `${entries[i]!.rows} rows`} only, and ${seriesName(usual)}, the same in ${usual.unit ?? 'no unit'}, in ${rows}. Is the unit right? Else two series are made.`
      return [
        {
          severity: 'warning',
          line: lines[i]!,
          column: null,
          code: 'rare-unit',
          message,
          value: unit,
        },
      ]
    })
  })
}

function shareWords(sum: number, total: number): string {
  if (total === 0 || sum === 0) return ''
  const share = (100 * sum) / total
  return share < 0.1 ? ', less than 0.1 % of the value' : `, ${share.toFixed(1)} % of the value`
}
