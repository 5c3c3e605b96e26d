import type { JsonWriter } from './json-writer.ts'
import { areAlike, type Packed, statusAt } from './packed.ts'
import { spell } from './periods.ts'
import type { About } from './read.ts'

/** Writes a series as `JSON.stringify` writes its columns, byte for byte, without making them. */
export function writeSeries(
  writer: JsonWriter,
  about: About,
  packed: Packed,
  straddling: number,
): void {
  const { values, decimals, words } = packed
  const { updated, sources, sourceOf, bounds, notes, others } = words
  writer
    .raw(JSON.stringify({ ...about, updated }).slice(0, -1))
    .raw(',"periods":[')
    .bytes(spell(packed.days, about.cumulative).json)
    .raw('],"values":[')
    .numbers(values, decimals)
    .raw('],"decimals":[')
  if (areAlike(decimals)) writer.repeat(`${decimals[0]},`, decimals.length)
  else writer.integers(decimals)
  writer.raw('],"status":[')
  writeStatus(writer, packed)
  writer.raw(`],"sources":${JSON.stringify(sources)},"sourceOf":[`)
  if (sourceOf) writer.integers(sourceOf)
  else writer.repeat('0,', values.length)
  writer.raw(`],"straddling":${straddling}`)
  if (bounds) writer.raw(`,"bounds":${JSON.stringify(bounds)}`)
  if (notes) writer.raw(`,"notes":${JSON.stringify(notes)}`)
  if (others) writer.raw(`,"others":${JSON.stringify(others)}`)
  writer.raw('}')
}

/** Most of them are A: what is between the others is repeated. */
function writeStatus(writer: JsonWriter, { values, words }: Packed): void {
  let from = 0
  const others = [...statusAt(words)].sort(([a], [b]) => a - b)
  for (const [place, text] of others) {
    writer.repeat('"A",', place - from)
    if (place > from) writer.raw(',')
    writer.raw(JSON.stringify(text))
    if (place + 1 < values.length) writer.raw(',')
    from = place + 1
  }
  writer.repeat('"A",', values.length - from)
}
