import type { DatasetDescription } from '../../model/dataset.ts'
import type { Question } from '../../model/report.ts'
import { isSlug, slugOf } from '../../model/slug.ts'
import { quoted } from '../issues.ts'
import { firstKeys, remap, type Understood } from '../read.ts'
import { Unreadable } from '../unreadable.ts'
import { lacking } from './dataset.ts'
import { type Held, withHeld } from './held-codes.ts'
import { areOtherwise, calledAsIn, otherFlow, type Renaming, renamings } from './renamed.ts'
import { withWhole } from './whole-headings.ts'

/** A dataset of the store that has the columns of a file, and half of its first series or more. */
export interface Likely {
  id: string
  renamed: readonly Renaming[]
}

/** The columns of a dataset that a file calls otherwise; a source's own form says itself what its are. */
export const renamedIn = ({ view, mapped }: Understood, dataset: DatasetDescription): Renaming[] =>
  mapped.mapping.by === 'headers' ? renamings(dataset, view.header, mapped.mapping.roles) : []

/** The datasets that a file may belong to by its columns and series. */
export async function likelyFor(
  seen: Understood,
  known: readonly DatasetDescription[],
  countKeys: (keys: string[]) => Promise<Map<string, number>>,
  heldIn: (dataset: string) => Promise<Held | undefined>,
): Promise<Likely[]> {
  const counted = new Map<string, Map<string, number>>()
  const isOf = async (id: string, keys: string[]): Promise<boolean> => {
    const name = keys.join('\n')
    const shared = counted.get(name) ?? (await countKeys(keys))
    counted.set(name, shared)
    const count = shared.get(id) ?? 0
    return count > 0 && count * 2 >= keys.length
  }
  const likely: Likely[] = []
  let tried = 0
  for (const dataset of known) {
    const renamed = renamedIn(seen, dataset)
    const description = calledAsIn(dataset, renamed)
    if (lacking(seen.view.header, description).length > 0) continue
    const held = await heldIn(dataset.id)
    const isOfIt = (file: Understood) => isOf(dataset.id, firstKeys(file, description))
    const own = withHeld(seen, held)
    let isLikely = await isOfIt(own)
    if (!isLikely) {
      const named = await namedAsIn(own, description, countKeys)
      isLikely = named !== own && (await isOfIt(named))
    }
    if (!isLikely && isReadOtherwise(seen, description) && tried++ < MOST_TRIED) {
      isLikely = await isOfIt(withHeld(remap(seen, description), held))
    }
    if (isLikely) likely.push({ id: dataset.id, renamed })
  }
  return likely
}

/** The file with its series named as those of its dataset are: it may be older than what is known of units. */
export async function namedAsIn(
  file: Understood,
  dataset: DatasetDescription,
  countKeys: (keys: string[]) => Promise<Map<string, number>>,
): Promise<Understood> {
  const held = async (named: Understood): Promise<number> =>
    (await countKeys(firstKeys(named, dataset))).get(dataset.id) ?? 0
  let best = file
  let most: number | undefined
  const { length } = file.mapped.mapping.values
  for (let at = 0; at < Math.min(length, MOST_NAMED); at++) {
    const whole = withWhole(best, at)
    if (!whole) continue
    most ??= await held(best)
    const count = await held(whole)
    if (count > most) [best, most] = [whole, count]
  }
  return best
}

/** Headings that are tried whole. */
const MOST_NAMED = 30

/** Datasets by whose reading a file is read to see whether it is of them: each costs a look at its first rows. */
const MOST_TRIED = 5

/** Whether a person said more of a dataset's files than they say themselves, and this one has just their columns. */
const isReadOtherwise = (
  { view, mapped }: Understood,
  { columns, settled }: DatasetDescription,
): boolean =>
  view.header.length === Object.keys(columns).length &&
  (settled !== undefined ||
    view.header.some((name, i) => columns[name] !== mapped.mapping.roles[i]))

/** What there is to recognise a file's dataset by. */
export interface Recognition {
  fileName: string
  header: readonly string[]
  /** What a person said. */
  told?: string
  /** What the file says of itself, in our own downloads. */
  named?: string
  /** The datasets of the store. */
  known: readonly DatasetDescription[]
  likely: readonly Likely[]
}

/** The dataset that a file belongs to, known or to be made, and why, in a sentence. */
export interface Recognised {
  id: string
  says: string
  /** The dataset that it would make, where it is known by its columns and series alone. */
  otherwise?: string
  /** Where it may belong to one of several. */
  questions: Question[]
}

/** Throws `Unreadable` where what a person said cannot name a dataset. */
export function recognise(recognition: Recognition): Recognised {
  const { fileName, header, told, named, known, likely } = recognition
  const exists = (id: string) => known.some((dataset) => dataset.id === id)
  const questions: Question[] = []
  if (told) {
    if (exists(told) || isSlug(told)) {
      return { id: told, says: `Goes into “${told}”, as you said.`, questions }
    }
    const message = `“${told}” cannot name a dataset: use small letters, digits and hyphens.`
    throw new Unreadable('bad-dataset', message, 1, told)
  }
  if (named && (exists(named) || isSlug(named))) {
    return { id: named, says: `The file names its dataset: “${named}”.`, questions }
  }
  const slug = slugOf(fileName)
  const namesake = known.find((dataset) => dataset.id === slug)
  const missing = namesake ? lacking(header, calledAsIn(namesake, otherFlow(namesake, header))) : []
  if (namesake && missing.length === 0) {
    const says = `Goes into “${slug}”, by the name of the file and its columns.`
    return { id: slug, says, questions }
  }
  let id = slug
  for (let n = 2; exists(id); n++) id = `${slug}-${n}`
  const found = likely.find((one) => one.id === slug) ?? likely[0]
  if (found && (likely.length === 1 || found.id === slug)) {
    const columns = areOtherwise(found.renamed) ? 'series' : 'columns and series'
    const says = `Goes into “${found.id}”, which has the same ${columns}.`
    return { id: found.id, says, otherwise: id, questions }
  }
  if (found) questions.push(whichOf(likely, id))
  const why =
    missing.length > 0
      ? `: ${quoted(slug)} has a column ${quoted(missing[0]!)}, and this file has none`
      : ''
  return { id, says: `Makes a new dataset, “${id}”${why}.`, questions }
}

const MOST = 20

const whichOf = (likely: readonly Likely[], otherwise: string): Question => ({
  code: 'dataset',
  column: null,
  message: `${likely.length} datasets have the columns and series of this file. To which does it belong?`,
  options: [
    ...likely.slice(0, MOST).map(({ id }) => ({ value: id, label: `To ${quoted(id)}` })),
    { value: otherwise, label: `To none of them: it makes the dataset ${quoted(otherwise)}` },
  ],
})
