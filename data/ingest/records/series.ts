import type { SeriesDraft } from '../../model/batch.ts'
import type { DatasetDescription } from '../../model/dataset.ts'
import { lookUp } from '../../model/look-up.ts'
import type { Additive } from '../../model/observation.ts'
import { codeOf, hasCode, hasList } from '../codes/codes.ts'
import { copyOf } from '../copy.ts'
import type { Mapping, ValueColumn } from '../mapping.ts'
import { additiveOf } from '../units/listed-units.ts'
import { isOfExchange } from '../units/measured.ts'
import { splitUnit, unitOf } from '../units/units.ts'
import { headerWord } from '../words.ts'
import { inOrder, type KeyPart, keyWordOf } from './key-order.ts'
import { unitOfColumn, unitOfMeasure, unitText } from './series-unit.ts'
import { titleOf } from './titles.ts'

/** The series that a record tells of: one for each value column. */
export interface RecordSeries {
  drafts: SeriesDraft[]
  /** Codes that no list has, with their column. */
  unknown: { column: string; dimension: string; code: string }[]
  /** Labels of its dimensions. */
  labels: Map<string, string>
  /** Its codes as one text: what a key says, without the signs that a key cannot hold. */
  identity: string
}

/** Words for every record where its file does not say: unit, source, dimensions. */
export type Constants = Record<string, string>

const NOT_DIMENSIONS = new Set(['unit', 'source', 'source_url', 'status', 'note', 'year', 'period'])

/** Characters that separate in keys, URLs and expressions are written `_` inside a code. */
const codePart = (code: string): string => code.replaceAll(/[.,/\s():]/g, '_') || '_'
const idPart = (id: string): string => id.replaceAll(/[,/\s():]/g, '_')

/** The constants that are dimensions, and that no column gives. */
export const constantDimensions = (
  constants: Constants,
  dimensions: Mapping['dimensions'],
): [string, string][] =>
  Object.entries(constants).filter(
    ([id]) => !NOT_DIMENSIONS.has(id) && !dimensions.some((d) => d.id === id),
  )

/**
 * Names the series of a record: by the file's own id, else by its codes joined with dots, else by its
 * column.
 */
export function seriesOf(
  row: string[],
  mapping: Mapping,
  constants: Constants,
  description?: Pick<DatasetDescription, 'additive'>,
): RecordSeries {
  const text = (index: number): string => (index < 0 ? '' : copyOf((row[index] ?? '').trim()))
  const unknown: RecordSeries['unknown'] = []
  const parts = new Map<number, string>()
  const dimensions: Record<string, string> = {}
  const told = constantDimensions(constants, mapping.dimensions)
  const labels = new Map([...mapping.labels].map(([id, index]) => [id, text(index)]))
  // A country that has no code at its source has a name.
  const named = (id: string): string => {
    const label = labels.get(id) ?? ''
    return hasCode(id, label) ? label : ''
  }
  for (const { index, id } of mapping.dimensions) {
    const word = text(index) || lookUp(constants, id) || named(id)
    const totals = lookUp(mapping.totals, id)
    if (word === '' || totals?.includes(word)) {
      if (totals) parts.set(index, '')
      continue
    }
    const { code, known } = codeIn(mapping, id, word)
    if (!known) unknown.push({ column: mapping.header[index]!, dimension: id, code })
    parts.set(index, totals ? `${id}-${codePart(code)}` : codePart(code))
    dimensions[id] = code
  }
  for (const [id, text] of told) dimensions[id] = codeIn(mapping, id, text).code
  const ids = new Map(mapping.dimensions.map(({ index, id }) => [index, id]))
  const spelled = (index: number): string => {
    const id = ids.get(index)
    return id === undefined ? text(index) : (lookUp(dimensions, id) ?? '')
  }
  // A total has a name and no code.
  const ofAll = mapping.dimensions.flatMap(({ index, id }) =>
    text(index) === '' && lookUp(dimensions, id) === undefined ? labels.get(id) || [] : [],
  )
  const unit = mapping.own
    ? text(mapping.unit) || (constants.unit ?? null)
    : unitOfMeasure(dimensions.measure, unitText(text, mapping, labels, constants), constants)
  const name = withoutDataset(text(mapping.series), text(mapping.dataset))
  const id = idPart(name)
  const isLone = mapping.dimensions.length === 0 && told.length === 0
  const codes = [
    ...mapping.keyed.map(
      (index): KeyPart => [
        keyWordOf(mapping.roles[index]!)!,
        parts.get(index) ?? codePart(text(index)),
      ],
    ),
    ...told.map(([id]): KeyPart => [id, codePart(lookUp(dimensions, id) ?? '')]),
  ].filter(([, part]) => part !== '')
  const names = namesOf(dimensions, labels)
  const title =
    text(mapping.title) || [titleOf(dimensions, labels), ...ofAll].filter(Boolean).join(', ')
  const drafts = mapping.values.map((column): SeriesDraft => {
    const { codes: told } = column
    const last = told.map(({ dimension, code }): KeyPart => [dimension, codePart(code)])
    const key = id
      ? [id, ...last.map(([, part]) => part)]
      : isLone
        ? [...headOf(column), ...codes.map(([, part]) => part)]
        : inOrder([...codes, ...last], mapping.keyOrder)
    const beside = column.unitColumn < 0 ? unit : unitOf(text(column.unitColumn)) || null
    const own = mapping.own
      ? unit
      : unitOfColumn(column, beside, { constants, values: mapping.values })
    const codesOfDraft = { ...dimensions }
    for (const { dimension, code } of told) codesOfDraft[dimension] = code
    const called = titleOfDraft(column, title, name.trim(), codesOfDraft, labels)
    const isRate = column.isRate || isOfExchange(called)
    return {
      key: key.join('.'),
      title: called,
      unit: own,
      additive: additive(own, isRate || isNoSum(column, own), 'flow' in codesOfDraft, description),
      dimensions: codesOfDraft,
      ...(names && { names }),
    }
  })
  const identity = mapping.keyed.map((index) => spelled(index)).join('\u001f')
  return { drafts, unknown, labels, identity: id || identity }
}

