import type { DatasetDescription } from '../../model/dataset.ts'
import type { Role } from '../../model/report.ts'
import { codeWords } from '../codes/code-words.ts'
import { quoted } from '../issues.ts'
import { type Mapping, tellsIn } from '../mapping.ts'
import type { Understood } from '../read.ts'
import { keyOrderOf, keyWordOf } from '../records/key-order.ts'
import { type Constants, constantDimensions } from '../records/series.ts'
import { Unreadable } from '../unreadable.ts'
import { settledBy } from './settled.ts'

/** What a file says of the dataset that it makes. */
export function describe(
  id: string,
  title: string,
  mapping: Mapping,
  { profile, options, constants }: Pick<Understood, 'profile' | 'options' | 'constants'>,
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
    keyed: keyWords(mapping, constants),
    ...(settled && { settled }),
    additive: { default: isFlow ? 'sum' : 'none' },
    undated: 'import',
  }
}

/** What its keys are made of: columns, words for every row, headings of values. */
const keyWords = (
  { keyed, roles, dimensions, values }: Mapping,
  constants: Constants,
): string[] => [
  ...keyed.flatMap((index) => keyWordOf(roles[index]!) ?? []),
  ...constantDimensions(constants, dimensions).map(([id]) => id),
  ...wordsOfHeadings(values),
]

/** What headings of values tell, each by itself; a measure that some go without, as growth has one and amounts none, is no part of all keys. */
function wordsOfHeadings(values: Mapping['values']): string[] {
  const told = values.map(({ codes }) => codes.map(({ dimension }) => dimension))
  const words = new Set(told.toSorted((a, b) => b.length - a.length).flat())
  const isOfAll = (word: string) => told.every((own) => own.includes(word))
  return [...words].filter((word) => word !== 'measure' || isOfAll(word))
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
export function refuseMissing(file: Understood, dataset: DatasetDescription): void {
  const { mapping } = file.mapped
  if (mapping.series >= 0) return
  const names = Object.entries(dataset.columns)
  const columnOf = (id: string): string | undefined =>
    names.find(([, role]) => role === `dimension:${id}`)?.[0]
  const [series] = names.find(([, role]) => role === 'series') ?? []
  const [untold] = untoldOf(file, dataset)
  const missing = series ?? (untold && (columnOf(untold) ?? untold))
  if (missing === undefined) return
  throw new Unreadable(
    'missing-column',
    `The dataset “${dataset.id}” tells its series apart by “${missing}”, and the file has no such column. ` +
      'Add it, or import the file into a dataset of its own.',
  )
}

/** The dimensions by which a dataset tells its series apart, and of which a file says nothing. */
const untoldOf = (
  { mapped: { mapping }, constants }: Understood,
  dataset: DatasetDescription,
): string[] =>
  keyOrderOf(dataset).filter(
    (id) =>
      !['unit', 'frequency'].includes(id) &&
      !mapping.dimensions.some((dimension) => dimension.id === id) &&
      !tellsIn(mapping.values, id) &&
      constants[id] === undefined,
  )

/**
 * What a title said of the figures of a dataset, and a later file does not say: where all of its series have
 * the same code, it is that of the file, too. Gives what is to be said of it.
 */
export function takeHeld(
  file: Understood,
  dataset: DatasetDescription,
  codesOf: (dimension: string) => string[],
): string[] {
  const roles = Object.values(dataset.columns)
  return untoldOf(file, dataset).flatMap((id) => {
    const [code, more] = roles.includes(`dimension:${id}`) ? [] : codesOf(id)
    if (code === undefined || more !== undefined) return []
    file.constants[id] = code
    return [`The ${id} is taken to be ${codeWords(id, code)}, as in all of ${quoted(dataset.id)}.`]
  })
}

/** A file that names its series need not spell out their codes. */
const isEssential = (role: Role, named: boolean): boolean =>
  ['series', 'period', 'period_part', 'period_start', 'period_end', 'value'].includes(role) ||
  (role.startsWith('dimension:') && !named)
