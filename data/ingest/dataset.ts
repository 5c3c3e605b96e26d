import type { DatasetDescription } from '../model/dataset.ts'
import type { ReadingOptions, Role } from '../model/report.ts'
import { isSlug, slugOf } from '../model/slug.ts'
import type { Mapping } from './mapping.ts'
import type { Profile } from './profile.ts'
import { settledBy } from './settled.ts'
import { Unreadable } from './unreadable.ts'

/** What a file says of the dataset that it makes. */
export function describe(
  id: string,
  title: string,
  mapping: Mapping,
  profile: Profile | undefined,
  options: ReadingOptions,
): DatasetDescription {
  const isFlow =
    mapping.dimensions.some((dimension) => dimension.id === 'flow') ||
    mapping.values.some(({ measure }) => measure?.dimension === 'flow')
  const settled = settledBy(options)
  return {
    id,
    title,
    description: '',
    source: mapping.by === profile?.id ? profile.source : '',
    licence: '',
    columns: rolesByName(mapping),
    ...(settled && { settled }),
    additive: { default: isFlow ? 'sum' : 'none' },
    undated: 'import',
  }
}

const rolesByName = ({ header, roles }: Mapping): Record<string, Role> =>
  Object.fromEntries(header.map((name, i) => [name, roles[i]!]))

/** Whether a file has every column that tells the dataset's series apart, and those of period and value. */
export function fits(header: string[], { columns }: DatasetDescription): boolean {
  const names = new Set(header)
  const all = Object.entries(columns)
  const named = all.some(([name, role]) => role === 'series' && names.has(name))
  return all.every(([name, role]) => names.has(name) || !isEssential(role, named))
}

/** Refuses a file that does not say to which of the dataset's series its figures belong. */
export function refuseMissing(mapping: Mapping, { id, columns }: DatasetDescription): void {
  if (mapping.series >= 0) return
  const missing = Object.entries(columns).find(
    ([, role]) =>
      role === 'series' ||
      (role.startsWith('dimension:') && !mapping.dimensions.some((d) => role.endsWith(`:${d.id}`))),
  )
  if (!missing) return
  const [column] = missing
  throw new Unreadable(
    'missing-column',
    `The dataset “${id}” tells its series apart by “${column}”, and the file has no such column. ` +
      'Add it, or import the file into a dataset of its own.',
  )
}

/** A file that names its series need not spell out their codes. */
const isEssential = (role: Role, named: boolean): boolean =>
  ['series', 'period', 'period_part', 'period_start', 'period_end', 'value'].includes(role) ||
  (role.startsWith('dimension:') && !named)

/** What there is to recognise a file's dataset by. */
export interface Recognition {
  fileName: string
  header: string[]
  /** What a person said. */
  told?: string
  /** What the file says of itself, in our own downloads. */
  named?: string
  /** The datasets of the store. */
  known: DatasetDescription[]
  /** How many of the first series of the file each dataset has, and of how many. */
  shared: Map<string, number>
  keys: number
}

/** The dataset that a file belongs to, known or to be made, and why, in a sentence. */
export function recognise(recognition: Recognition): {
  id: string
  says: string
  /** The dataset that it would make, where it is known by its columns and series alone. */
  otherwise?: string
} {
  const { fileName, header, told, named, known, shared, keys } = recognition
  const exists = (id: string) => known.some((dataset) => dataset.id === id)
  if (told) {
    if (exists(told) || isSlug(told)) return { id: told, says: `Goes into “${told}”, as you said.` }
    const message = `“${told}” cannot name a dataset: use small letters, digits and hyphens.`
    throw new Unreadable('bad-dataset', message, 1, told)
  }
  if (named && (exists(named) || isSlug(named))) {
    return { id: named, says: `The file names its dataset: “${named}”.` }
  }
  const slug = slugOf(fileName)
  const bySlug = known.find((dataset) => dataset.id === slug && fits(header, dataset))
  if (bySlug)
    return { id: slug, says: `Goes into “${slug}”, by the name of the file and its columns.` }
  const likely = [...shared].filter(([id, count]) => {
    const dataset = known.find((candidate) => candidate.id === id)
    return count * 2 >= keys && dataset !== undefined && fits(header, dataset)
  })
  const [only] = likely
  let id = slug
  for (let n = 2; exists(id); n++) id = `${slug}-${n}`
  if (only && likely.length === 1) {
    const says = `Goes into “${only[0]}”, which has the same columns and series.`
    return { id: only[0], says, otherwise: id }
  }
  return { id, says: `Makes a new dataset, “${id}”.` }
}
