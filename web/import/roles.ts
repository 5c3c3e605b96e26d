import type { Role } from '../../data/model/report.ts'

const WORDS: Partial<Record<Role, string>> = {
  series: 'Series id',
  title: 'Title of the series',
  period: 'Period',
  period_start: 'First day',
  period_end: 'Last day',
  period_part: 'Month or quarter of the year',
  value: 'Value',
  status: 'Status',
  bound: 'Bound (> or <)',
  unit: 'Unit',
  frequency: 'Frequency',
  source: 'Source',
  source_url: 'Address of the source',
  published: 'Day of publication',
  note: 'Note',
  decimals: 'Decimals',
  ignore: 'Left out',
}

const DIMENSIONS = ['reporter', 'partner', 'flow', 'commodity', 'measure']

const spaced = (id: string): string => id.replaceAll('_', ' ')

/** A role as a reader says it: "First day", "Reporter", "Name of reporter". */
export function roleWords(role: Role): string {
  const known = WORDS[role]
  if (known) return known
  const [kind, id = ''] = role.split(/:(.*)/s)
  const name = spaced(id)
  if (kind === 'label') return `Name of ${name}`
  if (kind === 'attribute') return `Attribute: ${name}`
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The dimension that a column is when nothing else fits: its own name, as an id. */
const ownDimension = (column: string): string =>
  column
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

export interface RoleGroup {
  title: string
  roles: Role[]
}

/** What a column can be made: the words of the model, dimensions, names beside codes, left out. */
export function rolesFor(column: { name: string; role: Role }, all: readonly Role[]): RoleGroup[] {
  const inUse = all.flatMap((role) => (role.startsWith('dimension:') ? [role.slice(10)] : []))
  const dimensions = [...new Set([...DIMENSIONS, ...inUse, ownDimension(column.name)])].filter(
    Boolean,
  )
  const groups: RoleGroup[] = [
    { title: 'What it tells', roles: Object.keys(WORDS) as Role[] },
    { title: 'What it tells apart', roles: dimensions.map((id): Role => `dimension:${id}`) },
    { title: 'Names beside codes', roles: dimensions.map((id): Role => `label:${id}`) },
  ]
  const isOffered = groups.some(({ roles }) => roles.includes(column.role))
  return isOffered ? groups : [...groups, { title: 'As it was read', roles: [column.role] }]
}
