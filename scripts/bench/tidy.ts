import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'

/** A small generator of numbers that are the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const REPORTERS = ['CHN', 'RUS', 'DEU', 'KAZ', 'TUR']
const PARTNERS = ['USA', 'JPN', 'KOR', 'IND', 'VNM', 'ITA', 'FRA', 'GBR', 'BRA', 'ARE']
const MONTHS = 145

/** Writes `rows` tidy rows (145 months a series, ordered by series) where the file is not there yet. */
export async function tidyFile(path: string, rows: number): Promise<string> {
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const random = seeded(20_221_124)
  const out = createWriteStream(`${path}.part`)
  out.write('reporter,partner,flow,commodity,period,value,unit,status\n')
  for (let row = 0, series = 0; row < rows; series++) {
    const reporter = REPORTERS[series % 5]
    const partner = PARTNERS[Math.floor(series / 5) % 10]
    const flow = series % 100 < 50 ? 'X' : 'M'
    const commodity = String(10_000 + Math.floor(series / 100) * 37 + (series % 2)).padStart(6, '0')
    let text = ''
    for (let month = 0; month < MONTHS && row < rows; month++, row++) {
      const period = `${2013 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      const value = (random() * 1e6).toFixed(2)
      text += `${reporter},${partner},${flow},${commodity},${period},${value},USD,${random() < 0.02 ? 'E' : 'A'}\n`
    }
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  renameSync(`${path}.part`, path)
  return path
}
