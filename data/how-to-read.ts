import { listed } from './ingest/codes/codes.ts'
import { describe, refuseMissing, takeHeld } from './ingest/datasets/dataset.ts'
import {
  type Held,
  heldByDataset,
  isKnownOtherwise,
  withHeld,
} from './ingest/datasets/held-codes.ts'
import { takeLength } from './ingest/datasets/lone-days.ts'
import { likelyFor, namedAsIn, recognise, renamedIn } from './ingest/datasets/recognise.ts'
import { areOtherwise, calledAsIn, renamedWords } from './ingest/datasets/renamed.ts'
import { settledAlike, settledBy } from './ingest/datasets/settled.ts'
import { missingUnitColumn, unitFor } from './ingest/datasets/unit-column.ts'
import { codesToldAnywhere } from './ingest/decide/told-codes.ts'
import type { ImportJob } from './ingest/job.ts'
import { namedDataset, remap, type Understood, understand } from './ingest/read.ts'
import { readingOf, sampleOf } from './ingest/reading.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { titleOfFile } from './model/slug.ts'
import type { Decided } from './reader.ts'
import type { RawDatabase } from './store/open.ts'
import { codesIn, frequenciesIn, oddCodes, unitsIn } from './store/standing.ts'

/** What a reader asks of the store. */
export interface Known {
  datasets(): Promise<DatasetDescription[]>
  /** How many of the keys each dataset has a series for. */
  countKeys(keys: string[]): Promise<Map<string, number>>
  /** The store itself, opened for reading; asked for where the file belongs to a dataset that is there. */
  raw(): Promise<RawDatabase>
}

/** How a file is read, and the dataset it goes into, with all that reading needs to know. */
export type HowToRead = Pick<Decided, 'description' | 'isKnown' | 'guess'> & {
  understood: Understood
  /** Why it is that dataset, in a sentence. */
  says: string
}

/** Decides how a file is read: by itself, and by the dataset that it turns out to belong to. */
export async function howToRead(
  known: Known,
  job: ImportJob,
  isThorough: boolean,
): Promise<HowToRead> {
  const { options, path, name } = job
  const datasets = await known.datasets()
  const elsewhere = codesToldAnywhere(datasets)
  const seen = understand(path, options, name, isThorough, elsewhere)
  const heldIn = holding(known)
  const { id, says, otherwise, questions } = recognise({
    fileName: name,
    header: seen.view.header,
    told: options.dataset ?? options.answers?.dataset,
    named: namedDataset(seen),
    known: datasets,
    likely: await likelyFor(seen, datasets, known.countKeys, heldIn),
  })
  const stored = job.description ?? datasets.find((dataset) => dataset.id === id)
  const renamed = stored ? renamedIn(seen, stored) : []
  const alike = stored ? calledAsIn(stored, renamed) : settledAlike(seen.view.header, datasets)
  const isKnown = datasets.some((dataset) => dataset.id === id)
  const mapped = alike ? remap(seen, alike) : seen
  const understood =
    stored && isKnown
      ? await namedAsIn(
          withHeld(await withUnits(known, mapped, stored, alike!), await heldIn(id)),
          stored,
          known.countKeys,
        )
      : mapped
  const { mapping } = understood.mapped
  if (stored && isKnown) {
    const raw = await known.raw()
    const held = takeHeld(understood, stored, (dimension) => codesIn(raw, stored.id, dimension))
    const length = takeLength(understood, stored.id, frequenciesIn(raw, stored.id))
    understood.mapped.says.push(...held, ...length)
  }
  if (stored) refuseMissing(understood, calledAsIn(stored, renamed))
  understood.mapped.questions.push(...questions)
  understood.mapped.says.push(...renamedWords(id, renamed))
  if (!isKnown && options.mode !== undefined && options.mode !== 'revise') {
    const does = options.mode === 'append' ? 'add to' : 'replace'
    understood.mapped.says.push(`Nothing is there yet to ${does}: the file makes a dataset.`)
  }
  if (alike && !stored) {
    understood.mapped.says.push(`Read as “${alike.id}” is, whose files have the same columns.`)
  }
  const title = options.title ?? titleOfFile(name)
  const described = describe(id, title, mapping, understood)
  const settled = settledBy(understood.options)
  const description = stored ? { ...stored, ...(settled && { settled }) } : described
  const isRenamed = areOtherwise(renamed)
  const guess = otherwise === undefined ? null : { dataset: id, otherwise, isRenamed }
  return { understood, description, isKnown, guess, says }
}

/** Finds what a dataset holds as codes; the store is asked once, where a file may belong to a dataset of it. */
function holding(known: Known): (dataset: string) => Promise<Held | undefined> {
  let held: Map<string, Held> | undefined
  return async (dataset) => {
    held ??= heldByDataset(oddCodes(await known.raw(), listed, isKnownOtherwise))
    return held.get(dataset)
  }
}

/** A file that leaves out its dataset's column of units, with the unit that its figures are in. */
async function withUnits(
  known: Known,
  understood: Understood,
  stored: DatasetDescription,
  alike: DatasetDescription,
): Promise<Understood> {
  const name = missingUnitColumn(understood, stored)
  if (name === undefined) return understood
  const found = unitFor(understood, stored, name, unitsIn(await known.raw(), stored.id))
  if (!found) return understood
  if ('question' in found) {
    understood.mapped.questions.push(found.question)
    return understood
  }
  const whole = remap(understood, alike, { name, unit: found.unit })
  if (found.says) whole.mapped.says.push(found.says)
  return whole
}

/** The same as it is told to a person. */
export const decidedOf = ({
  understood,
  description,
  isKnown,
  guess,
  says,
}: HowToRead): Decided => {
  const { questions } = understood.mapped
  const reading = readingOf(understood, questions.length > 0 ? [] : [says])
  return { description, isKnown, guess, reading, sample: sampleOf(understood.table), questions }
}
