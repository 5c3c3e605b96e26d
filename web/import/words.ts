import {
  type ImportReport,
  type ImportStatus,
  isOneTable,
  tableTold,
} from '../../data/model/report.ts'
import { counted, whole } from '../words.ts'

/** How many figures a reading comes to, by what they do. */
export type Counts = Pick<
  ImportReport,
  'added' | 'revised' | 'confirmed' | 'unchanged' | 'kept' | 'rejected' | 'removed'
>

const KILO = 1000

/** 298556 as "299 kB". */
export function bytesWords(bytes: number): string {
  if (bytes < KILO) return `${bytes}\u202fbytes`
  const units = ['kB', 'MB', 'GB']
  let size = bytes / KILO
  let at = 0
  while (size >= 999.5 && at < units.length - 1) {
    size /= KILO
    at++
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)}\u202f${units[at]}`
}

/** Marks that turn the direction of a text: in a name they make it read as another. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LONGEST_NAME = 64

/** A file's name as a heading has it: without marks that turn its direction, the middle of a long one left out. */
export function fileWords(name: string): string {
  const plain = name.replace(TURNS, '')
  if (plain.length <= LONGEST_NAME) return plain
  const half = LONGEST_NAME / 2
  return `${plain.slice(0, half)}…${plain.slice(1 - half)}`
}

const DELIMITERS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ' ': 'blank',
  ':': 'colon',
  '^': 'caret',
  '~': 'tilde',
}

export const delimiterWords = (delimiter: string): string =>
  DELIMITERS[delimiter] ?? `“${delimiter}”`

/** Figures that writing adds to what a reader sees, or changes there. */
export const changing = ({ added, revised }: Pick<Counts, 'added' | 'revised'>): number =>
  added + revised

/** What a rejection keeps out: rows, or single figures where a row holds several. */
export const outWords = ({
  rejected,
  reading,
}: Pick<ImportReport, 'rejected' | 'reading'>): string => {
  const values = reading?.columns.filter(({ role }) => role === 'value').length ?? 1
  return values > 1
    ? counted(rejected, 'rejected figure', 'rejected figures')
    : counted(rejected, 'rejected row', 'rejected rows')
}

/** "2 rejected rows stayed out then; the import says why." */
export const rejectedThen = (report: Pick<ImportReport, 'rejected' | 'reading'>): string =>
  `${outWords(report)} stayed out then, and still ${report.rejected === 1 ? 'does' : 'do'}: that import says why.`

/** "a, b and c" */
const listWords = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ')

/** What writing stores: "11 figures", "803 confirmations", "11 figures and 5 withdrawals". */
export function writeWords(
  counts: Pick<Counts, 'added' | 'revised' | 'confirmed' | 'removed'>,
): string {
  const figures = changing(counts)
  const words = [
    figures > 0 && counted(figures, 'figure', 'figures'),
    counts.confirmed > 0 && counted(counts.confirmed, 'confirmation', 'confirmations'),
    counts.removed > 0 && counted(counts.removed, 'withdrawal', 'withdrawals'),
  ].filter((word) => word !== false)
  return words.length > 0 ? listWords(words) : 'Nothing'
}

/** Of a file with several tables one was taken: how the others come in. Empty for other files. */
export const otherTables = ({ options, file }: Pick<ImportReport, 'options' | 'file'>): string =>
  isOneTable(options)
    ? `This was table ${tableTold(options)} of ${file}: drop the file again to read another of its tables.`
    : ''

/** In the order in which they are told. */
export const COUNTS = [
  'added',
  'revised',
  'confirmed',
  'unchanged',
  'kept',
  'rejected',
  'removed',
] as const satisfies (keyof Counts)[]

/** What a count is called on the page. */
export const countWord = (name: keyof Counts): string => (name === 'removed' ? 'taken out' : name)

/** "12 figures that the file tells otherwise stay as they stood, since the file only adds." */
export const keptLead = ({ kept, status }: Pick<ImportReport, 'kept' | 'status'>): string =>
  `${counted(kept, 'figure', 'figures')} that the file tells otherwise ${
    status === 'preview' ? (kept === 1 ? 'stays' : 'stay') : 'stayed'
  } as ${kept === 1 ? 'it' : 'they'} stood, since the file only adds. To take the file’s values, let it add and revise.`

/** "and 88 more figures" */
export const keptRest = (more: number): string =>
  more > 0 ? `and ${counted(more, 'more figure', 'more figures')}.` : ''

/** "10 added, 1 revised, 803 unchanged, 2 rejected"; what is none is left out. */
export function countsWords(counts: Counts): string {
  const words = COUNTS.filter((name) => counts[name] > 0).map(
    (name) => `${whole(counts[name])} ${countWord(name)}`,
  )
  return words.length > 0 ? words.join(', ') : 'no figures'
}

/** How an import stands, in the ledger; empty for what is written and stands. */
export const STATUS_WORDS: Record<ImportStatus, string> = {
  running: 'on its way',
  preview: 'not written yet',
  committed: '',
  unchanged: 'nothing new',
  rejected: 'rejected, nothing written',
  ambiguous: 'waits for an answer',
  cancelled: 'cancelled',
  undone: 'undone',
  failed: 'failed, nothing written',
}

/** Sentences on what will not happen, under the table of changes. */
export function quietWords(report: ImportReport, shown: number): string {
  const { changesTotal, revised, unchanged, confirmed, rejected, removed, status, newDataset } =
    report
  const written = status === 'committed' || status === 'undone'
  const more = changesTotal - shown
  return [
    more > 0 &&
      `${counted(more, 'more figure', 'more figures')}${removed > 0 ? ', new, revised or taken out' : revised > 0 ? ', new or revised' : ''}.`,
    confirmed > 0 &&
      `${counted(confirmed, 'figure is', 'figures are')} told anew, and the value stands.`,
    unchanged > 0 &&
      `${counted(unchanged, 'figure repeats', 'figures repeat')} what the store already ${written ? 'held' : 'holds'}.`,
    rejected > 0 && `${outWords(report)} ${rejected === 1 ? 'stays' : 'stay'} out.`,
    status === 'preview' &&
      changesTotal + confirmed > 0 &&
      (newDataset
        ? 'After writing, this import can be undone from the ledger, and the dataset goes again.'
        : 'Nothing that the store was told is deleted. After writing, this import can be undone from the ledger and the values before it come back.'),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Where every row was rejected: that, and the first reason. Empty where something is good. */
export function nothingGood(report: ImportReport): string {
  const { status, rejected, added, revised, confirmed, unchanged, kept, issues } = report
  if (status !== 'preview' || rejected === 0 || added + revised + confirmed + unchanged + kept > 0)
    return ''
  const first = issues.find(({ severity }) => severity === 'rejected')
  const why = first ? ` Line ${whole(first.line)}: ${first.message}` : ''
  return `Read so, nothing in the file is good.${why}`
}

/** Whether the kept file of an import can be read in another way: nothing of it is written. */
export const canReadAgain = ({ status }: Pick<ImportReport, 'status'>): boolean =>
  status === 'preview' || status === 'ambiguous' || status === 'rejected'

/** What can be done about how a file was read. */
export function readingLead({ status }: Pick<ImportReport, 'status'>): string {
  if (canReadAgain({ status }))
    return 'Change anything here and the file is read again, with the effect shown below.'
  return status === 'committed'
    ? 'As it was taken in; to read it otherwise, undo the import and drop the file again.'
    : 'As it was read; to read it otherwise, drop the file again.'
}

const ENDS: Partial<Record<ImportStatus, string>> = {
  committed: '.',
  undone: ', undone since.',
  running: '.',
  unchanged: '.',
  preview: '. Nothing is written yet.',
  ambiguous: '. Nothing is written yet.',
}

const MAKES: Partial<Record<ImportStatus, string>> = {
  committed: 'Made the dataset',
  undone: 'Made the dataset',
  preview: 'Makes a new dataset,',
  running: 'Makes a new dataset,',
  ambiguous: 'Makes a new dataset,',
}
const GOES: Partial<Record<ImportStatus, string>> = {
  committed: 'Taken into',
  undone: 'Taken into',
  preview: 'Recognised as the dataset',
  running: 'Recognised as the dataset',
  ambiguous: 'Recognised as the dataset',
  unchanged: 'Recognised as the dataset',
}

/** The sentence under the title, round the dataset's name: what the file is and where it goes. */
export function leadWords(report: ImportReport): { before: string; after: string } {
  const { reading, rows, bytes, newDataset, datasetTitle, status } = report
  const facts = [
    rows > 0 && counted(rows, 'row', 'rows'),
    bytesWords(bytes),
    reading?.encoding,
    reading && delimiterWords(reading.delimiter),
  ]
    .filter(Boolean)
    .join(', ')
  const into = newDataset ? MAKES[status] : GOES[status]
  const after = ENDS[status] ?? '. Nothing was written.'
  return datasetTitle
    ? { before: `${facts}. ${into ?? 'Meant for'} `, after }
    : { before: `${facts}${after}`, after: '' }
}

const BY: Record<string, string> = { page: 'the upload page', token: 'the token' }

/** Who took a file in: a name, or the way it came. */
export const byWords = (by: string | null): string =>
  by === null ? 'command line' : (BY[by] ?? by)
