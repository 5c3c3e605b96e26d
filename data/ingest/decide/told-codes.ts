import type { DatasetDescription } from '../../model/dataset.ts'
import { lookUp } from '../../model/look-up.ts'
import { dimensionOfRole, type Role } from '../../model/report.ts'
import { codeWords } from '../codes/code-words.ts'
import { hasCode, withSameList } from '../codes/codes.ts'
import type { Facts } from '../facts.ts'
import { quoted } from '../issues.ts'

/** Codes by dimension and text. */
export type ToldCodes = Record<string, Record<string, string>>

/** Who speaks later has the last word on each text. */
export function mergeCodes(...all: (ToldCodes | undefined)[]): ToldCodes {
  const merged: ToldCodes = {}
  for (const codes of all) {
    for (const [dimension, told] of Object.entries(codes ?? {}))
      merged[dimension] = { ...merged[dimension], ...told }
  }
  return merged
}

/**
 * What persons said of names that no list has, for files of any dataset: a country is called the same
 * elsewhere. A name that two of them took for different codes is left open, and numbers are an office's own.
 */
export function codesToldAnywhere(known: readonly DatasetDescription[]): ToldCodes {
  const told: ToldCodes = {}
  const open: [dimension: string, text: string][] = []
  for (const { settled } of known) {
    for (const [id, codes] of Object.entries(settled?.codes ?? {})) {
      for (const [text, code] of Object.entries(codes)) {
        if (!isName(text) || hasCode(id, text)) continue
        for (const dimension of withSameList(id)) {
          const before = lookUp(told[dimension], text)
          if (before !== undefined && before !== code) open.push([dimension, text])
          told[dimension] = { ...told[dimension], [text]: code }
        }
      }
    }
  }
  for (const [dimension, text] of open) delete told[dimension]?.[text]
  return told
}

const isName = (text: string): boolean => /\p{L}{3}/u.test(text)

/** A sentence for each text of the file that is read as somebody said for another. */
export function codesTakenOver(
  { columns }: Facts,
  roles: readonly Role[],
  elsewhere: ToldCodes,
  own: ToldCodes | undefined,
): string[] {
  return columns.flatMap(({ index, distinct }) => {
    const id = dimensionOfRole(roles[index])
    const told = id === undefined ? undefined : elsewhere[id]
    if (id === undefined || told === undefined) return []
    return [...distinct.keys()].flatMap((text) => {
      const code = lookUp(told, text)
      if (code === undefined || lookUp(own?.[id], text) !== undefined) return []
      return [`${quoted(text)} is read as ${codeWords(id, code)}, as was said for another file.`]
    })
  })
}
