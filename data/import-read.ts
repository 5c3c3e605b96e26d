import { type Run, refuseCancelled, tell } from './import-run.ts'
import { addressOf, isBad } from './ingest/cells.ts'
import { complete } from './ingest/complete.ts'
import { describe, recognise, refuseMissing, titleOfFile } from './ingest/dataset.ts'
import type { Majority } from './ingest/entries.ts'
import { createIssueLog } from './ingest/issues.ts'
import { datasetTitle, tellApart } from './ingest/naming.ts'
import { firstKeys, namedDataset, remap, type Understood, understand } from './ingest/read.ts'
import { takeRecords } from './ingest/scan-table.ts'
import { settledAlike, settledBy } from './ingest/settled.ts'
import type { Sink } from './ingest/sink.ts'
import { spanWords } from './ingest/span.ts'
import { createTally } from './ingest/tally.ts'
import { Unreadable } from './ingest/unreadable.ts'
import { createValidator } from './ingest/validate.ts'
import type { SeriesDraft } from './model/batch.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { type Day, parseDay } from './model/day.ts'
import { countKeys, listDescriptions } from './store/descriptions.ts'
import { addIssues, dropIssues } from './store/ledger-write.ts'
import type { Stage } from './store/stage.ts'
import { similarIn, standingIn } from './store/standing.ts'

/**
 * How the file is read and the dataset it goes into, known or to be made; by every record of it where it
 * is to be thorough.
 */
export async function decide({ store, job }: Run, isThorough = false) {
  const { options, path, name } = job
  const seen = await understand(path, options, name, isThorough)
  const known = await listDescriptions(store.db)
  const keys = firstKeys(seen)
  const { id, says } = recognise({
    fileName: name,
    header: seen.view.header,
    told: options.dataset,
    named: namedDataset(seen),
    known,
    shared: await countKeys(store.db, keys),
    keys: keys.length,
  })
  const stored = job.description ?? known.find((dataset) => dataset.id === id)
  const alike = stored ?? settledAlike(seen.view.header, known)
  const understood = alike ? await remap(seen, alike) : seen
  const { mapping } = understood.mapped
  if (stored) refuseMissing(mapping, stored)
  if (alike && !stored) {
    understood.mapped.says.push(`Read as “${alike.id}” is, whose files have the same columns.`)
  }
  const title = options.title ?? titleOfFile(name)
  const described = describe(id, title, mapping, understood.profile, understood.options)
  const settled = settledBy(understood.options)
  const description = stored ? { ...stored, ...(settled && { settled }) } : described
  const isKnown = known.some((dataset) => dataset.id === id)
  return { understood, description, isKnown, says }
}

/**
 * Reads every record into a stage and gives it finished, its series completed by what the store knows of
 * them; issues go to the ledger as they come. Where most rows say of a series what its first row does
 * not, the file is read once more, and the odd ones out are the issues.
 */
export async function readInto(
  newStage: () => Stage,
  run: Run,
  understood: Understood,
  description: DatasetDescription,
): Promise<Stage> {
  const first = await readOnce(newStage(), run, understood, description)
  if (first.majority.size === 0) return first.stage
  first.stage.discard()
  await dropIssues(run.store, run.report.id)
  return (await readOnce(newStage(), run, understood, description, first.majority)).stage
}

async function readOnce(
  stage: Stage,
  run: Run,
  understood: Understood,
  description: DatasetDescription,
  majority?: Majority,
): Promise<{ stage: Stage; majority: Majority }> {
  const { table, mapped, view, file, constants } = understood
  const { store, job, hooks, report } = run
  const { options } = job
  const issues = createIssueLog()
  const drafts: SeriesDraft[] = []
  const sink: Sink = {
    addSeries(draft) {
      drafts.push(draft)
      return stage.addSeries(draft)
    },
    addOrigin: (origin) => stage.addOrigin(origin),
    addText: (text) => stage.addText(text),
    add: (batch) => stage.add(batch),
  }
  const published = dayOption(options.published)
  refuseAddress(constants.source_url)
  const { mapping } = mapped
  const tally = createTally(sink)
  const standing = report.newDataset ? () => undefined : standingIn(store.raw, description.id)
  const series = { mapping, constants, description, standing, majority }
  const records = { file, spread: view.spread, fan: view.fan }
  const similar = report.newDataset
    ? undefined
    : (all: SeriesDraft[]) => similarIn(store.raw, description.id, all, mapping.series >= 0)
  const context = { ...series, published, similar, sink: tally }
  const validator = createValidator(context, issues, records)
  for await (const { bytes, records } of takeRecords(job.path, table, mapping, validator)) {
    refuseCancelled(hooks)
    if (issues.waiting() >= MANY) await addIssues(store, report.id, issues.take())
    tell(run, 'reading', bytes, records)
  }
  const { rejected, labels, majority: outvoting, ...counts } = validator.finish()
  await addIssues(store, report.id, issues.take())
  stage.finish()
  run.report = {
    ...run.report,
    rows: counts.rows,
    rejected,
    issues: issues.shown(),
    issuesTotal: issues.total(),
  }
  if (outvoting.size > 0) return { stage, majority: outvoting }
  if (mapping.title < 0 && mapping.series < 0) tellApart(drafts)
  if (report.newDataset && !options.title && !job.description) {
    description.title = datasetTitle(understood, drafts, labels)
    run.report.datasetTitle = description.title
  }
  run.report.reading?.says.push(...[spanWords(tally.span())].filter((words) => words !== undefined))
  for (const draft of drafts) {
    const stored = standing(draft.key)
    if (stored) complete(draft, stored, mapping.title >= 0)
  }
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]))
  return { stage: described(stage, byKey), majority: outvoting }
}

/** The same stage with what is known of its series at the end: a draft is staged with its first record. */
const described = (stage: Stage, byKey: Map<string, SeriesDraft>): Stage => ({
  ...stage,
  *series() {
    for (const staged of stage.series()) {
      Object.assign(staged.draft, byKey.get(staged.draft.key))
      yield staged
    }
  },
})

/** Issues in memory before they go to the ledger. */
const MANY = 5000

function dayOption(text: string | undefined): Day | null {
  if (text === undefined || text === '') return null
  const day = parseDay(text)
  if (day !== undefined) return day
  const message = `“${text}” is no day of publication. Write it as 2023-12-17.`
  throw new Unreadable('bad-published', message, 1, text)
}

/** What is said of every row is judged as its cell would be. */
function refuseAddress(text = ''): void {
  const address = addressOf(text, -1)
  if (isBad(address)) throw new Unreadable(address.code, address.message, 1, text)
}
