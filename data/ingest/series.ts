import type { SeriesDraft } from '../model/batch.ts'
import type { DatasetDescription } from '../model/dataset.ts'
import type { Additive } from '../model/observation.ts'
import { additiveOf, codeOf, hasList, nameOf } from './codes.ts'
import { copyOf } from './copy.ts'
import type { Mapping } from './map.ts'
import { isQuantity } from './words.ts'

/** The series that a record tells of: one for each value column. */
export interface RecordSeries {
  drafts: SeriesDraft[]
  /** Codes that no list has, with their column. */
  unknown: { column: string; dimension: string; code: string }[]
}

/** Words for every record where its file does not say: unit, source, dimensions. */
export type Constants = Record<string, string>

const NOT_DIMENSIONS = new Set(['unit', 'source', 'source_url', 'status', 'note'])

/** Characters that separate in keys, URLs and expressions are written `_` inside a code. */
const codePart = (code: string): string => code.replaceAll(/[.,/\s():]/g, '_') || '_'
const idPart = (id: string): string => id.replaceAll(/[,/\s():]/g, '_')

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
  const codes = new Map<number, string>()
  const dimensions: Record<string, string> = {}
  const told: [string, string][] = Object.entries(constants).filter(
    ([id]) => !NOT_DIMENSIONS.has(id) && !mapping.dimensions.some((d) => d.id === id),
  )
  for (const { index, id } of mapping.dimensions) {
    const spelled = text(index) || constants[id] || ''
    if (spelled === '') continue
    const { code, known } = codeOf(id, spelled)
    if (!known) unknown.push({ column: mapping.header[index]!, dimension: id, code })
    codes.set(index, code)
    dimensions[id] = code
  }
  for (const [id, spelled] of told) dimensions[id] = codeOf(id, spelled).code
  const unit = unitText(text(mapping.unit) || constants.unit || '', text(mapping.unitMult))
  const id = idPart(withoutDataset(text(mapping.series), text(mapping.dataset)))
  const isLone = mapping.dimensions.length === 0 && told.length === 0
  const parts = [
    ...mapping.keyed.map((index) => codePart(codes.get(index) ?? text(index))),
    ...told.map(([dimension]) => codePart(dimensions[dimension]!)),
  ]
  const labels = new Map([...mapping.labels].map(([id, index]) => [id, text(index)]))
  const title = text(mapping.title) || titleOf(dimensions, labels)
  const drafts = mapping.values.map(({ name, measure }) => {
    const last = measure === null ? [] : [codePart(measure)]
    const key = id
      ? [id, ...last]
      : isLone
        ? [codePart(measure ?? name), ...parts]
        : [...parts, ...last]
    const quantity = measure !== null && isQuantity(name)
    const own = quantity === isMeasureOfQuantity(unit) || measure === null ? unit : null
    return {
      key: key.join('.'),
      title: measure === null ? title || id || name : [title, name].filter(Boolean).join(', '),
      unit: own,
      additive: additive(own, 'flow' in dimensions, description),
      dimensions: measure === null ? dimensions : { ...dimensions, measure },
    }
  })
  return { drafts, unknown }
}

/** Our own downloads may name a series by its whole id. */
const withoutDataset = (id: string, dataset: string): string =>
  dataset !== '' && id.startsWith(`${dataset}/`) ? id.slice(dataset.length + 1) : id

const MULTIPLES: Record<string, string> = {
  '3': 'thousand',
  '6': 'million',
  '9': 'bn',
  '12': 'trillion',
}

/** SDMX counts in powers of ten beside the unit: `USD` and 6 are `USD million`. */
function unitText(unit: string, power: string): string | null {
  const multiple = MULTIPLES[power]
  return [unit, multiple].filter(Boolean).join(' ') || null
}

const RATE = /%|percent|per cent|\bper\b|\/|share|index|rate|ratio/i

function additive(
  unit: string | null,
  isFlow: boolean,
  description?: Pick<DatasetDescription, 'additive'>,
): Additive {
  const told = unit === null ? undefined : (description?.additive[unit] ?? additiveOf(unit))
  if (told !== undefined) return told
  if (unit !== null && RATE.test(unit)) return 'none'
  return description?.additive.default ?? (isFlow ? 'sum' : 'none')
}

const isMeasureOfQuantity = (unit: string | null): boolean =>
  unit !== null && /^(kg|kgs?|kilograms?|tonnes?|t|units?|pieces|pcs|l|m3|litres?)$/i.test(unit)

const PREPOSITION: Record<string, string> = { X: 'to', RX: 'to', M: 'from', RM: 'from' }

/** "China: exports to Russia, 8542", from names where there are any. */
function titleOf(dimensions: Record<string, string>, labels: Map<string, string>): string {
  const name = (id: string): string => {
    const code = dimensions[id]
    if (code === undefined) return ''
    return hasList(id) ? nameOf(id, code) : labels.get(id) || code
  }
  const { reporter, partner, flow, ...rest } = dimensions
  const others = Object.keys(rest).map(name)
  if (reporter === undefined || flow === undefined) {
    return [...['reporter', 'partner', 'flow'].map(name), ...others].filter(Boolean).join(', ')
  }
  const side = partner === undefined ? '' : ` ${PREPOSITION[flow] ?? 'with'} ${name('partner')}`
  return [`${name('reporter')}: ${name('flow').toLowerCase()}${side}`, ...others].join(', ')
}