/** What labels call the codes that no list has; undefined where they say nothing more. */
function namesOf(
  dimensions: Record<string, string>,
  labels: Map<string, string>,
): Record<string, string> | undefined {
  let names: Record<string, string> | undefined
  for (const [id, label] of labels) {
    const code = lookUp(dimensions, id)
    if (code === undefined || label === '' || label === code || hasList(id)) continue
    names ??= {}
    names[id] = label
  }
  return names
}

/** What its column says of a series that no column of codes names. */
function headOf({ name, codes, named }: ValueColumn): string[] {
  if (named) return [idPart(named.key)]
  return codes.length > 0
    ? codes.map(({ code }) => codePart(code))
    : [codePart(splitUnit(name).stem)]
}

/** The code of a text: as a person has said, else as a list of ours has it. */
function codeIn({ codes }: Mapping, dimension: string, text: string) {
  const told = lookUp(lookUp(codes, dimension), text)
  return told === undefined ? codeOf(dimension, text) : { code: told, known: true }
}

function titleOfDraft(
  { name, codes: [told, ...more], named }: ValueColumn,
  title: string,
  series: string,
  codes: Record<string, string>,
  labels: Map<string, string>,
): string {
  if (named) return [title, named.title].filter(Boolean).join(', ')
  if (!told) return title || series || splitUnit(name).stem
  const isFlow = told.dimension === 'flow' && more.length === 0
  if (told.dimension !== 'measure' && (!isFlow || title !== '')) return titleOf(codes, labels)
  // A measure that is told apart by its unit is called by its whole heading.
  const { stem } = splitUnit(name)
  const isStem = isFlow || [stem, headerWord(stem)].includes(told.code)
  return [title, isStem ? stem : name].filter(Boolean).join(', ')
}

/** Our own downloads may name a series by its whole id. */
const withoutDataset = (id: string, dataset: string): string =>
  dataset !== '' && id.startsWith(`${dataset}/`) ? id.slice(dataset.length + 1) : id

const isNoSum = ({ isRate, isShare }: ValueColumn, unit: string | null): boolean =>
  isRate || (isShare && unit === null)

const RATE = /%|percent|per cent|\bper\b|\/|share|index|rate|ratio|= ?100/i

function additive(
  unit: string | null,
  isNoSum: boolean,
  isFlow: boolean,
  description?: Pick<DatasetDescription, 'additive'>,
): Additive {
  if (isNoSum) return 'none'
  const told = unit === null ? undefined : (lookUp(description?.additive, unit) ?? additiveOf(unit))
  if (told !== undefined) return told
  if (unit !== null && RATE.test(unit)) return 'none'
  return description?.additive.default ?? (isFlow ? 'sum' : 'none')
}
