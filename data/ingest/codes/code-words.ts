import { quoted } from '../issues.ts'
import { hasList, nameOf } from './codes.ts'

/** A code as a sentence says it, with its name where a list has one: “RUS” (Russia). */
export function codeWords(dimension: string, code: string): string {
  const name = hasList(dimension) ? nameOf(dimension, code) : code
  return name === code ? quoted(code) : `${quoted(code)} (${name})`
}
