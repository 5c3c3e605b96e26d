import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { xlsx } from './xlsx.ts'

/** Every download format. To add one: a file beside this, and its name here. */
export const FORMATS: readonly Format[] = [csv, json, xlsx]
