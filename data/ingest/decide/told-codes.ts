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

/** Texts of the file that `told` has codes for, and a person has not. */
export function textsTold(
  { columns }: Facts,
  roles: readonly Role[],
  told: ToldCodes,
  own: ToldCodes | undefined,
): { id: string; text: string; code: string }[] {
  return columns.flatMap(({ index, distinct }) => {
    const id = dimensionOfRole(roles[index])
    const codes = id === undefined ? undefined : told[id]
    if (id === undefined || codes === undefined) return []
    return [...distinct.keys()].flatMap((text) => {
      const code = lookUp(codes, text)
      return code === undefined || lookUp(own?.[id], text) !== undefined ? [] : [{ id, text, code }]
    })
  })
}

/** A sentence for each text of the file that is read as somebody said for another. */
export const codesTakenOver = (...told: Parameters<typeof textsTold>): string[] =>
  textsTold(...told).map(
    ({ id, text, code }) =>
      `${quoted(text)} is read as ${codeWords(id, code)}, as was said for another file.`,
  )
