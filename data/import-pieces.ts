import { type Run, refuseCancelled, tell } from './import-run.ts'
import type { DatasetDescription } from './model/dataset.ts'
import type { Piece } from './model/piece.ts'
import type { Issue } from './model/report.ts'
import type { ReadEnd } from './reader.ts'
import { addIssues } from './store/ledger/write.ts'
import { isInOrder } from './store/stage/arriving.ts'
import type { Stage } from './store/stage/stage.ts'

export type Pieces = AsyncGenerator<Piece, ReadEnd>

/** Rows of a file's first piece from which on it may be written while it is read. */
const MANY = 4000

/** All pieces of a file, and whether the first tells one series after the other; never of a short file. */
export async function lookAhead(pieces: Pieces): Promise<{ pieces: Pieces; mayArrive: boolean }> {
  const first = await pieces.next()
  const mayArrive = !first.done && first.value.rows.length >= MANY && isInOrder(first.value.rows)
  return { pieces: resumed(first, pieces), mayArrive }
}

async function* resumed(first: IteratorResult<Piece, ReadEnd>, rest: Pieces): Pieces {
  if (first.done) return first.value
  yield first.value
  return yield* rest
}

/** Tells how far reading is, and stops where it is called off; `onEnd` is given what is known at the end. */
export async function* watched(
  run: Run,
  pieces: Pieces,
  onEnd: (end: ReadEnd) => void,
): AsyncGenerator<Piece> {
  try {
    for (;;) {
      refuseCancelled(run.hooks)
      const next = await pieces.next()
      if (next.done) return onEnd(next.value)
      const { rows, bytes, records } = next.value
      if (rows.length > 0) tell(run, 'reading', bytes, records)
      yield next.value
    }
  } finally {
    await pieces.return(undefined as never)
  }
}

/** Issues in memory before they go to the ledger, each time in a transaction of their own. */
const WAITING = 20_000

/** Puts all of a file into a stage; its issues go to the ledger as they come. */
export async function stageAll(run: Run, pieces: Pieces, stage: Stage): Promise<ReadEnd> {
  let end: ReadEnd | undefined
  let issues: Issue[] = []
  let entered = 0
  const enter = async () => {
    if (issues.length === 0) return
    entered = await addIssues(run.store, run.report.id, issues, entered)
    issues = []
  }
  for await (const piece of watched(run, pieces, (last) => (end = last))) {
    stage.take(piece)
    stage.learn(piece)
    issues = issues.concat(piece.issues)
    if (issues.length >= WAITING) await enter()
  }
  await enter()
  stage.finish()
  return end!
}

/** Enters into the report, and the description, what is known when a file is read. */
export function enterEnd(run: Run, description: DatasetDescription, end: ReadEnd): void {
  const { rows, rejected, issues, issuesTotal, says, title } = end
  const { reading } = run.report
  run.report = {
    ...run.report,
    rows,
    rejected,
    issues,
    issuesTotal,
    reading: reading && { ...reading, says: [...reading.says, ...says] },
  }
  if (title === undefined) return
  description.title = title
  run.report.datasetTitle = title
}
