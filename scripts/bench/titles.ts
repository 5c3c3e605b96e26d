import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { seeded } from './tidy.ts'

const REPORTERS: [string, string][] = [
  ['China', 'CHN'],
  ['Russia', 'RUS'],
  ['Germany', 'DEU'],
  ['Kazakhstan', 'KAZ'],
  ['Turkey', 'TUR'],
  ['India', 'IND'],
  ['Viet Nam', 'VNM'],
]
const FLOWS: [string, string][] = [
  ['exports', 'X'],
  ['imports', 'M'],
]
const KINDS =
  'fresh frozen dried refined crude electrical optical agricultural industrial woven knitted synthetic natural processed smoked tanned forged rolled galvanised stainless'.split(
    ' ',
  )
const GOODS =
  'machinery timber salmon aluminium copper wheat barley polymers rubber tyres vehicles tractors bearings pumps valves transistors circuits batteries lamps furniture toys footwear garments cotton paper pulp glass ceramics cement steel nickel coal gas oil fertiliser medicines vaccines cosmetics soap plastics leather fur carpets sugar coffee tea tobacco wine cheese'.split(
    ' ',
  )
const STEMS =
  'bar kel mon tur vin sor gan pel dar lim nor fes ruk tas hol jin wex zam cor bel quo rit yal dun'.split(
    ' ',
  )

/** A name of a place or a firm that few titles have. */
const name = (n: number): string => {
  const stem = (i: number) => STEMS[Math.floor(n / STEMS.length ** i) % STEMS.length]!
  const text = stem(0) + stem(1) + stem(2)
  return text[0]!.toUpperCase() + text.slice(1)
}

export interface Titled {
  path: string
  titles: string[]
}

/** Writes a file of series with a title and one figure each, where it is not there yet; gives the titles. */
export async function titledFile(path: string, count: number): Promise<Titled> {
  const random = seeded(19_910_826)
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!
  const series = Array.from({ length: count }, () => {
    const [reporter, by] = pick(REPORTERS)
    const [flow, letter] = pick(FLOWS)
    const what = `${pick(KINDS)} ${pick(GOODS)}`
    const whom = name(Math.floor(random() ** 2 * STEMS.length ** 3))
    return { title: `${reporter}: ${flow} of ${what}, ${whom}, USD mn`, codes: `${by},${letter}` }
  })
  const titles = series.map(({ title }) => title)
  if (existsSync(path)) return { path, titles }
  mkdirSync(dirname(path), { recursive: true })
  const out = createWriteStream(`${path}.part`)
  out.write('series_id,series_name,reporter,flow,period,value\n')
  for (const [i, { title, codes }] of series.entries()) {
    const key = `s${String(i).padStart(6, '0')}`
    const line = `${key},"${title}",${codes},2023,${Math.floor(random() * 1e6)}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  renameSync(`${path}.part`, path)
  return { path, titles }
}
