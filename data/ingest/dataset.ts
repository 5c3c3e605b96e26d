import type { DatasetDescription } from '../model/dataset.ts'
import type { ReadingOptions, Role } from '../model/report.ts'
import { type Mapping, tellsIn } from './mapping.ts'
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
    tellsIn(mapping.values, 'flow')
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

/**
 * The columns of a dataset that a file does not have, of those that tell its series apart and those of
 * period and value.
 */
export function lacking(header: readonly string[], { columns }: DatasetDescription): string[] {
  const names = new Set(header)
  const all = Object.entries(columns)
  const named = all.some(([name, role]) => role === 'series' && names.has(name))
  // Of several measures a file may tell some.
  const hasValue = all.some(([name, role]) => role === 'value' && names.has(name))
  return all.flatMap(([name, role]) =>
    names.has(name) || (role === 'value' && hasValue) || !isEssential(role, named) ? [] : [name],
  )
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
