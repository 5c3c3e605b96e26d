import type { DatasetDescription } from '../model/dataset.ts'
import type { ReadingOptions } from '../model/report.ts'
import { createFacts, type Facts } from './facts.ts'
import { type Mapped, mapColumns } from './map.ts'
import { openTable } from './open.ts'
import { seriesOf } from './series.ts'
import type { Table } from './table.ts'
import { Unreadable } from './unreadable.ts'
import { roleOfHeader } from './words.ts'

/** A file whose form and columns are understood, before its values are read. */
export interface Understood {
  table: Table
  facts: Facts
  mapped: Mapped
}

/** Opens a file and decides how it is read; looks further than the sample only where that decides. */
export async function understand(path: string, options: ReadingOptions): Promise<Understood> {
  const encoding = options.encoding ?? options.answers?.encoding
  const table = await openTable(path, { ...options, encoding })
  if (table.sample.rows.length === 0) {
    const message = 'The file has a header but no rows below it: there is nothing to import.'
    throw new Unreadable('no-rows', message, table.dialect.headerLine)
  }
  const facts = createFacts(table.header)
  facts.see(table.sample.rows)
  const mapped = mapColumns(facts, options)
  if (!mapped.undecided || table.whole) return { table, facts, mapped }
  return { table, ...(await lookFurther(table, options)) }
}

/** Reads on until the cells decide, at most to the end. */
async function lookFurther(table: Table, options: ReadingOptions) {
  const facts = createFacts(table.header)
  let mapped: Mapped | undefined
  for await (const batch of table.records()) {
    facts.see(batch.rows)
    mapped = mapColumns(facts, options)
    if (!mapped.undecided) break
  }
  return { facts, mapped: mapped ?? mapColumns(facts, options) }
}

const FIRST_KEYS = 100

/** Keys of the first series of a file, to recognise its dataset by; none where they are no names. */
export function firstKeys({ facts, mapped }: Understood, options: ReadingOptions): string[] {
  const { mapping } = mapped
  const [value] = mapping.values
  const named = mapping.series >= 0 || mapping.keyed.length > 0
  if (!value || (!named && roleOfHeader(value.name) !== undefined)) return []
  const keys = new Set<string>()
  for (const row of facts.sample) {
    for (const { key } of seriesOf(row, mapping, options.constants ?? {}).drafts) keys.add(key)
    if (keys.size >= FIRST_KEYS) break
  }
  return [...keys]
}

/** The dataset that our own downloads name in their rows. */
export const namedDataset = ({ facts, mapped }: Understood): string | undefined =>
  facts.sample[0]?.[mapped.mapping.dataset]?.trim()

/** Maps again by the description of the dataset that the file turned out to belong to. */
export const remap = (
  { table, facts }: Understood,
  options: ReadingOptions,
  description: DatasetDescription,
): Understood => ({ table, facts, mapped: mapColumns(facts, options, description) })
