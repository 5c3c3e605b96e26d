import type { Series } from '../model/observation.ts'
import { periodText } from '../model/period.ts'
import { JsonWriter } from './json-writer.ts'
import { type Packed, statusOf } from './packed.ts'

const writer = new JsonWriter()

/** A series as `JSON.stringify` writes its columns, byte for byte, without making them. */
export function seriesText(
  series: Series,
  packed: Packed,
  straddling: number,
): Buffer<ArrayBuffer> {
  const { id, title, unit, frequency, additive, cumulative, dimensions } = series
  const { values, decimals, words } = packed
  const { updated, sources, sourceOf, bounds, notes, others } = words
  const about = { id, title, unit, frequency, additive, cumulative, dimensions, updated }
  writer
    .raw(JSON.stringify(about).slice(0, -1))
    .raw(',"periods":[')
    .bytes(periodsText(packed.days, cumulative))
    .raw('],"values":[')
    .numbers(values, decimals)
    .raw('],"decimals":[')
    .integers(decimals)
    .raw('],"status":')
    .raw(statusText(packed))
    .raw(`,"sources":${JSON.stringify(sources)},"sourceOf":[`)
    .integers(sourceOf ?? new Uint8Array(values.length))
    .raw(`],"straddling":${straddling}`)
  if (bounds) writer.raw(`,"bounds":${JSON.stringify(bounds)}`)
  if (notes) writer.raw(`,"notes":${JSON.stringify(notes)}`)
  if (others) writer.raw(`,"others":${JSON.stringify(others)}`)
  return writer.raw('}').take()
}

const A = '"A"'

function statusText(packed: Packed): string {
  const { length } = packed.values
  if (packed.words.status) return JSON.stringify(statusOf(packed))
  return length === 0 ? '[]' : `[${`${A},`.repeat(length - 1)}${A}]`
}

/** Spellings of periods lately used: most series of an answer, and of the next, tell the same ones. */
const spelled = new Map<string, Buffer>()
const REMEMBERED = 4 * 1024 ** 2
let rememberedBytes = 0

function periodsText(days: Int32Array, cumulative: boolean): Buffer {
  const bytes = Buffer.from(days.buffer as ArrayBuffer, days.byteOffset, days.byteLength)
  const key = (cumulative ? 'c' : '') + bytes.toString('latin1')
  const known = spelled.get(key)
  if (known) return known
  const texts: string[] = []
  for (let i = 0; i < days.length; i += 2) {
    texts.push(`"${periodText({ first: days[i]!, last: days[i + 1]! }, cumulative)}"`)
  }
  const text = Buffer.from(texts.join(','))
  rememberedBytes += key.length + text.length
  if (rememberedBytes > REMEMBERED) {
    spelled.clear()
    rememberedBytes = key.length + text.length
  }
  spelled.set(key, text)
  return text
}
