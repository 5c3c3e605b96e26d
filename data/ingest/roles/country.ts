import { lookUp } from '../../model/look-up.ts'
import { flowIn } from '../flows.ts'
import type { Settling } from './settling.ts'

/** Says that a country which no heading calls reporter or partner was taken for the reporter. */
export function sayCountry({ facts, roles, options, profile, says, words }: Settling): void {
  const column = facts.columns[roles.indexOf('dimension:reporter')]
  if (!column || /report|declar|ref_area|geo|entity|meldel/i.test(column.name)) return
  const told = lookUp(options.columns, column.name) ?? lookUp(profile?.columns, column.name)
  if (told !== undefined) return
  const others = ['dimension:partner', 'dimension:importer', 'dimension:exporter'] as const
  const hasFlow =
    roles.includes('dimension:flow') || words.some((word) => flowIn(word) !== undefined)
  if (!hasFlow || others.some((role) => roles.includes(role))) return
  says.push(
    `“${column.name}” is taken to be the country that reports: where it is the partner of one that reports, say so.`,
  )
}
