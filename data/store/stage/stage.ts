import {
  appendFileSync,
  createReadStream,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ObservationBatch, OriginDraft, SeriesDraft } from '../../model/batch.ts'
import { originOf, type Piece, type Renamed } from '../../model/piece.ts'
import { appendRows, makeRows, roomOf, sortRows, withRoom } from '../../model/rows.ts'
import { Drafts } from './drafts.ts'
import { RunCursor, writeRun } from './run.ts'
import { Texts } from './texts.ts'

/** Rows sorted in memory at once: 11 MB. */
const RUN = 1 << 18
/** Rows from which on a file is large. */
const MANY = 10_000
/** Rows in sight of all runs together while they are merged. */
const WINDOWS = 1 << 18
/** Characters of what is kept of series that are written at once. */
const LINES = 1 << 18

/** One series of a file with all that the file tells of it, by first day, last day, then line. */
export interface StagedSeries {
  draft: SeriesDraft
  rows: ObservationBatch
}

/** What a file tells, series by series, as it is merged. */
export interface FileSeries {
  /** A place for files on the way. */
  readonly folder: string
  /** So many rows that laying them out costs less than it saves. */
  readonly isLarge: boolean
  text(number: number): string | null
  origin(number: number): OriginDraft
  /** Series by series, some at a time. The rows of one are good until the next is asked for. */
  parts(): AsyncIterable<Iterable<StagedSeries>>
  /** Series that turn out to be called otherwise when all are told; none where that was known. */
  renamed(): AsyncIterable<Renamed>
}

/**
 * What a file tells, between reading and writing: dictionaries and sorted runs, on disk where they are
 * many, so that memory does not grow with the file.
 */
export interface Stage extends FileSeries {
  readonly rows: number
  /** What comes next in the file. */
  take(piece: Pick<Piece, 'drafts' | 'texts' | 'rows'>): void
  /** What is known of some series when the file is read. */
  learn(more: Pick<Piece, 'learnt' | 'renamed'>): void
  /** No more rows follow. */
  finish(): void
  /** Puts all of a finished stage into its folder, for `openStage` in another process. */
  keep(): void
  /** Frees its files' handles; what was kept stays. */
  close(): void
  /** Closes it and deletes its folder. */
  discard(): void
  series(): Generator<StagedSeries>
}

interface Content {
  runs: number[]
  rows: number
  texts: number
}

/** Makes an empty stage. The folder is made when something is put into it. */
export const createStage = (folder: string, run = RUN): Stage =>
  makeStage(folder, { runs: [], rows: 0, texts: 0 }, run)

/** Opens a stage that was kept; an error where there is none. */
export async function openStage(folder: string): Promise<Stage> {
  const content = JSON.parse(readFileSync(join(folder, 'stage.json'), 'utf8')) as Content
  const drafts = draftsIn(folder)
  const lines = createInterface({ input: createReadStream(join(folder, 'series.jsonl')) })
  for await (const line of lines) drafts.add(JSON.parse(line))
  return makeStage(folder, content, RUN, drafts)
}

/** Deletes a kept stage without opening it. */
export const discardStage = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true })

const draftsIn = (folder: string): Drafts => new Drafts(join(folder, 'drafts'))

function makeStage(
  folder: string,
  content: Content,
  run: number,
  drafts = draftsIn(folder),
): Stage {
  const { runs } = content
  const texts = new Texts(join(folder, 'texts'), content.texts)
  let rows = content.rows
  /** Rows not yet in a run; after `finish` sorted, and the last run. */
  let open = makeRows(1024)

  const runPath = (i: number) => join(folder, `run-${i}`)
  const spill = () => {
    if (open.length === 0) return
    mkdirSync(folder, { recursive: true })
    writeRun(runPath(runs.length), open)
    runs.push(open.length)
    open.length = 0
  }
  return {
    folder,
    get isLarge() {
      return rows >= MANY
    },
    get rows() {
      return rows
    },
    take({ drafts: told, texts: more, rows: batch }) {
      for (const draft of told) drafts.add(draft)
      for (const text of more) texts.add(text)
      for (let from = 0; from < batch.length; ) {
        const count = Math.min(batch.length - from, run - open.length)
        open = withRoom(open, count)
        appendRows(open, batch, from, from + count)
        from += count
        if (open.length < run) continue
        const room = open
        open = sortRows(open)
        spill()
        open = roomOf(room) > roomOf(open) ? room : open
        open.length = 0
      }
      rows += batch.length
    },
    learn({ learnt, renamed }) {
      for (const [number, more] of learnt) drafts.set(number, { ...drafts.get(number), ...more })
      for (const { number, words } of renamed) {
        const draft = drafts.get(number)
        drafts.set(number, { ...draft, title: `${draft.title}, ${words}` })
      }
    },
    finish() {
      open = sortRows(open)
    },
    keep() {
      spill()
      mkdirSync(folder, { recursive: true })
      texts.spill()
      writeFileSync(join(folder, 'series.jsonl'), '')
      let lines = ''
      for (const draft of drafts) {
        lines += `${JSON.stringify(draft)}\n`
        if (lines.length < LINES) continue
        appendFileSync(join(folder, 'series.jsonl'), lines)
        lines = ''
      }
      appendFileSync(join(folder, 'series.jsonl'), lines)
      const kept: Content = { runs, rows, texts: texts.bytes }
      writeFileSync(join(folder, 'stage.json'), JSON.stringify(kept))
    },
    close() {
      texts.close()
      drafts.close()
    },
    discard() {
      this.close()
      discardStage(folder)
    },
    text: (number) => texts.get(number),
    origin: (number) => originOf(texts.get(number)!),
    async *parts() {
      yield this.series()
    },
    async *renamed() {},
    *series() {
      const window = Math.max(1024, Math.floor(WINDOWS / (runs.length + 1)))
      const onDisk = runs.map((length, i) => new RunCursor({ path: runPath(i), length }, window))
      const cursors = [...onDisk, new RunCursor(open, window)]
      try {
        yield* mergeRuns(cursors, drafts)
      } finally {
        for (const cursor of cursors) cursor.close()
      }
    },
  }
}

function* mergeRuns(cursors: RunCursor[], drafts: Drafts): Generator<StagedSeries> {
  let rows = makeRows(1024)
  for (;;) {
    let next = Number.POSITIVE_INFINITY
    for (const cursor of cursors) next = Math.min(next, cursor.series ?? next)
    if (next === Number.POSITIVE_INFINITY) return
    rows.length = 0
    for (const cursor of cursors) {
      while (cursor.series === next) {
        const { rows: seen, at } = cursor
        let to = at + 1
        while (to < seen.length && seen.series[to] === next) to++
        rows = withRoom(rows, to - at)
        appendRows(rows, seen, at, to)
        cursor.at = to
      }
    }
    yield { draft: drafts.get(next), rows: sortRows(rows) }
  }
}
