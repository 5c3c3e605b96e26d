import { dimensionOfRole, type Role } from '../../model/report.ts'
import { codeOf, hasCode, listOf, nameOf } from '../codes/codes.ts'
import { groupCodes } from '../codes/countries.ts'
import type { Facts } from '../facts.ts'
import { quoted } from '../issues.ts'
import type { Mapping } from '../mapping.ts'
import { roleOfRoot } from '../words.ts'
import type { BadCell } from './cells.ts'

/** A column of countries, and one that says them in another way; the same where one cell has code and name. */
export type TwiceNamed = [column: number, beside: number]

/** Columns that name the same countries, as far as what they say can be compared. */
export function twiceNamed(facts: Facts, roles: readonly Role[]): TwiceNamed[] {
  const pairs = roles.flatMap((role, index): TwiceNamed[] => {
    if (listOf(dimensionOfRole(role) ?? '') !== 'countries') return []
    const others = facts.columns.filter(
      (column) =>
        roleOfRoot(column.name) === role &&
        // Codes that were left out since they are its source's own.
        (roles[column.index] !== 'ignore' ||
          oddCodes(facts, 'partner', column.index, index).length === 0),
    )
    return [...new Set([index, ...others.map((column) => column.index)])].map((i) => [index, i])
  })
  return pairs.filter((pair) => areComparable(facts, pair))
}

/**
 * Offices have numbers of their own for countries, and `LB` may stand for a federation: where not all rows have
 * a code of letters, such are compared where half of them are those of the names.
 */
function areComparable({ sample }: Facts, pair: TwiceNamed): boolean {
  const told = sample.flatMap((row) => bothIn(row, pair) ?? [])
  const alike = told.filter(({ codes: [one, other] }) => one === other)
  const hasNumbers = told.some(({ texts }) => texts.some((text) => /^\d+$/.test(text)))
  return alike.length * 2 >= told.length || (told.length === sample.length && !hasNumbers)
}

/** Fewer codes beside names of something else are slips. */
const FEWEST_ODD = 2
const LEAST_ODD = 0.1

/**
 * Where a column has codes of its source's own, and not those of our list: its codes and the names beside them
 * that our list has under another code, as `CH` beside China; none where they are few.
 */
export function oddCodes(
  { sample }: Pick<Facts, 'sample'>,
  id: string,
  code: number,
  name: number,
): [code: string, name: string][] {
  const pairs = new Map(sample.map((row) => [row[code] ?? '', row[name] ?? '']))
  const known = [...pairs].filter((pair) => pair.every((text) => hasCode(id, text)))
  const odd = known.filter(([one, other]) => codeOf(id, one).code !== codeOf(id, other).code)
  return odd.length < Math.max(FEWEST_ODD, LEAST_ODD * known.length) ? [] : odd
}

/** `CN Russia`, `643 China`: a code and a name in one cell. */
const CODED = /^([A-Z]{2,3}|\d{3})(?:: ?| - |[ _])(\p{Lu}\p{L}.*)$/u

/** The texts by which a row names a country twice, and the codes of both; undefined where it does not. */
function bothIn(row: readonly string[], [column, beside]: TwiceNamed) {
  const text = (row[column] ?? '').trim()
  const texts = column === beside ? CODED.exec(text)?.slice(1) : [text, (row[beside] ?? '').trim()]
  if (!texts?.every((one) => hasCode('partner', one))) return undefined
  const codes = texts.map((one) => codeOf('partner', one).code)
  return codes.some((code) => code === 'W00' || groupCodes().has(code))
    ? undefined
    : { texts, codes }
}

/** The cells of a row whose code is another country's than the name beside it. */
export const oddlyNamed = (row: readonly string[], { twice }: Pick<Mapping, 'twice'>): BadCell[] =>
  twice.flatMap((pair) => {
    const { texts = [], codes = [] } = bothIn(row, pair) ?? {}
    if (codes[0] === codes[1]) return []
    const [one, other] = texts.map(quoted)
    const [is, isOther] = codes.map((code) => nameOf('partner', code))
    const read = nameOf('partner', codeOf('partner', row[pair[0]]!).code)
    const message = `${one} is ${is}, and ${other} beside it is ${isOther}: it is read as ${read}. Is one of them mistaken?`
    return [{ column: pair[0], code: 'code-and-name', message, value: row[pair[0]]! }]
  })
