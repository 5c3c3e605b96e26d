import { codeOf } from '../codes/codes.ts'
import { mergeCodes, type ToldCodes, textsTold } from '../decide/told-codes.ts'
import { quoted } from '../issues.ts'
import type { Understood } from '../read.ts'

/** Texts that stand as codes in a dataset, each for itself. */
export type Held = ToldCodes

/** Whether a list of ours has another code by now for what stands as one. */
export const isKnownOtherwise = (dimension: string, code: string): boolean =>
  codeOf(dimension, code).code !== code

/**
 * By dataset the texts that stand as codes in it and are known otherwise by now: they stay what they are
 * there, so that a name which is learnt makes no second series beside the first.
 */
export function heldByDataset(
  all: readonly { dataset: string; dimension: string; code: string }[],
): Map<string, Held> {
  const held = new Map<string, Held>()
  for (const { dataset, dimension, code } of all)
    held.set(dataset, mergeCodes(held.get(dataset), { [dimension]: { [code]: code } }))
  return held
}

/** The file read by the texts that its dataset holds; what a person says of them goes before. */
export function withHeld(file: Understood, held: Held | undefined): Understood {
  if (!held) return file
  const { mapped, facts, options } = file
  const codes = mergeCodes(mapped.mapping.codes, held, options.codes)
  const says = textsTold(facts, mapped.mapping.roles, held, options.codes).map(
    ({ text }) => `${quoted(text)} stays a code of its own, as it is in the dataset.`,
  )
  return {
    ...file,
    mapped: { ...mapped, says: [...mapped.says, ...says], mapping: { ...mapped.mapping, codes } },
  }
}
