import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { root } from '../setup.mjs'

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

/** How the same rows are written. */
export type Shape = 'tidy' | 'by-period' | 'quoted' | 'two-measures' | 'revised'

const HEADER = 'reporter,partner,flow,commodity,period,value,unit,status'

/** The codes of a series, joined by commas. */
function codesOf(series: number): string {
  const reporter = REPORTERS[series % 5]
  const partner = PARTNERS[Math.floor(series / 5) % 10]
  const flow = series % 100 < 50 ? 'X' : 'M'
  const commodity = String(10_000 + Math.floor(series / 100) * 37 + (series % 2)).padStart(6, '0')
  return `${reporter},${partner},${flow},${commodity}`
}

const periodOf = (month: number): string =>
  `${2013 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** One row, from two chances that belong to its series and month whatever the order of the file. */
function rowOf(series: number, month: number, shape: Shape): string {
  const random = seeded(series * MONTHS + month)
  const amount = random() * 1e6
  const chance = random()
  const isRevised = shape === 'revised' && random() < 0.01
  const value = (isRevised ? amount * 1.01 : amount).toFixed(2)
  const status = chance < 0.02 ? 'E' : 'A'
  const codes = codesOf(series)
  if (shape === 'quoted') {
    const [reporter, ...rest] = codes.split(',')
    return `"${reporter}",${rest.join(',')},"${periodOf(month)}",${value},"USD",${status}\r\n`
  }
  const quantity = shape === 'two-measures' ? `,${(amount * (0.5 + chance)).toFixed(1)}` : ''
  return `${codes},${periodOf(month)},${value}${quantity},USD,${status}\n`
}

function* rowsOf(rows: number, shape: Shape): Generator<string> {
  const series = Math.ceil(rows / MONTHS)
  let left = rows
  if (shape === 'by-period') {
    for (let month = 0; month < MONTHS; month++) {
      for (let i = 0; i < series && left > 0; i++, left--) yield rowOf(i, month, shape)
    }
    return
  }
  for (let i = 0; i < series; i++) {
    for (let month = 0; month < MONTHS && left > 0; month++, left--) yield rowOf(i, month, shape)
  }
}

/**
 * A file of `rows` tidy rows of trade (reporter, partner, flow, commodity, month, value, unit, status; 145
 * months a series), kept in `var/bench` and written where it is not there yet. Gives its path.
 */
export async function tidyFile(rows: number, shape: Shape = 'tidy'): Promise<string> {
  const path = join(root, 'var', 'bench', `${shape}-${rows / 1e6}m.csv`)
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const out = createWriteStream(`${path}.part`)
  const header = shape === 'two-measures' ? HEADER.replace('value', 'value,quantity') : HEADER
  out.write(header + (shape === 'quoted' ? '\r\n' : '\n'))
  let text = ''
  for (const row of rowsOf(rows, shape)) {
    text += row
    if (text.length < 1 << 16) continue
    if (!out.write(text)) await once(out, 'drain')
    text = ''
  }
  out.end(text)
  await finished(out)
  renameSync(`${path}.part`, path)
  return path
}
